import { asciiDigits } from "../text";

export { type AssessmentKind, assessmentKinds } from "../../db/values/assessments";

/** A score as it stands in a field, in digits of any script; null where it is none of 0 to 100. */
export function percentTyped(typed: unknown): number | null {
  const digits = asciiDigits(String(typed ?? "")).trim();
  return /^\d{1,3}$/.test(digits) && Number(digits) <= 100 ? Number(digits) : null;
}

/** Points by which the test after the course is better than the one before, or null where one is missing. */
export const gain = (pre: number | null, post: number | null) =>
  pre === null || post === null ? null : post - pre;
