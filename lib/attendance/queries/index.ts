import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  lt,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { type Db, outer, prepared } from "@/db/client";
import {
  assessments,
  attendance,
  certificates,
  courses,
  courseTrainers,
  exceptions,
  modules,
  organisations,
  persons,
  registrations,
  rooms,
  sessions,
  tools,
  toolVersions,
} from "@/db/schema";
import { courseScope, inProgrammes, programmesOf } from "../../access/queries";
import { may } from "../../access/rules";
import type { Context } from "../../acts/context";
import { countsFrom } from "../../completion/rules";
import { counts } from "../../courses/queries";
import { allows } from "../../courses/rules";
import { seatStates } from "../../registrations/rules";
import { dayAt } from "../../time/zone";
import { attendanceIn, firstSinceIn, rollEntries, rollGaps, rollLacksSomebody } from "./entries";

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
      startInstant: sessions.startInstant,
      endInstant: sessions.endInstant,
      joinersFromStart: courses.joinersFromStart,
      scheduledBy: courses.scheduledBy,
      startsOn: courses.startsOn,
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
    .select({ sessionId: sessions.id, entries: rollEntries, gaps: rollGaps })
    .from(sessions)
    .where(eq(sessions.courseId, sql.placeholder("courseId")))
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
      placeSince: registrations.placeSince,
      holdsCertificate: sql<number>`exists (select 1 from ${certificates} where ${certificates.registrationId} = ${registrations.id} and ${certificates.revokedAt} is null and ${certificates.voidedAt} is null)`,
      state: attendance.state,
      minutes: attendance.minutes,
      lateMinutes: attendance.lateMinutes,
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
    .orderBy(asc(persons.sortName), asc(registrations.id))
    .prepare(),
);

/** Marks of people who left the course, in one of its sessions. */
const leftRows = prepared((db) =>
  db
    .select({
      registrationId: registrations.id,
      name: persons.name,
      latinName: persons.latinName,
      registrationState: registrations.state,
      state: attendance.state,
    })
    .from(attendance)
    .innerJoin(registrations, eq(registrations.id, attendance.registrationId))
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(
      and(
        eq(attendance.sessionId, sql.placeholder("sessionId")),
        notInArray(registrations.state, [...seatStates]),
      ),
    )
    .orderBy(asc(persons.sortName), asc(registrations.id))
    .prepare(),
);

const lastStartRow = prepared((db) =>
  db
    .select({ at: sql<number>`max(${sessions.startInstant})` })
    .from(sessions)
    .where(eq(sessions.courseId, sql.placeholder("courseId")))
    .prepare(),
);

const earlyReasonRow = prepared((db) =>
  db
    .select({ reason: exceptions.reason })
    .from(exceptions)
    .where(
      and(
        eq(exceptions.kind, "roll.early"),
        eq(exceptions.sessionId, sql.placeholder("sessionId")),
        eq(exceptions.ground, sql.placeholder("day")),
      ),
    )
    .prepare(),
);

/**
 * The roll of a session: everyone who holds a place, with what is entered; those who joined after it began are marked
 * so and owe it nothing. Beside them the marks of people who left. Null where the viewer may not see it.
 */
export function rollOf(cx: Context, sessionId: number) {
  const session = sessionById(cx.db).get({ sessionId });
  if (!session) return null;
  const scope = courseScope(cx, session.courseId);
  if (!scope || !may(cx.viewer, "roll.read", scope)) return null;
  const { courseId } = session;
  const joining = {
    lastStart: lastStartRow(cx.db).get({ courseId })!.at,
    firstSince: firstSinceIn(cx, courseId),
  };
  return {
    session,
    people: rollRows(cx.db)
      .all({ sessionId, courseId })
      .map((row) => ({
        ...row,
        holdsCertificate: row.holdsCertificate === 1,
        joinedLater: !countsFrom(session, row.placeSince, joining, session),
      })),
    left: leftRows(cx.db).all({ sessionId }),
    /** Why it is taken before its day, where somebody said so. */
    earlyReason: earlyReasonRow(cx.db).get({ sessionId, day: session.day })?.reason ?? null,
    open: allows(session.courseState, "roll"),
  };
}
export type Roll = NonNullable<ReturnType<typeof rollOf>>;
export type RollPerson = Roll["people"][number];

