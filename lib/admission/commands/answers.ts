import type { QuestionRow } from "../../forms/store";
import { type AskedQuestion, answerField, answersSchema } from "../../registrations/schema";
import { refuse } from "../../result";

/** The questions as the schema of a form needs to know them. */
export const askedOf = (questions: readonly QuestionRow[]): AskedQuestion[] =>
  questions.map((q) => ({ ...q, optionCount: q.options.length }));

/** Answers by the key of their question, as they are kept; what was left empty is left out. */
export function answersOf(
  questions: readonly QuestionRow[],
  input: Record<string, unknown>,
): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const q of questions) {
    const value = input[answerField(q.id)];
    if (typeof value === "string" && value) answers[q.id] = value;
  }
  return answers;
}

/** Answers to the questions of a course, checked, as they are kept; else ends the transaction beside their fields. */
export function answersIn(
  questions: readonly QuestionRow[],
  asked: readonly AskedQuestion[],
  input: Record<string, unknown>,
): Record<string, string> {
  const answers = answersSchema(asked).safeParse(input);
  if (!answers.success)
    refuse("invalid", {
      fields: Object.fromEntries(answers.error.issues.map((i) => [String(i.path[0]), i.message])),
    });
  return answersOf(questions, answers.data);
}
