import { and, count, eq, inArray } from "drizzle-orm";
import { registrations } from "@/db/schema/registrations";
import type { Context } from "../../acts/context";
import { seatStates } from "../rules";

/** Who is in which group. Whoever gave a place back keeps their group for a return, and is counted nowhere meanwhile. */

/** How many who hold a place in a course are in each of its groups, by its key; under null those who are in none. */
export const countsByGroup = (cx: Context, courseId: number): ReadonlyMap<number | null, number> =>
  new Map(
    cx.db
      .select({ groupId: registrations.groupId, count: count() })
      .from(registrations)
      .where(and(eq(registrations.courseId, courseId), inArray(registrations.state, [...seatStates])))
      .groupBy(registrations.groupId)
      .all()
      .map((row) => [row.groupId, row.count]),
  );

/** Puts people into a group of their course, or out of theirs. */
export function putInGroup(cx: Context, registrationIds: readonly number[], groupId: number | null): void {
  cx.db
    .update(registrations)
    .set({ groupId })
    .where(inArray(registrations.id, [...registrationIds]))
    .run();
}

/** Keys of the registrations of a group, also of who holds no place. */
export const registrationsOfGroup = (cx: Context, groupId: number): number[] =>
  cx.db
    .select({ id: registrations.id })
    .from(registrations)
    .where(eq(registrations.groupId, groupId))
    .all()
    .map(({ id }) => id);

/** Takes everybody out of a group, also who holds no place. */
export function leaveGroup(cx: Context, groupId: number): void {
  cx.db.update(registrations).set({ groupId: null }).where(eq(registrations.groupId, groupId)).run();
}
