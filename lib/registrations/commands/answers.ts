import { asc, eq, sql } from "drizzle-orm";
import { prepared } from "@/db/client";
import { courseQuestions } from "@/db/schema";
import { type Answers, answerTo } from "../schema";

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

/** Answers by the key of their question, as they are kept; what was left empty is left out. */
export function answersOf(questions: readonly Question[], given: Answers): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const q of questions) {
    const said = answerTo(given, q.id);
    if (said) answers[q.id] = said;
  }
  return answers;
}
