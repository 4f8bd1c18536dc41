import { asc, eq } from "drizzle-orm";
import { courseQuestions } from "@/db/schema/forms";
import type { Context } from "../acts/context";

export type QuestionRow = typeof courseQuestions.$inferSelect;

/** The questions of a course, in their order. */
export const questionsOf = (cx: Context, courseId: number): QuestionRow[] =>
  cx.db
    .select()
    .from(courseQuestions)
    .where(eq(courseQuestions.courseId, courseId))
    .orderBy(asc(courseQuestions.position))
    .all();
