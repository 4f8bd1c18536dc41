import { and, asc, desc, eq, gte, inArray, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { type Db, prepared } from "@/db/client";
import {
  assessments,
  attendance,
  courses,
  courseTrainers,
  modules,
  organisations,
  persons,
  registrations,
  rooms,
  sessions,
  tools,
  toolVersions,
} from "@/db/schema";
import { courseScope, inProgrammes, programmesOf } from "../access/queries";
import { may, type Viewer } from "../access/rules";
import { rollEntries, seats } from "../courses/queries";
import { allows } from "../courses/rules";
import { seatStates } from "../registrations/rules";

const sessionsIn = (db: Db, condition: SQL | undefined) =>
  db
    .select({
      id: sessions.id,
      courseId: sessions.courseId,
      course: courses.title,
      courseState: courses.state,
      kind: sessions.kind,
      title: sessions.title,
      moduleCode: modules.code,
      moduleTitle: modules.title,
      toolTitle: tools.title,
      day: sessions.day,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      zone: sessions.zone,
      minutes: sessions.minutes,
      endInstant: sessions.endInstant,
      room: rooms.name,
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .leftJoin(modules, eq(modules.id, sessions.moduleId))
    .leftJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
    .leftJoin(tools, eq(tools.id, toolVersions.toolId))
    .leftJoin(rooms, eq(rooms.id, sessions.roomId))
    .where(condition)
    .orderBy(asc(sessions.startInstant), asc(sessions.id))
    .limit(500);

const sessionById = prepared((db) => sessionsIn(db, eq(sessions.id, sql.placeholder("sessionId"))).prepare());
const sessionsOfCourse = prepared((db) =>
  sessionsIn(db, eq(sessions.courseId, sql.placeholder("courseId"))).prepare(),
);

const entriesOfCourse = prepared((db) =>
  db
    .select({ sessionId: sessions.id, entries: rollEntries })
    .from(sessions)
    .where(eq(sessions.courseId, sql.placeholder("courseId")))
    .prepare(),
);

const placesOfCourse = prepared((db) =>
  db
    .select({ taken: seats })
    .from(courses)
    .where(eq(courses.id, sql.placeholder("courseId")))
    .prepare(),
);

/** Everyone who holds a place in a course, with what the roll of one of its sessions says of them. */
const rollRows = prepared((db) =>
  db
    .select({
      registrationId: registrations.id,
      name: persons.name,
      latinName: persons.latinName,
      organisation: organisations.name,
      needs: registrations.needs,
      state: attendance.state,
      minutes: attendance.minutes,
      enteredAt: attendance.enteredAt,
      enteredBy: sql<string | null>`(select name from persons as p where p.id = ${attendance.enteredBy})`,
    })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .leftJoin(
      attendance,
      and(
        eq(attendance.registrationId, registrations.id),
        eq(attendance.sessionId, sql.placeholder("sessionId")),
      ),
    )
    .where(
      and(
        eq(registrations.courseId, sql.placeholder("courseId")),
        inArray(registrations.state, [...seatStates]),
      ),
    )
    .orderBy(asc(persons.name), asc(registrations.id))
    .prepare(),
);

/** The roll of a session: everyone who holds a place, with what is entered; null where the viewer may not see it. */
export function rollOf(viewer: Viewer, sessionId: number) {
  const session = sessionById().get({ sessionId });
  if (!session) return null;
  const scope = courseScope(viewer, session.courseId);
  if (!scope || !may(viewer, "roll.read", scope)) return null;
  const people = rollRows().all({ sessionId, courseId: session.courseId });
  return { session, people, open: allows(session.courseState, "roll") };
}
export type Roll = NonNullable<ReturnType<typeof rollOf>>;
export type RollPerson = Roll["people"][number];

/** The sessions of a course with how far each roll is. */
export function courseRolls(viewer: Viewer, courseId: number) {
  const scope = courseScope(viewer, courseId);
  if (!scope || !may(viewer, "roll.read", scope)) return null;
  const counts = new Map(
    entriesOfCourse()
      .all({ courseId })
      .map((row) => [row.sessionId, row.entries]),
  );
  const expected = placesOfCourse().get({ courseId })!.taken;
  return sessionsOfCourse()
    .all({ courseId })
    .map((session) => ({ ...session, entries: counts.get(session.id) ?? 0, expected }));
}

/** Courses in whose sessions the viewer has a part: those of a coordinator's programmes and those that they train. */
const ownCourses = () =>
  or(
    inProgrammes(),
    sql`exists (select 1 from ${courseTrainers} where ${courseTrainers.courseId} = ${courses.id} and ${courseTrainers.personId} = ${sql.placeholder("viewerId")})`,
  );
const ownValues = (viewer: Viewer) => ({ ...programmesOf(viewer), viewerId: viewer.personId });

const sessionsOfSpan = prepared((db) =>
  sessionsIn(
    db,
    and(
      inArray(courses.state, ["open", "running"]),
      gte(sessions.startInstant, sql.placeholder("from")),
      lt(sessions.startInstant, sql.placeholder("to")),
      ownCourses(),
    ),
  ).prepare(),
);

const sessionsWithoutRoll = prepared((db) => {
  // Who holds a place is counted once a course, not once a session: the limit keeps SQLite from dissolving this.
  const running = db.$with("running").as(
    db
      .select({ courseId: courses.id, course: courses.title, expected: seats.as("expected") })
      .from(courses)
      .where(and(eq(courses.state, "running"), ne(courses.countedBy, "numbers"), ownCourses()))
      .limit(1000),
  );
  return db
    .with(running)
    .select({
      id: sessions.id,
      courseId: running.courseId,
      course: running.course,
      day: sessions.day,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
    })
    .from(running)
    .innerJoin(sessions, eq(sessions.courseId, running.courseId))
    .where(and(lt(sessions.endInstant, sql.placeholder("now")), lt(rollEntries, running.expected)))
    .orderBy(desc(sessions.startInstant), asc(sessions.id))
    .limit(20)
    .prepare();
});

/** Sessions of the viewer's running courses that begin within a span of instants (ms). */
export function sessionsBetween(viewer: Viewer, from: number, to: number) {
  return sessionsOfSpan().all({ from, to, ...ownValues(viewer) });
}

/** Sessions of running courses that are over while somebody has no entry, latest first. */
export function missingRolls(viewer: Viewer, now: number) {
  return sessionsWithoutRoll().all({ now, ...ownValues(viewer) });
}

const plannedRow = prepared((db) =>
  db
    .select({ minutes: sql<number>`coalesce(sum(${sessions.minutes}), 0)`, count: sql<number>`count(*)` })
    .from(sessions)
    .where(eq(sessions.courseId, sql.placeholder("courseId")))
    .prepare(),
);

const recordRows = prepared((db) =>
  db
    .select({
      registrationId: registrations.id,
      personId: persons.id,
      state: registrations.state,
      name: persons.name,
      latinName: persons.latinName,
      language: persons.language,
      organisation: organisations.name,
      minutes: sql<number>`coalesce(sum(${attendance.minutes}), 0)`,
      entries: sql<number>`count(${attendance.sessionId})`,
    })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .leftJoin(attendance, eq(attendance.registrationId, registrations.id))
    .where(
      and(
        eq(registrations.courseId, sql.placeholder("courseId")),
        inArray(registrations.state, [...seatStates]),
      ),
    )
    .groupBy(registrations.id)
    .orderBy(asc(persons.name), asc(registrations.id))
    .prepare(),
);

const scoreRows = prepared((db) =>
  db
    .select({ registrationId: assessments.registrationId, kind: assessments.kind, score: assessments.score })
    .from(assessments)
    .innerJoin(registrations, eq(registrations.id, assessments.registrationId))
    .where(eq(registrations.courseId, sql.placeholder("courseId")))
    .prepare(),
);

/** Per person of a course: minutes, sessions without an entry, and scores. */
export function courseRecords(viewer: Viewer, courseId: number) {
  const scope = courseScope(viewer, courseId);
  if (!scope || !may(viewer, "roll.read", scope)) return null;
  const planned = plannedRow().get({ courseId })!;
  const rows = recordRows().all({ courseId });
  const scores = scoreRows().all({ courseId });
  const byKey = new Map(scores.map((s) => [`${s.registrationId}:${s.kind}`, s.score]));
  return {
    plannedMinutes: planned.minutes,
    sessionCount: planned.count,
    people: rows.map((row) => ({
      ...row,
      sessionsWithoutEntry: planned.count - row.entries,
      preTest: byKey.get(`${row.registrationId}:pre_test`) ?? null,
      postTest: byKey.get(`${row.registrationId}:post_test`) ?? null,
      microTeaching: byKey.get(`${row.registrationId}:micro_teaching`) ?? null,
    })),
  };
}
export type CourseRecord = NonNullable<ReturnType<typeof courseRecords>>["people"][number];
