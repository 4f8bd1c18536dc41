import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { courses, persons, sessions, sessionTrainers } from "@/db/schema";
import { demand } from "../../access/demand";
import type { Viewer } from "../../access/rules";
import { inLanguage, type Translated } from "../../i18n/rules";
import { refuse, withParams } from "../../result";

/** The course for a write, or the end of it. */
export function courseFor(
  db: Db,
  viewer: Viewer,
  courseId: number,
  permission: "course.edit" | "timetable.edit",
) {
  const course = db.select().from(courses).where(eq(courses.id, courseId)).get() ?? refuse("notFound");
  demand(viewer, permission, { programmeId: course.programmeId });
  return course;
}

/** That a trainer is elsewhere, naming the other course in the viewer's language. */
export function busyCode(other: { trainer: string; course: Translated }, viewer: Viewer): string {
  const course = inLanguage(other.course, viewer.language ?? "en").text;
  return withParams("trainerBusy", { trainer: other.trainer, course });
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
      startsAt: sessions.startInstant,
      endsAt: sessions.endInstant,
    })
    .from(sessionTrainers)
    .innerJoin(sessions, eq(sessions.id, sessionTrainers.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(persons, eq(persons.id, sessionTrainers.personId))
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
