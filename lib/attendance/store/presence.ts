import { eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { attendance } from "@/db/schema/attendance";
import type { Context } from "../../acts/context";
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

/** Who was present at some time in each of these courses and holds a place: the keys of people, by the course. */
export function peoplePresentIn(
  cx: Context,
  courseIds: readonly number[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const held = sessionsAs("held");
  const rows = cx.db.all<{ id: number; personId: number }>(
    sql`select distinct key.value as id, r.person_id as personId from json_each(${JSON.stringify(courseIds)}) as key cross join ${held} on ${held.courseId} = key.value cross join attendance as mark on mark.session_id = ${held.id} cross join registrations as r on r.id = mark.registration_id where mark.minutes > 0 and ${holdsPlace(sql`mark.registration_id`)}`,
  );
  const found = new Map<number, Set<number>>();
  for (const { id, personId } of rows) found.set(id, (found.get(id) ?? new Set()).add(personId));
  return found;
}

/**
 * In which courses each of these people was present at a refresher that is over, and the civil day of the last one there. `moduleId`: what it
 * was of; null where its course says it.
 */
export const refreshedIn = (cx: Context, personIds: readonly number[]) =>
  cx.db.all<{ personId: number; courseId: number; moduleId: number | null; day: string }>(
    sql`select r.person_id as personId, r.course_id as courseId, s.module_id as moduleId, max(s.day) as day
      from json_each(${JSON.stringify(personIds)}) as key cross join registrations as r on r.person_id = key.value
      cross join attendance as mark on mark.registration_id = r.id cross join sessions as s on s.id = mark.session_id
      cross join courses as c on c.id = r.course_id
      where mark.minutes > 0 and s.kind = 'refresher' and s.end_instant <= ${cx.now} and c.state in ('running', 'closed') and ${holdsPlace(sql`r.id`)}
      group by r.person_id, r.course_id, s.module_id`,
  );

/** Who was present at a refresher of a course: the keys of people. */
export const refreshedBy = (cx: Context, courseId: number): number[] =>
  cx.db
    .all<{ personId: number }>(
      sql`select distinct r.person_id as personId from sessions as s cross join attendance as mark on mark.session_id = s.id cross join registrations as r on r.id = mark.registration_id where s.course_id = ${courseId} and s.kind = 'refresher'`,
    )
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
