import { and, eq, gt, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { attendance } from "@/db/schema/attendance";
import type { Context } from "../acts/context";
import { countsJoinersFromStart } from "../courses/store/reach";
import { latinNameOf, nameOf } from "../people/store";
import { firstPlaceIn, holdsPlace, placesAs, registrationsOf } from "../registrations/store/roster";
import { sessionsAs, sessionView } from "../timetable/store";
import { lastStartIn } from "../timetable/store/described";
import type { AttendanceState } from "./rules";

/** What counts on a roll: one definition for lists, counts, guards and the completion rule. */

/**
 * Condition on a row of the roll: it is of somebody who holds a place. Marks of people who left stay for their return,
 * count for nothing and block nothing.
 */
export const entryCounts: SQL = holdsPlace(attendance.registrationId);

/** A session of an outer query. */
type SessionThere = Record<"id" | "courseId" | "startInstant" | "endInstant" | "groupId", SQLWrapper>;

/** A piece of SQL as one field: by itself Drizzle would take the names of tables out of it where only one is selected from. */
const whole = <T>(piece: SQL<T>): SQL<T> => sql<T>`${piece}`;

/** Entries that count in the roll of a session of an outer query. */
export const rollEntries = (session: SessionThere): SQL<number> =>
  whole(
    sql`(select count(*) from attendance as mark where mark.session_id = ${session.id} and ${holdsPlace(sql`mark.registration_id`)})`,
  );

/**
 * Condition: by their group, a session of an outer query is planned for somebody who holds a place; as in `forGroup` of the
 * completion rules, none of their group is while they have an entry in one of another group.
 */
function isOfGroup(due: { id: SQLWrapper; groupId: SQLWrapper }, session: SessionThere): SQL {
  const other = sessionsAs("meanwhile");
  return sql`(${session.groupId} is null or (${due.groupId} = ${session.groupId}
    and not exists (select 1 from attendance as elsewhere join ${other} on ${other.id} = elsewhere.session_id
      where elsewhere.registration_id = ${due.id} and ${other.groupId} <> ${session.groupId}
        and ${other.startInstant} < ${session.endInstant} and ${other.endInstant} > ${session.startInstant})))`;
}

/**
 * Whoever should have an entry in the roll of a session of an outer query and has none. As in `countsFrom` of the
 * completion rules, who joined after it began is not due, unless they joined after the last session or nobody had
 * joined before it; nor is who is not in its group.
 */
function lacking(what: SQL, session: SessionThere): SQL {
  const due = placesAs("due");
  return sql`(select ${what} from ${due} where ${due.courseId} = ${session.courseId}
    and (${due.placeSince} is null or ${due.placeSince} <= ${session.startInstant}
      or ${due.placeSince} > ${lastStartIn(due.courseId)}
      or ${session.startInstant} < ${firstPlaceIn(due.courseId)}
      or ${countsJoinersFromStart(due.courseId)})
    and ${isOfGroup(due, session)}
    and not exists (select 1 from attendance as mark where mark.session_id = ${session.id} and mark.registration_id = ${due.id}))`;
}

/** How many are missing on the roll of a session of an outer query. */
export const rollGaps = (session: SessionThere): SQL<number> =>
  whole(lacking(sql`count(*)`, session) as SQL<number>);

/** Condition: the roll of a session of an outer query lacks somebody. */
export const rollLacksSomebody = (session: SessionThere): SQL => sql`exists ${lacking(sql`1`, session)}`;

const columns = {
  sessionId: attendance.sessionId,
  registrationId: attendance.registrationId,
  state: attendance.state,
  minutes: attendance.minutes,
  lateMinutes: attendance.lateMinutes,
};

const marks = (cx: Context, which: SQL | undefined) =>
  cx.db.select(columns).from(attendance).where(which).all();
/** A mark on the roll. */
export type Mark = ReturnType<typeof marks>[number];

/** The marks of some people, or of everybody, on the roll of a session, each with who entered it and when. */
export const marksIn = (cx: Context, sessionId: number, of: readonly number[] | null = null) =>
  cx.db
    .select({
      ...columns,
      enteredAt: attendance.enteredAt,
      enteredBy: attendance.enteredBy,
      enteredByName: nameOf(attendance.enteredBy),
      enteredByLatin: latinNameOf(attendance.enteredBy),
    })
    .from(attendance)
    .where(
      and(
        eq(attendance.sessionId, sessionId),
        of === null ? undefined : inArray(attendance.registrationId, [...of]),
      ),
    )
    .all();

/** All marks of one person in their course. */
export const marksOf = (cx: Context, registrationId: number): Mark[] =>
  marks(cx, eq(attendance.registrationId, registrationId));

/** All marks on the rolls of a course that count. */
export const marksOfCourse = (cx: Context, courseId: number): Mark[] =>
  marks(cx, and(inArray(attendance.registrationId, registrationsOf(courseId)), entryCounts));

/** Minutes attended by each of these registrations; those who attended nothing are left out. */
export const minutesAttended = (cx: Context, registrationIds: readonly number[]): Map<number, number> =>
  new Map(
    cx.db
      .select({
        registrationId: attendance.registrationId,
        minutes: sql<number>`sum(${attendance.minutes})`,
      })
      .from(attendance)
      .where(inArray(attendance.registrationId, [...registrationIds]))
      .groupBy(attendance.registrationId)
      .all()
      .map((row) => [row.registrationId, row.minutes]),
  );

/** Minutes attended in each session of a course, as its roll says; sessions without an entry are left out. */
export const minutesBySession = (cx: Context, courseId: number): Map<number, number> =>
  new Map(
    cx.db
      .select({ sessionId: attendance.sessionId, minutes: sql<number>`sum(${attendance.minutes})` })
      .from(attendance)
      .where(and(inArray(attendance.registrationId, registrationsOf(courseId)), entryCounts))
      .groupBy(attendance.sessionId)
      .all()
      .map((row) => [row.sessionId, row.minutes]),
  );

/** How far the roll of each session of these is: entries that count, and how many are missing. */
export const rollsOfCourse = (cx: Context, courseId: number) =>
  cx.db
    .select({
      sessionId: sessionView.id,
      entries: rollEntries(sessionView),
      gaps: rollGaps(sessionView),
    })
    .from(sessionView)
    .where(eq(sessionView.courseId, courseId))
    .all();

/** The sessions of a course, or one of them, on whose roll somebody is missing; with how many. */
export function sessionsMissing(cx: Context, courseId: number, sessionId: number | null) {
  const missing = rollGaps(sessionView);
  return cx.db
    .select({ sessionId: sessionView.id, endInstant: sessionView.endInstant, missing })
    .from(sessionView)
    .where(
      and(
        eq(sessionView.courseId, courseId),
        sessionId === null ? undefined : eq(sessionView.id, sessionId),
        gt(missing, 0),
      ),
    )
    .all();
}

/** How many sessions of a course have a roll that lacks somebody. */
export const rollsLackingSomebody = (cx: Context, courseId: number): number =>
  sessionsMissing(cx, courseId, null).length;

/** What is put on the roll for somebody. */
export type Entry = {
  registrationId: number;
  state: AttendanceState;
  minutes: number;
  lateMinutes: number;
};

/** Puts entries on the roll of a session, by the viewer and now, in place of what stands there. */
export function putMarks(cx: Context, sessionId: number, entries: readonly Entry[]): void {
  for (const entry of entries) {
    const { registrationId, ...rest } = entry;
    const set = { ...rest, enteredBy: cx.viewer.personId, enteredAt: cx.now };
    cx.db
      .insert(attendance)
      .values({ sessionId, registrationId, ...set })
      .onConflictDoUpdate({ target: [attendance.sessionId, attendance.registrationId], set })
      .run();
  }
}

/** Takes the marks of these people off the roll of a session. */
export function removeMarks(cx: Context, sessionId: number, registrationIds: readonly number[]): void {
  if (registrationIds.length === 0) return;
  cx.db
    .delete(attendance)
    .where(and(eq(attendance.sessionId, sessionId), inArray(attendance.registrationId, [...registrationIds])))
    .run();
}

/** Sets how many minutes of a session count for somebody, whoever entered their mark. */
export function setMinutes(cx: Context, { sessionId, registrationId }: Mark, minutes: number): void {
  cx.db
    .update(attendance)
    .set({ minutes })
    .where(and(eq(attendance.sessionId, sessionId), eq(attendance.registrationId, registrationId)))
    .run();
}
