import { and, asc, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { prepared } from "@/db/client";
import { courseShares } from "@/db/schema/sharing";
import type { Context } from "../acts/context";
import { courseView, courseViewCounts } from "../courses/store";
import { programmeView } from "../programmes/store";

export type ShareRow = typeof courseShares.$inferSelect;

// The gate asks for it at every page of a course that is not led by a programme of the viewer's.
const keysOf = prepared((db) =>
  db
    .select({ id: courseShares.programmeId })
    .from(courseShares)
    .where(eq(courseShares.courseId, sql.placeholder("courseId")))
    .prepare(),
);

/** Keys of the programmes with which a course is shared, without the one that leads it. */
export const sharersOf = (cx: Context, courseId: number): number[] =>
  keysOf(cx.db)
    .all({ courseId })
    .map(({ id }) => id);

/** What the lists and pages of a course say of those programmes, by short name. */
export const sharesOf = (cx: Context, courseIds: readonly number[]) =>
  courseIds.length === 0
    ? []
    : cx.db
        .select({
          courseId: courseShares.courseId,
          id: courseShares.programmeId,
          code: programmeView.programmeCode,
          title: programmeView.programmeTitle,
          percent: courseShares.percent,
          since: courseShares.since,
        })
        .from(courseShares)
        .innerJoin(programmeView, eq(programmeView.programmeId, courseShares.programmeId))
        .where(inArray(courseShares.courseId, [...courseIds]))
        .orderBy(asc(programmeView.programmeCode))
        .all();
export type Sharer = ReturnType<typeof sharesOf>[number];

/** Keys of the courses that are shared with one of these programmes, for a condition. */
export const coursesSharedWith = (programmeIds: readonly number[]) =>
  new QueryBuilder({ casing: "snake_case" })
    .select({ courseId: courseShares.courseId })
    .from(courseShares)
    .where(inArray(courseShares.programmeId, [...programmeIds]));

/** Condition on the course of this key: it is shared with one of these programmes. */
export const isSharedWith = (courseId: SQL, programmeIds: readonly number[]): SQL =>
  programmeIds.length === 0
    ? sql`0`
    : sql`exists (select 1 from course_shares as share where share.course_id = ${courseId} and share.programme_id in ${programmeIds})`;

/** How many courses that count each of these programmes shares, without leading them. */
export const countShared = (cx: Context, programmeIds: readonly number[]): ReadonlyMap<number, number> =>
  new Map(
    cx.db
      .select({ id: courseShares.programmeId, count: count() })
      .from(courseShares)
      .innerJoin(courseView, eq(courseView.id, courseShares.courseId))
      .where(and(inArray(courseShares.programmeId, [...programmeIds]), courseViewCounts))
      .groupBy(courseShares.programmeId)
      .all()
      .map((row) => [row.id, row.count]),
  );

/** Adds to each course of a list the programmes that it is shared with. */
export function withSharers<Row extends { id: number }>(cx: Context, rows: readonly Row[]) {
  const found = sharesOf(
    cx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, sharedWith: found.filter((share) => share.courseId === row.id) }));
}

/** Adds a programme to those that pay for a course. */
export function insertShare(
  cx: Context,
  share: Pick<ShareRow, "courseId" | "programmeId" | "percent">,
): void {
  cx.db
    .insert(courseShares)
    .values({ ...share, since: cx.now, byPersonId: cx.viewer.personId })
    .run();
}

/** Takes a programme from those that pay for a course. */
export function deleteShare(cx: Context, courseId: number, programmeId: number): void {
  cx.db
    .delete(courseShares)
    .where(and(eq(courseShares.courseId, courseId), eq(courseShares.programmeId, programmeId)))
    .run();
}

/** Writes what a programme that shares a course pays of it, in per cent; null where nobody says. */
export function setPercent(cx: Context, courseId: number, programmeId: number, percent: number | null): void {
  cx.db
    .update(courseShares)
    .set({ percent })
    .where(and(eq(courseShares.courseId, courseId), eq(courseShares.programmeId, programmeId)))
    .run();
}
