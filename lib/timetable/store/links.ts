import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { courseLinks, sessions } from "@/db/schema/timetable";
import type { Context } from "../../acts/context";
import { described, ofGroups, placeColumns } from "./described";

/** Where the online sessions of a course are joined that have no link of their own; null where nobody said. */
export const linkOfCourse = (cx: Context, courseId: number): string | null =>
  cx.db.select({ link: courseLinks.link }).from(courseLinks).where(eq(courseLinks.courseId, courseId)).get()
    ?.link ?? null;

/** Says where the online sessions of a course are joined; null: no longer anywhere. */
export function putLink(cx: Context, courseId: number, link: string | null): void {
  if (link === null) {
    cx.db.delete(courseLinks).where(eq(courseLinks.courseId, courseId)).run();
    return;
  }
  const said = { link, byPersonId: cx.viewer.personId, at: cx.now };
  cx.db
    .insert(courseLinks)
    .values({ courseId, ...said })
    .onConflictDoUpdate({ target: courseLinks.courseId, set: said })
    .run();
}

/** Where these sessions are joined, by their keys: those that are online and have a link, of their own or their course's. */
export const linksAmong = (cx: Context, sessionIds: readonly number[]): ReadonlyMap<number, string> =>
  new Map(
    sessionIds.length === 0
      ? []
      : cx.db
          .select({
            id: sessions.id,
            isOnline: placeColumns.isOnline,
            link: sql<string | null>`coalesce(${sessions.link}, ${courseLinks.link})`,
          })
          .from(sessions)
          .leftJoin(courseLinks, eq(courseLinks.courseId, sessions.courseId))
          .where(inArray(sessions.id, [...sessionIds]))
          .all()
          .flatMap(({ id, isOnline, link }) => (isOnline && link !== null ? [[id, link] as const] : [])),
  );

/** Keys of the online sessions of a course that are not over and go by its link. */
export const linkedToCome = (cx: Context, courseId: number): number[] =>
  cx.db
    .select({ id: sessions.id, isOnline: placeColumns.isOnline, link: sessions.link })
    .from(sessions)
    .where(and(eq(sessions.courseId, courseId), gt(sessions.endInstant, cx.now)))
    .orderBy(asc(sessions.id))
    .all()
    .flatMap(({ id, isOnline, link }) => (isOnline && link === null ? id : []));

/** The online sessions of a course that are not over, for somebody in these groups, in their order. */
export const onlineToCome = (cx: Context, courseId: number, groupIds: readonly number[]) =>
  described(
    cx,
    and(
      eq(sessions.courseId, courseId),
      gt(sessions.endInstant, cx.now),
      ofGroups(groupIds),
      placeColumns.isOnline,
    )!,
  );
