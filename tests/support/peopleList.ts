import type { ListRegistered } from "../../lib/admission/commands/list";
import type { ReadList } from "../../lib/faults";
import type { Result } from "../../lib/result";
import { fault, value } from "./world";

type Answer = Result<ListRegistered>;
/** What sends a list. */
export type Sends = (form: Record<string, unknown>) => Answer;

/** What the form of a list sends. */
export const sent = (courseId: number, list: string, more: Record<string, unknown> = {}) => ({
  courseId: String(courseId),
  list,
  language: "fr",
  consent: "on",
  ...more,
});
/** What a list reads as, by the answer that shows it. */
export function shown(answer: Answer): ReadList & { right: boolean } {
  const read = fault(answer).fields?.list;
  if (read?.code !== "listToRead") throw new Error(JSON.stringify(read));
  const { rows, beyond } = read.list;
  return { ...read.list, right: beyond === null && rows.every(({ becomes }) => becomes !== "wrong") };
}

/** Sends a list and once more as it was shown. */
export const readAndSent = (send: Sends, form: Record<string, unknown>) =>
  value(send({ ...form, checked: shown(send(form)).checked }));
