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
