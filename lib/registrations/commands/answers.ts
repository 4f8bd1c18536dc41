import { asc, eq, sql } from "drizzle-orm";
import { prepared } from "@/db/client";
import { courseQuestions } from "@/db/schema";
import { type AskedQuestion, answerField } from "../schema";

/** The questions of a course, in their order. */
export const questionsOf = prepared((db) =>
  db
    .select()
    .from(courseQuestions)
    .where(eq(courseQuestions.courseId, sql.placeholder("courseId")))
    .orderBy(asc(courseQuestions.position))
    .prepare(),
);

type Question = typeof courseQuestions.$inferSelect;

/** The questions as the schema of a form needs to know them. */
export const askedOf = (questions: readonly Question[]): AskedQuestion[] =>
  questions.map((q) => ({ ...q, optionCount: q.options.length }));

/** Answers by the key of their question, as they are kept; what was left empty is left out. */
export function answersOf(
  questions: readonly Question[],
  input: Record<string, unknown>,
): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const q of questions) {
    const value = input[answerField(q.id)];
    if (typeof value === "string" && value) answers[q.id] = value;
  }
  return answers;
}
