import { eq, sql } from "drizzle-orm";
import { courseFacts, headcounts } from "@/db/schema/records";
import type { Context } from "../acts/context";

export type Headcount = typeof headcounts.$inferSelect;
export type CourseFact = typeof courseFacts.$inferSelect;

/** The numbers that are known of a course. */
export const headcountsOf = (cx: Context, courseId: number): Headcount[] =>
  cx.db.select().from(headcounts).where(eq(headcounts.courseId, courseId)).all();

/** The numbers that are known of these courses. Read from the keys on: of all numbers there are many more. */
export const headcountsAmong = (cx: Context, courseIds: readonly number[]) =>
  cx.db.all<Pick<Headcount, "courseId" | "measure" | "grouping" | "count">>(
    sql`select h.course_id as courseId, h.measure, h.grouping, h.count from json_each(${JSON.stringify(courseIds)}) as key cross join headcounts as h on h.course_id = key.value`,
  );

/** What is known of a course besides numbers, with what each rests on. */
export const factsOf = (cx: Context, courseId: number): CourseFact[] =>
  cx.db.select().from(courseFacts).where(eq(courseFacts.courseId, courseId)).all();

/** Puts these numbers in place of those known of a course so far. */
export function replaceHeadcounts(
  cx: Context,
  courseId: number,
  rows: readonly Omit<typeof headcounts.$inferInsert, "courseId">[],
): void {
  cx.db.delete(headcounts).where(eq(headcounts.courseId, courseId)).run();
  for (const row of rows)
    cx.db
      .insert(headcounts)
      .values({ ...row, courseId })
      .run();
}

/** Puts these facts in place of those known of a course so far. */
export function replaceFacts(
  cx: Context,
  courseId: number,
  rows: readonly Omit<typeof courseFacts.$inferInsert, "courseId">[],
): void {
  cx.db.delete(courseFacts).where(eq(courseFacts.courseId, courseId)).run();
  for (const row of rows)
    cx.db
      .insert(courseFacts)
      .values({ ...row, courseId })
      .run();
}
