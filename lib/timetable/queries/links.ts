import type { GrantedCourse, GrantedSession } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { allows, type CourseState } from "../../courses/rules";
import type { RegistrationState } from "../../registrations/rules";
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

/** A registration as far as it says whether its holder is let into online sessions, and into which. */
type Holder = {
  state: RegistrationState;
  courseState: CourseState;
  courseId: number;
  groupId: number | null;
};

/**
 * The online sessions to come, with their links, of whoever has a place by this registration; none of anybody else's. For the
 * page of a registration, which its own gate hands out.
 */
export function onlineSessionsOf(
  cx: Context,
  { state, courseState, courseId, groupId }: Holder,
): OnlineSession[] {
  if (state !== "accepted" || !allows(courseState, "decide")) return [];
  const sessions = onlineToCome(cx, courseId, groupId === null ? [] : [groupId]);
  const links = linksAmong(
    cx,
    sessions.map(({ id }) => id),
  );
  return sessions.map((session) => ({ ...session, joinAt: links.get(session.id) ?? null }));
}
