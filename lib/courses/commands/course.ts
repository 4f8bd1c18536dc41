import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { courses, modules, persons, sessions, sessionTrainers, tools, toolVersions } from "@/db/schema";
import { demand } from "../../access/demand";
import type { Viewer } from "../../access/rules";
import { sendTexts, type Translated } from "../../i18n/rules";
import { refuse, withParams } from "../../result";
import type { SessionKind } from "../rules";

/** The course for a write, or the end of it. */
export function courseFor(
  db: Db,
  viewer: Viewer,
  courseId: number,
  permission: "course.edit" | "course.run" | "timetable.edit" | "workshop.edit" | "workshop.approve",
) {
  const course = db.select().from(courses).where(eq(courses.id, courseId)).get() ?? refuse("notFound");
  demand(viewer, permission, {
    programmeId: course.programmeId,
    schedules: course.scheduledBy !== null && course.scheduledBy === viewer.personId,
  });
  return course;
}

type Busy = {
  trainer: string;
  course: Translated;
  kind: SessionKind;
  title: string | null;
  tool: Translated | null;
  module: string | null;
  day: string;
  from: string;
  to: string;
};

/** That a trainer is elsewhere: who, in what session, when, of which course. The reader's page puts it into words. */
export function busyCode(other: Busy): string {
  const session: Translated | null = other.title
    ? { own: "en", en: other.title }
    : other.tool
      ? (Object.fromEntries(
          Object.entries(other.tool).map(([key, text]) => [
            key,
            key === "own" ? text : `${text} ${other.module}`,
          ]),
        ) as Translated)
      : null;
  return withParams("trainerBusy", {
    trainer: sendTexts({ own: "en", en: other.trainer }),
    kind: session ? "named" : other.kind,
    session: session ? sendTexts(session) : "",
    weekday: other.day,
    times: sendTexts({ own: "en", en: `${other.from}–${other.to}` }),
    course: sendTexts(other.course),
  });
}

/** Engagements of trainers in courses that are not cancelled, during a span of time. */
export function engagements(db: Db, trainerIds: readonly number[], from: number, to: number) {
  if (trainerIds.length === 0) return [];
  return db
    .select({
      sessionId: sessions.id,
      trainerId: sessionTrainers.personId,
      trainer: persons.name,
      courseId: sessions.courseId,
      course: courses.title,
      kind: sessions.kind,
      title: sessions.title,
      tool: tools.title,
      module: modules.code,
      day: sessions.day,
      from: sessions.startsAt,
      to: sessions.endsAt,
      startsAt: sessions.startInstant,
      endsAt: sessions.endInstant,
    })
    .from(sessionTrainers)
    .innerJoin(sessions, eq(sessions.id, sessionTrainers.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(persons, eq(persons.id, sessionTrainers.personId))
    .leftJoin(modules, eq(modules.id, sessions.moduleId))
    .leftJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
    .leftJoin(tools, eq(tools.id, toolVersions.toolId))
    .where(
      and(
        inArray(sessionTrainers.personId, [...trainerIds]),
        ne(courses.state, "cancelled"),
        sql`${sessions.startInstant} < ${to}`,
        sql`${sessions.endInstant} > ${from}`,
      ),
    )
    .all();
}
