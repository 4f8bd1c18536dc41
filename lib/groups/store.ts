import { and, asc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { courseGroups } from "@/db/schema/groups";
import type { Context } from "../acts/context";

export type GroupRow = typeof courseGroups.$inferSelect;

/** What a group is called. For other stores to join. */
export const groupView = new QueryBuilder({ casing: "snake_case" })
  .select({ ofGroup: courseGroups.id, group: courseGroups.name })
  .from(courseGroups)
  .as("course_group");

/** The name of the group of this key in an outer query; null where it is null. */
export const groupNameOf = (groupId: SQLWrapper) =>
  sql<string | null>`(select named.name from course_groups as named where named.id = ${groupId})`;

/** The venue of the group of this key in an outer query; null where it has none, or the key is null. */
export const groupVenueOf = (groupId: SQLWrapper): SQL<number | null> =>
  sql`(select placed.venue_id from course_groups as placed where placed.id = ${groupId})`;

/** The groups of a course, in the order in which they were made. */
export const groupRowsIn = (cx: Context, courseId: number): GroupRow[] =>
  cx.db
    .select()
    .from(courseGroups)
    .where(eq(courseGroups.courseId, courseId))
    .orderBy(asc(courseGroups.id))
    .all();

/** Keys of the groups that have their place at a venue. */
export const groupsAt = (cx: Context, venueId: number): number[] =>
  cx.db
    .select({ id: courseGroups.id })
    .from(courseGroups)
    .where(eq(courseGroups.venueId, venueId))
    .all()
    .map(({ id }) => id);

/** A group of this course; undefined where it has none of this key. */
export const groupRow = (cx: Context, courseId: number, groupId: number): GroupRow | undefined =>
  cx.db
    .select()
    .from(courseGroups)
    .where(and(eq(courseGroups.id, groupId), eq(courseGroups.courseId, courseId)))
    .get();

/** Adds a group; gives its key. */
export const insertGroup = (
  cx: Context,
  group: Pick<GroupRow, "courseId" | "name" | "language"> & Partial<Pick<GroupRow, "venueId">>,
): number =>
  cx.db
    .insert(courseGroups)
    .values({ ...group, createdAt: cx.now })
    .returning({ id: courseGroups.id })
    .get().id;

/** Writes name, language and place of a group and counts its version on. */
export function updateGroup(
  cx: Context,
  { id, version }: Pick<GroupRow, "id" | "version">,
  changed: Pick<GroupRow, "name" | "language" | "venueId">,
): void {
  cx.db
    .update(courseGroups)
    .set({ ...changed, version: version + 1 })
    .where(eq(courseGroups.id, id))
    .run();
}

/** Deletes a group that nobody is in and no session is of. */
export function deleteGroupRow(cx: Context, groupId: number): void {
  cx.db.delete(courseGroups).where(eq(courseGroups.id, groupId)).run();
}
