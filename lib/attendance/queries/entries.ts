import { and, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { outer, prepared } from "@/db/client";
import { attendance, courses, registrations, sessions } from "@/db/schema";
import type { Context } from "../../acts/context";
import { type Counted, countSessions } from "../../completion/rules";
import { seatStates } from "../../registrations/rules";

/** What counts on a roll: one definition for lists, counts, guards and the completion rule. */

const seatList = sql.raw(seatStates.map((state) => `'${state}'`).join(", "));

/**
 * Condition on a row of the roll: it is of somebody who holds a place. Marks of people who left stay for their return,
 * count for nothing and block nothing.
 */
export const entryCounts: SQL = sql`exists (select 1 from registrations as holder where holder.id = ${outer(attendance.registrationId)} and holder.state in (${seatList}))`;

/** Entries that count in the roll of a session of an outer query. */
export const rollEntries = sql<number>`(select count(*) from ${attendance} where ${attendance.sessionId} = ${outer(sessions.id)} and ${entryCounts})`;

/**
 * Whoever should have an entry in the roll of a session of an outer query and has none. As in `countsFrom` of the
 * completion rules, who joined after it began is not due, unless they joined after the last session or nobody had
 * joined before it.
 */
const lacking = (what: SQL) =>
  sql`(select ${what} from registrations as due where due.course_id = ${outer(sessions.courseId)} and due.state in (${seatList}) and (due.place_since is null or due.place_since <= ${outer(sessions.startInstant)} or due.place_since > (select max(start_instant) from sessions as last where last.course_id = due.course_id) or ${outer(sessions.startInstant)} < (select min(place_since) from registrations as first where first.course_id = due.course_id and first.state in (${seatList})) or (select joiners_from_start from courses as own where own.id = due.course_id)) and not exists (select 1 from attendance as mark where mark.session_id = ${outer(sessions.id)} and mark.registration_id = due.id))`;

/** How many are missing on the roll of a session of an outer query. */
export const rollGaps = lacking(sql`count(*)`) as SQL<number>;

/** Condition: the roll of a session of an outer query lacks somebody. */
export const rollLacksSomebody: SQL = sql`exists ${lacking(sql`1`)}`;

const countingOf = prepared((db) =>
  db
    .select({ excusedLeftOut: courses.excusedLeftOut, joinersFromStart: courses.joinersFromStart })
    .from(courses)
    .where(eq(courses.id, sql.placeholder("courseId")))
    .prepare(),
);

const firstOf = prepared((db) =>
  db
    .select({ at: sql<number | null>`min(${registrations.placeSince})` })
    .from(registrations)
    .where(
      and(
        eq(registrations.courseId, sql.placeholder("courseId")),
        inArray(registrations.state, [...seatStates]),
      ),
    )
    .prepare(),
);

/** When the first of those who hold a place in a course joined; null where nobody does. */
export const firstSinceIn = (cx: Context, courseId: number): number | null =>
  firstOf(cx.db).get({ courseId })!.at;

const sessionsOf = prepared((db) =>
  db
    .select({ id: sessions.id, startInstant: sessions.startInstant, minutes: sessions.minutes })
    .from(sessions)
    .where(eq(sessions.courseId, sql.placeholder("courseId")))
    .prepare(),
);

const markColumns = {
  registrationId: attendance.registrationId,
  sessionId: attendance.sessionId,
  state: attendance.state,
  minutes: attendance.minutes,
};

const marksOfCourse = prepared((db) =>
  db
    .select(markColumns)
    .from(attendance)
    .innerJoin(registrations, eq(registrations.id, attendance.registrationId))
    .where(
      and(
        eq(registrations.courseId, sql.placeholder("courseId")),
        inArray(registrations.state, [...seatStates]),
      ),
    )
    .prepare(),
);

const marksOfPerson = prepared((db) =>
  db
    .select(markColumns)
    .from(attendance)
    .where(eq(attendance.registrationId, sql.placeholder("registrationId")))
    .prepare(),
);

/**
 * What the rolls of a course say of whoever holds a place in it: attended and planned minutes, each person's own. With
 * a registration's key, only of that one.
 */
export function attendanceIn(
  cx: Context,
  courseId: number,
  registrationId: number | null = null,
): (registration: { id: number; placeSince: number | null }) => Counted {
  const counting = countingOf(cx.db).get({ courseId })!;
  const planned = sessionsOf(cx.db).all({ courseId });
  const firstSince = firstSinceIn(cx, courseId);
  const marks = new Map<number, Map<number, ReturnType<typeof marksOf>[number]>>();
  for (const mark of marksOf(cx, courseId, registrationId)) {
    const own = marks.get(mark.registrationId);
    if (own) own.set(mark.sessionId, mark);
    else marks.set(mark.registrationId, new Map([[mark.sessionId, mark]]));
  }
  return ({ id, placeSince }) => {
    const own = marks.get(id);
    return countSessions(
      planned.map((session) => {
        const mark = own?.get(session.id);
        return { ...session, state: mark?.state ?? null, attended: mark?.minutes ?? 0 };
      }),
      placeSince,
      counting,
      firstSince,
    );
  };
}

const marksOf = (cx: Context, courseId: number, registrationId: number | null) =>
  registrationId === null
    ? marksOfCourse(cx.db).all({ courseId })
    : marksOfPerson(cx.db).all({ registrationId });

/** How many sessions of a course have a roll that lacks somebody. */
export const rollsLackingSomebody = (cx: Context, courseId: number): number =>
  cx.db
    .select({ count: count() })
    .from(sessions)
    .where(and(eq(sessions.courseId, courseId), rollLacksSomebody))
    .get()!.count;
