import { and, asc, eq, gte, inArray, lt, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/timetable";
import type { Reach } from "../../access/rules";
import type { Context } from "../../acts/context";
import { coursesUnderWay } from "../../courses/store/reach";
import { moduleView } from "../../curriculum/store";
import { roomView } from "../../places/store";

/** When the last session of the course of this key begins; null where it has none. */
export const lastStartIn = (courseId: SQLWrapper): SQL<number | null> =>
  sql`(select max(start_instant) from sessions as last where last.course_id = ${courseId})`;

/** A session with what it is about and its room. */
const columns = {
  id: sessions.id,
  courseId: sessions.courseId,
  kind: sessions.kind,
  title: sessions.title,
  moduleCode: moduleView.moduleCode,
  moduleTitle: moduleView.moduleTitle,
  toolTitle: moduleView.toolTitle,
  day: sessions.day,
  startsAt: sessions.startsAt,
  endsAt: sessions.endsAt,
  zone: sessions.zone,
  minutes: sessions.minutes,
  startInstant: sessions.startInstant,
  endInstant: sessions.endInstant,
  room: roomView.room,
};

const described = (cx: Context, which: SQL) =>
  cx.db
    .select(columns)
    .from(sessions)
    .leftJoin(moduleView, eq(moduleView.moduleId, sessions.moduleId))
    .leftJoin(roomView, eq(roomView.roomId, sessions.roomId))
    .where(which)
    .orderBy(asc(sessions.startInstant), asc(sessions.id))
    .all();
export type DescribedSession = ReturnType<typeof described>[number];

/** The sessions of a course with what they are about, in their order. */
export const sessionsOf = (cx: Context, courseId: number): DescribedSession[] =>
  described(cx, eq(sessions.courseId, courseId));

/** When the sessions of a course begin and how long they are, in minutes. */
export const sessionTimesOf = (cx: Context, courseId: number) =>
  cx.db
    .select({ id: sessions.id, startInstant: sessions.startInstant, minutes: sessions.minutes })
    .from(sessions)
    .where(eq(sessions.courseId, courseId))
    .all();

/** Those of these sessions. */
export const sessionsNamed = (cx: Context, ids: readonly number[]): DescribedSession[] =>
  ids.length === 0 ? [] : described(cx, inArray(sessions.id, [...ids]));

/** Most sessions that a list of a span shows. */
const most = 500;

/** Sessions that begin within a span of instants (ms), of courses under way in which the viewer has a part. */
export function sessionsWithin(cx: Context, reach: Reach, from: number, to: number) {
  const course = coursesUnderWay(reach);
  return cx.db
    .select({
      ...columns,
      course: course.title,
      courseState: course.state,
      scheduledBy: course.scheduledBy,
      startsOn: course.startsOn,
    })
    .from(sessions)
    .innerJoin(course, eq(course.id, sessions.courseId))
    .leftJoin(moduleView, eq(moduleView.moduleId, sessions.moduleId))
    .leftJoin(roomView, eq(roomView.roomId, sessions.roomId))
    .where(and(gte(sessions.startInstant, from), lt(sessions.startInstant, to)))
    .orderBy(asc(sessions.startInstant), asc(sessions.id))
    .limit(most)
    .all();
}