/** The sessions of a course with how far each roll is: entries that count, of those who were in the course by then. */
export function courseRolls(cx: Context, courseId: number) {
  const scope = courseScope(cx, courseId);
  if (!scope || !may(cx.viewer, "roll.read", scope)) return null;
  const counts = new Map(
    entriesOfCourse(cx.db)
      .all({ courseId })
      .map((row) => [row.sessionId, { entries: row.entries, expected: row.entries + row.gaps }]),
  );
  return sessionsOfCourse(cx.db)
    .all({ courseId })
    .map((session) => ({ ...session, ...counts.get(session.id)! }));
}

/** Courses in whose sessions the viewer has a part: those of a coordinator's programmes that count and those that they train. */
const ownCourses = () =>
  or(
    and(inProgrammes(), counts),
    sql`exists (select 1 from ${courseTrainers} where ${courseTrainers.courseId} = ${courses.id} and ${courseTrainers.personId} = ${sql.placeholder("viewerId")})`,
  );
const ownValues = (cx: Context) => ({ ...programmesOf(cx), viewerId: cx.viewer.personId });

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
  // Courses first: the limit keeps SQLite from dissolving this and beginning with all sessions that are over.
  const running = db.$with("running").as(
    db
      .select({ courseId: courses.id, course: courses.title })
      .from(courses)
      .where(
        and(
          // The first mark starts a trainer's workshop.
          or(eq(courses.state, "running"), and(eq(courses.state, "open"), isNotNull(courses.scheduledBy))),
          ne(courses.countedBy, "numbers"),
          ownCourses(),
        ),
      )
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
    .where(and(lt(sessions.endInstant, sql.placeholder("now")), rollLacksSomebody))
    .orderBy(desc(sessions.startInstant), asc(sessions.id))
    .limit(20)
    .prepare();
});

/** Sessions of the viewer's running courses that begin within a span of instants (ms). */
export function sessionsBetween(cx: Context, from: number, to: number) {
  return sessionsOfSpan(cx.db).all({ from, to, ...ownValues(cx) });
}

/** Sessions of running courses that are over while somebody has no entry, latest first. */
export function missingRolls(cx: Context) {
  return sessionsWithoutRoll(cx.db).all({ now: cx.now, ...ownValues(cx) });
}

const planRow = prepared((db) =>
  db
    .select({
      zone: courses.zone,
      minutes: sql<number>`(select coalesce(sum(minutes), 0) from sessions where course_id = ${outer(courses.id)})`,
      count: sql<number>`(select count(*) from sessions where course_id = ${outer(courses.id)})`,
    })
    .from(courses)
    .where(eq(courses.id, sql.placeholder("courseId")))
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
      placeSince: registrations.placeSince,
    })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .where(
      and(
        eq(registrations.courseId, sql.placeholder("courseId")),
        inArray(registrations.state, [...seatStates]),
      ),
    )
    .orderBy(asc(persons.sortName), asc(registrations.id))
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

/**
 * Per person who holds a place in a course: minutes attended and planned for them, sessions without an entry, the civil
 * day of joining where sessions before it are left out, and scores. `plannedMinutes` beside them are the course's.
 */
export function courseRecords(cx: Context, courseId: number) {
  const scope = courseScope(cx, courseId);
  if (!scope || !may(cx.viewer, "roll.read", scope)) return null;
  const plan = planRow(cx.db).get({ courseId })!;
  const attended = attendanceIn(cx, courseId);
  const scores = scoreRows(cx.db).all({ courseId });
  const byKey = new Map(scores.map((s) => [`${s.registrationId}:${s.kind}`, s.score]));
  return {
    plannedMinutes: plan.minutes,
    sessionCount: plan.count,
    people: recordRows(cx.db)
      .all({ courseId })
      .map(({ placeSince, ...row }) => {
        const counted = attended({ id: row.registrationId, placeSince });
        return {
          ...row,
          ...counted,
          joinedLater: counted.joinedLater === null ? null : dayAt(counted.joinedLater, plan.zone),
          preTest: byKey.get(`${row.registrationId}:pre_test`) ?? null,
          postTest: byKey.get(`${row.registrationId}:post_test`) ?? null,
          microTeaching: byKey.get(`${row.registrationId}:micro_teaching`) ?? null,
        };
      }),
  };
}
export type CourseRecord = NonNullable<ReturnType<typeof courseRecords>>["people"][number];
