import { and, count, eq, inArray, isNotNull, max, ne, sql } from "drizzle-orm";
import { sessions, sessionTrainers } from "@/db/schema/timetable";
import type { TrainerRole } from "@/db/values/timetable";
import type { Context } from "../../acts/context";
import { wasHeldBy } from "../../attendance/store/presence";
import { courseRow, courseView, courseViewCounts, trainersIn } from "../../courses/store";
import { coursesHeldBy, modulesTaughtIn } from "../../courses/store/taught";
import { firstTrainer } from "../rules/roles";
import { withTimetable } from "../store";

/** How many sessions somebody taught in each role. */
export type TaughtAs = Record<TrainerRole, number>;

/** Condition: somebody of these people trained the session, which was held, in a course that counts and is held or was. */
const heldBy = (cx: Context, personIds: readonly number[]) =>
  and(
    inArray(sessionTrainers.personId, [...personIds]),
    wasHeldBy(sessions, cx.now),
    // Not by the index of states (`+`): it would begin with every course there ever was.
    sql`+${courseView.state} in ('running', 'closed')`,
    courseViewCounts,
  );

/** How many sessions each of these people taught in each role, of those that were held until now. */
export function taughtAs(cx: Context, personIds: readonly number[]): ReadonlyMap<number, TaughtAs> {
  if (personIds.length === 0) return new Map();
  const rows = cx.db
    .select({ personId: sessionTrainers.personId, role: sessionTrainers.role, count: count() })
    .from(sessionTrainers)
    .innerJoin(sessions, eq(sessions.id, sessionTrainers.sessionId))
    .innerJoin(courseView, eq(courseView.id, sessions.courseId))
    .where(heldBy(cx, personIds))
    .groupBy(sessionTrainers.personId, sessionTrainers.role)
    .all();
  const taught = new Map<number, TaughtAs>();
  for (const { personId, role, count: sessionsTaught } of rows)
    taught.set(personId, {
      ...(taught.get(personId) ?? { lead: 0, co_trainer: 0, apprentice: 0 }),
      [role]: sessionsTaught,
    });
  return taught;
}

/** A module that somebody taught in a course, and the civil day of the last session of it, or of the course's begin. */
type ModuleTaught = { personId: number; courseId: number; moduleId: number; day: string | null };

/** The same in one role; null where a course without a timetable says of its trainers no more than that they taught it. */
export type ModuleTaughtAs = ModuleTaught & { role: TrainerRole | null };

/**
 * The modules that each of these people taught, once a course: those of which they trained a session that was held, in
 * whichever role; where no session of a course names anybody, those that were held are its trainers'. A course that was closed without a timetable, such as one that was entered afterwards, says of its trainers
 * no more than that they taught it, so all of its modules are theirs.
 */
export function modulesTaughtBy(cx: Context, personIds: readonly number[]): ModuleTaught[] {
  const once = new Map<string, ModuleTaught>();
  for (const { role: _, ...row } of taughtInRoles(cx, personIds)) {
    const key = `${row.personId} ${row.courseId} ${row.moduleId}`;
    const before = once.get(key);
    if (!before || (row.day ?? "") > (before.day ?? "")) once.set(key, row);
  }
  return [...once.values()];
}

/** Those of these rows that are of a module. */
const ofModules = <Row extends { moduleId: number | null }>(rows: readonly Row[]) =>
  rows.flatMap((row) => (row.moduleId === null ? [] : [{ ...row, moduleId: row.moduleId }]));

/** The modules of held sessions in these courses, in none of whose sessions anybody is named, and the last day of each. */
const heldUnnamed = (cx: Context, courseIds: readonly number[]) =>
  cx.db
    .select({ courseId: sessions.courseId, moduleId: sessions.moduleId, day: max(sessions.day) })
    .from(sessions)
    .where(
      and(
        // A list of thousands is one parameter.
        inArray(
          sessions.courseId,
          sql`(select key.value from json_each(${JSON.stringify(courseIds)}) as key where not exists (select 1 from sessions as s cross join session_trainers as t on t.session_id = s.id where s.course_id = key.value))`,
        ),
        isNotNull(sessions.moduleId),
        wasHeldBy(sessions, cx.now),
      ),
    )
    .groupBy(sessions.courseId, sessions.moduleId)
    .all();

/**
 * What was held in courses whose sessions name nobody: nobody said who trained, so the course's first trainer led and the
 * others taught beside them, as in a session of which nobody says a role.
 */
