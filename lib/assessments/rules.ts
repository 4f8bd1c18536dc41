export { type AssessmentKind, assessmentKinds } from "../../db/values/assessments";

/** Points by which the test after the course is better than the one before, or null where one is missing. */
export const gain = (pre: number | null, post: number | null) =>
  pre === null || post === null ? null : post - pre;
