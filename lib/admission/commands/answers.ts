import type { QuestionRow } from "../../forms/store";
import { type Answers, answerTo } from "../../registrations/schema";

/** Answers by the key of their question, as they are kept; what was left empty is left out. */
export function answersOf(questions: readonly QuestionRow[], given: Answers): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const q of questions) {
    const said = answerTo(given, q.id);
    if (said) answers[q.id] = said;
  }
  return answers;
}
