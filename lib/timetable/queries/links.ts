import type { GrantedCourse, GrantedSession } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { sessionRow } from "../store";
import type { DescribedSession } from "../store/described";
import { linkOfCourse, linksAmong, onlineToCome } from "../store/links";

/**
 * Where a session is joined, for whoever trains its course or coordinates its programme; null where it is not online, or has
 * no link. Nothing else that shows sessions hands out a link.
 */
export const joinLink = (cx: Context, { id }: GrantedSession<"session.join">): string | null =>
  linksAmong(cx, [id]).get(id) ?? null;

/** The link that a session has of its own, for whoever may change it; null where it goes by that of its course. */
export const ownLink = (cx: Context, sessionId: number): string | null =>
  sessionRow(cx, gate.session(cx, "timetable.edit", sessionId).id)?.link ?? null;

/** The link by which the online sessions of a course are joined that have none of their own. */
export const courseLink = (cx: Context, course: GrantedCourse<"timetable.edit">): string | null =>
  linkOfCourse(cx, course.id);

/** An online session, as somebody who has a place in its course joins it. */
export type OnlineSession = DescribedSession & { joinAt: string | null };

/**
 * The online sessions to come of a course, with their links, for somebody who has a place in it and is in these groups. For
 * the page of a registration, which its own gate hands out.
 */
export function onlineSessionsFor(
  cx: Context,
  courseId: number,
  groupIds: readonly number[],
): OnlineSession[] {
  const sessions = onlineToCome(cx, courseId, groupIds);
  const links = linksAmong(
    cx,
    sessions.map(({ id }) => id),
  );
  return sessions.map((session) => ({ ...session, joinAt: links.get(session.id) ?? null }));
}
