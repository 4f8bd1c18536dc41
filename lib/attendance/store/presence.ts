import { and, eq, gt, inArray, lte, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { attendance } from "@/db/schema/attendance";
import type { Context } from "../../acts/context";
import { courseView } from "../../courses/store";
import { registrationView } from "../../registrations/store";
import { holdsPlace, placesTaken } from "../../registrations/store/roster";
import { sessionsAs, sessionView } from "../../timetable/store";

/** Condition on a registration of an outer query: its person was there at some time, as the rolls say. */
export const wasThere = (registrationId: SQLWrapper): SQL =>
  sql`exists (select 1 from ${attendance} where ${eq(attendance.registrationId, registrationId)} and ${attendance.minutes} > 0)`;

/** True where the roll of a session of the course has any entry. */
export const hasMarks = (cx: Context, courseId: number): boolean =>
  cx.db
    .select({ id: attendance.sessionId })
    .from(attendance)
    .innerJoin(sessionView, eq(sessionView.id, attendance.sessionId))
    .where(eq(sessionView.courseId, courseId))
    .limit(1)
    .get() !== undefined;

/**
 * Condition: a session of an outer query was held by an instant (ms), as `heldBy` of the completion rules says: it is over, or
 * somebody's attendance at it was entered.
 */
export const wasHeldBy = (session: Record<"id" | "endInstant", SQLWrapper>, now: number): SQL =>
  sql`(${session.endInstant} <= ${now} or exists (select 1 from attendance as mark where mark.session_id = ${session.id} and ${holdsPlace(sql`mark.registration_id`)}))`;

/** Those of these courses on whose rolls somebody who holds a place was present. */
export function coursesWithPresence(cx: Context, courseIds: readonly number[]): ReadonlySet<number> {
  const held = sessionsAs("held");
  const rows = cx.db.all<{ id: number }>(
    sql`select key.value as id from json_each(${JSON.stringify(courseIds)}) as key where exists (select 1 from ${held} cross join attendance as mark on mark.session_id = ${held.id} where ${held.courseId} = key.value and mark.minutes > 0 and ${holdsPlace(sql`mark.registration_id`)})`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Condition on a mark, its session and its registration: somebody who holds a place was present. */
const wasPresent = () => and(gt(attendance.minutes, 0), holdsPlace(attendance.registrationId));

/** Who was present at some time in each of these courses and holds a place: the keys of people, by the course. */
export function peoplePresentIn(
  cx: Context,
  courseIds: readonly number[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const rows = cx.db
    .selectDistinct({ courseId: sessionView.courseId, personId: registrationView.personId })
    .from(sessionView)
    .innerJoin(attendance, eq(attendance.sessionId, sessionView.id))
    .innerJoin(registrationView, eq(registrationView.registrationId, attendance.registrationId))
    .where(and(inArray(sessionView.courseId, [...courseIds]), wasPresent()))
    .all();
  const found = new Map<number, Set<number>>();
  for (const { courseId, personId } of rows)
    found.set(courseId, (found.get(courseId) ?? new Set()).add(personId));
  return found;
}

/**
 * In which courses each of these people was present at a refresher that is over, and the civil day of the last one there. `moduleId`: what it
 * was of; null where its course says it.
 */
export const refreshedIn = (cx: Context, personIds: readonly number[]) =>
  cx.db
    .select({
      personId: registrationView.personId,
      courseId: sessionView.courseId,
      moduleId: sessionView.moduleId,
      day: sql<string>`max(${sessionView.day})`,
    })
    .from(registrationView)
    .innerJoin(attendance, eq(attendance.registrationId, registrationView.registrationId))
    .innerJoin(sessionView, eq(sessionView.id, attendance.sessionId))
    .innerJoin(courseView, eq(courseView.id, sessionView.courseId))
    .where(
      and(
        inArray(registrationView.personId, [...personIds]),
        eq(sessionView.kind, "refresher"),
        lte(sessionView.endInstant, cx.now),
        inArray(courseView.state, ["running", "closed"]),
        wasPresent(),
      ),
    )
    .groupBy(registrationView.personId, sessionView.courseId, sessionView.moduleId)
    .all();

/** Who was present at a refresher of a course: the keys of people. */
export const refreshedBy = (cx: Context, courseId: number): number[] =>
  cx.db
    .selectDistinct({ personId: registrationView.personId })
    .from(sessionView)
    .innerJoin(attendance, eq(attendance.sessionId, sessionView.id))
    .innerJoin(registrationView, eq(registrationView.registrationId, attendance.registrationId))
    .where(and(eq(sessionView.courseId, courseId), eq(sessionView.kind, "refresher")))
    .all()
    .map(({ personId }) => personId);

/** Of each of these courses how many people hold a place and how many of them were present, and the minutes of its sessions, by its key. */
export function takenPartIn(cx: Context, courseIds: readonly number[]) {
  const held = sessionsAs("held");
  const rows = cx.db.all<{ id: number; registered: number; present: number; minutes: number }>(
    sql`select key.value as id, ${placesTaken(sql`key.value`)} as registered,
      (select count(distinct mark.registration_id) from ${held} cross join attendance as mark on mark.session_id = ${held.id} where ${held.courseId} = key.value and mark.minutes > 0 and ${holdsPlace(sql`mark.registration_id`)}) as present,
      (select coalesce(sum(${held.minutes}), 0) from ${held} where ${held.courseId} = key.value) as minutes
      from json_each(${JSON.stringify(courseIds)}) as key`,
  );
  return new Map(rows.map(({ id, ...of }) => [id, of]));
}
