import { and, asc, eq, gt, sql } from "drizzle-orm";
import { courseQuestions } from "@/db/schema/forms";
import type { Context } from "../acts/context";

export type QuestionRow = typeof courseQuestions.$inferSelect;

/** What a course asks of whoever registers, in order. */
export const questionsIn = (cx: Context, courseId: number): QuestionRow[] =>
  cx.db
    .select()
    .from(courseQuestions)
    .where(eq(courseQuestions.courseId, courseId))
    .orderBy(asc(courseQuestions.position))
    .all();

/** So far up questions are put aside while their order changes: no two may stand at one position. */
const aside = 1000;

/** Puts the questions of a course aside; those that nobody places again go with `deleteAside`. */
export const putAside = (cx: Context, courseId: number): void => {
  cx.db
    .update(courseQuestions)
    .set({ position: sql`${courseQuestions.position} + ${aside}` })
    .where(eq(courseQuestions.courseId, courseId))
    .run();
};

/** Adds a question to a course. */
export const insertQuestion = (cx: Context, row: typeof courseQuestions.$inferInsert): void => {
  cx.db.insert(courseQuestions).values(row).run();
};

/** Changes a question, which keeps its key and so its answers. */
export const updateQuestion = (cx: Context, questionId: number, columns: Partial<QuestionRow>): void => {
  cx.db.update(courseQuestions).set(columns).where(eq(courseQuestions.id, questionId)).run();
};

/** Takes out the questions of a course that were put aside and not placed again. */
export const deleteAside = (cx: Context, courseId: number): void => {
  cx.db
    .delete(courseQuestions)
    .where(and(eq(courseQuestions.courseId, courseId), gt(courseQuestions.position, aside)))
    .run();
};