function whereNobodySays(
  cx: Context,
  held: readonly { personId: number; courseId: number }[],
): ModuleTaughtAs[] {
  const rows = heldUnnamed(cx, [...new Set(held.map(({ courseId }) => courseId))]);
  const leads = new Map(
    [...new Set(rows.map(({ courseId }) => courseId))].map((id) => {
      const trainerIds = trainersIn(cx, id);
      return [id, firstTrainer(courseRow(cx, id)!, trainerIds)];
    }),
  );
  return ofModules(rows).flatMap((row) =>
    held.flatMap(({ personId, courseId }): ModuleTaughtAs[] =>
      courseId === row.courseId
        ? [{ ...row, personId, role: leads.get(courseId) === personId ? "lead" : "co_trainer" }]
        : [],
    ),
  );
}

/** The same, once a course and role: lead, co-trainer and apprentice count apart. */
export function taughtInRoles(cx: Context, personIds: readonly number[]): ModuleTaughtAs[] {
  if (personIds.length === 0) return [];
  const bySessions = cx.db
    .select({
      personId: sessionTrainers.personId,
      courseId: sessions.courseId,
      moduleId: sessions.moduleId,
      role: sessionTrainers.role,
      day: max(sessions.day),
    })
    .from(sessionTrainers)
    .innerJoin(sessions, eq(sessions.id, sessionTrainers.sessionId))
    .innerJoin(courseView, eq(courseView.id, sessions.courseId))
    .where(and(isNotNull(sessions.moduleId), heldBy(cx, personIds)))
    .groupBy(sessionTrainers.personId, sessions.courseId, sessions.moduleId, sessionTrainers.role)
    .all();
  const held = coursesHeldBy(cx, personIds);
  const closed = held.filter(({ state }) => state === "closed");
  const timetabled = withTimetable(cx, [...new Set(held.map(({ courseId }) => courseId))]);
  const modules = new Map<number, number[]>();
  for (const { courseId, moduleId } of modulesTaughtIn(
    cx,
    [...new Set(closed.map(({ courseId }) => courseId))].filter((key) => !timetabled.has(key)),
  ))
    modules.set(courseId, [...(modules.get(courseId) ?? []), moduleId]);
  const byCourses = closed.flatMap(({ personId, courseId, startsOn }) =>
    (modules.get(courseId) ?? []).map((moduleId) => ({
      ...{ personId, courseId, moduleId, day: startsOn },
      role: null,
    })),
  );
  const named = new Set(bySessions.map(({ courseId }) => courseId));
  const unnamed = held.filter(({ courseId }) => timetabled.has(courseId) && !named.has(courseId));
  return [...ofModules(bySessions), ...byCourses, ...whereNobodySays(cx, unnamed)];
}

/** Who taught each module in the held sessions of these courses as lead or co-trainer, once each. */
export const teamsOf = (cx: Context, courseIds: readonly number[]) =>
  cx.db
    .selectDistinct({
      courseId: sessions.courseId,
      moduleId: sessions.moduleId,
      personId: sessionTrainers.personId,
    })
    .from(sessions)
    .innerJoin(sessionTrainers, eq(sessionTrainers.sessionId, sessions.id))
    .where(
      and(
        inArray(sessions.courseId, [...courseIds]),
        isNotNull(sessions.moduleId),
        ne(sessionTrainers.role, "apprentice"),
        wasHeldBy(sessions, cx.now),
      ),
    )
    .all();

/** Those of these courses in whose timetable there was practice with real users that was held. */
export const coursesWithPracticum = (cx: Context, courseIds: readonly number[]): ReadonlySet<number> =>
  new Set(
    cx.db
      .selectDistinct({ courseId: sessions.courseId })
      .from(sessions)
      .where(
        and(
          inArray(sessions.courseId, [...courseIds]),
          eq(sessions.kind, "practicum"),
          wasHeldBy(sessions, cx.now),
        ),
      )
      .all()
      .map(({ courseId }) => courseId),
  );

/** Who is a trainer of some session of a course. */
export const trainedSessionsOf = (cx: Context, courseId: number): number[] =>
  cx.db
    .selectDistinct({ personId: sessionTrainers.personId })
    .from(sessionTrainers)
    .innerJoin(sessions, eq(sessions.id, sessionTrainers.sessionId))
    .where(eq(sessions.courseId, courseId))
    .all()
    .map(({ personId }) => personId);
