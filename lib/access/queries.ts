import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import { accounts, courses, courseTrainers, persons, programmeMembers } from "@/db/schema";
import { coordinatedProgrammes, may, type Permission, type Scope, type Viewer, visitor } from "./rules";

/** The viewer behind a session: none where the account is gone or its sessions were ended since. */
export function viewerOf(accountId: number, sessionVersion: number): Viewer {
  const row = read()
    .select({
      accountId: accounts.id,
      personId: persons.id,
      name: persons.name,
      language: persons.language,
      administrator: accounts.isAdministrator,
    })
    .from(accounts)
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .where(and(eq(accounts.id, accountId), eq(accounts.sessionVersion, sessionVersion)))
    .get();
  if (!row) return visitor;
  const roles = read()
    .select({ programmeId: programmeMembers.programmeId, role: programmeMembers.role })
    .from(programmeMembers)
    .where(eq(programmeMembers.personId, row.personId))
    .all();
  const of = (role: string) => roles.filter((r) => r.role === role).map((r) => r.programmeId);
  return { kind: "account", ...row, coordinates: of("coordinator"), trains: of("trainer") };
}

/** The scope of a course for this viewer, or null where there is no such course. */
export function courseScope(viewer: Viewer, courseId: number): Scope | null {
  const course = read()
    .select({ programmeId: courses.programmeId })
    .from(courses)
    .where(eq(courses.id, courseId))
    .get();
  if (!course) return null;
  if (viewer.personId === null || viewer.trains.length === 0) return course;
  const trains = read()
    .select({ id: courseTrainers.personId })
    .from(courseTrainers)
    .where(and(eq(courseTrainers.courseId, courseId), eq(courseTrainers.personId, viewer.personId)))
    .get();
  return { ...course, trainsCourse: trains !== undefined };
}

/** True where the viewer may do that in this course. */
export function mayInCourse(viewer: Viewer, permission: Permission, courseId: number): boolean {
  const scope = courseScope(viewer, courseId);
  return scope !== null && may(viewer, permission, scope);
}

/** Programme keys for an SQL `IN`, or null for all of them. */
export function programmeFilter(viewer: Viewer): number[] | null {
  const programmes = coordinatedProgrammes(viewer);
  return programmes === "all" ? null : [...programmes];
}
