import { and, eq, inArray } from "drizzle-orm";
import { courseFacts, headcounts } from "@/db/schema/records";
import type { Context } from "../acts/context";

export type Headcount = typeof headcounts.$inferSelect;
export type CourseFact = typeof courseFacts.$inferSelect;

/** The numbers that are known of a course. */
export const headcountsOf = (cx: Context, courseId: number): Headcount[] =>
  cx.db.select().from(headcounts).where(eq(headcounts.courseId, courseId)).all();

/** How many people are known by numbers to have attended each of these courses, or else to have been accepted. */
export function headcountsIn(cx: Context, courseIds: readonly number[]): ReadonlyMap<number, number> {
  if (courseIds.length === 0) return new Map();
  const rows = cx.db
    .select({ courseId: headcounts.courseId, measure: headcounts.measure, count: headcounts.count })
    .from(headcounts)
    .where(and(inArray(headcounts.courseId, [...courseIds]), eq(headcounts.grouping, "total")))
    .all();
  const byCourse = new Map<number, number>();
  for (const measure of ["completed", "enrolled", "attended"] as const)
    for (const row of rows) if (row.measure === measure) byCourse.set(row.courseId, row.count);
  return byCourse;
}

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
