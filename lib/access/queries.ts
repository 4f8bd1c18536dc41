import { and, eq, sql } from "drizzle-orm";
import { among, prepared } from "@/db/client";
import { courses, courseTrainers } from "@/db/schema";
import type { Context } from "../acts/context";
import { coordinatedProgrammes, may, type Permission, type Scope } from "./rules";

const scopeOf = prepared((db) =>
  db
    .select({
      programmeId: courses.programmeId,
      scheduledBy: courses.scheduledBy,
      trainer: courseTrainers.personId,
    })
    .from(courses)
    .leftJoin(
      courseTrainers,
      and(eq(courseTrainers.courseId, courses.id), eq(courseTrainers.personId, sql.placeholder("personId"))),
    )
    .where(eq(courses.id, sql.placeholder("courseId")))
    .prepare(),
);

/** The scope of a course for this viewer, or null where there is no such course. */
export function courseScope(cx: Context, courseId: number): Scope | null {
  const row = scopeOf(cx.db).get({ courseId, personId: cx.viewer.personId });
  if (!row) return null;
  return {
    programmeId: row.programmeId,
    trainsCourse: row.trainer !== null,
    schedules: row.scheduledBy !== null && row.scheduledBy === cx.viewer.personId,
  };
}

/** True where the viewer may do that in this course. */
export function mayInCourse(cx: Context, permission: Permission, courseId: number): boolean {
  const scope = courseScope(cx, courseId);
  return scope !== null && may(cx.viewer, permission, scope);
}

/** Condition of a prepared query: the course is of a programme that the viewer coordinates, by `programmesOf`. */
export const inProgrammes = () =>
  sql`(${sql.placeholder("everyProgramme")} or ${among(courses.programmeId, "programmes")})`;

/** The values of `inProgrammes` for a viewer. */
export function programmesOf(cx: Context) {
  const programmes = programmeFilter(cx);
  return { everyProgramme: programmes === null ? 1 : 0, programmes: JSON.stringify(programmes ?? []) };
}

/** Programme keys for an SQL `IN`, or null for all of them. */
export function programmeFilter(cx: Context): number[] | null {
  const programmes = coordinatedProgrammes(cx.viewer);
  return programmes === "all" ? null : [...programmes];
}
