import type { Context } from "../acts/context";
import { type CourseRow, trainsIn } from "../courses/store";
import { someWorksIn } from "../programmes/store/countries";
import { sharersOf } from "../sharing/store";
import type { GrantedCourse, GrantedWorkshop } from "./granted";
import { coordinatedProgrammes, mayAnywhere, may as mayBy, type Permission } from "./table";

/** True where a course could be the viewer's by being shared alone: what it is shared with is asked for nobody else. */
const isAsSharer = ({ viewer }: Context, { programmeId }: CourseRow) =>
  viewer.coordinates.length > 0 && !viewer.administrator && !viewer.coordinates.includes(programmeId);

/** How the viewer stands to a course. */
export const scopeOf = (cx: Context, course: CourseRow) => ({
  programmeId: course.programmeId,
  trainsCourse: cx.viewer.personId !== null && trainsIn(cx, course.id, cx.viewer.personId),
  schedules: course.scheduledBy !== null && course.scheduledBy === cx.viewer.personId,
  sharedWith: isAsSharer(cx, course) ? sharersOf(cx, course.id) : [],
});

/**
 * Which of the viewer's programmes share a course that they were handed and that none of theirs leads: they read it, and may
 * leave it. None for an administrator, who may all.
 */
export const sharedBy = (cx: Context, course: GrantedCourse<Permission>): number[] =>
  isAsSharer(cx, course) ? sharersOf(cx, course.id).filter((id) => cx.viewer.coordinates.includes(id)) : [];

/** True where a course is a trainer's own workshop. */
export const isWorkshop = <P extends Permission>(row: GrantedCourse<P>): row is GrantedWorkshop<P> =>
  row.scheduledBy !== null;

/** True where the viewer may do this too with a course that they were handed. For what a page offers. */
export const mayIn = (cx: Context, permission: Permission, row: GrantedCourse<Permission>): boolean =>
  mayBy(cx.viewer, permission, scopeOf(cx, row));

/** The same for several permissions, as a question that is asked of each. */
export function holdsIn(cx: Context, row: GrantedCourse<Permission>): (permission: Permission) => boolean {
  const scope = scopeOf(cx, row);
  return (permission) => mayBy(cx.viewer, permission, scope);
}

/** True where the course that the viewer was handed is a trainer's own workshop in which they may do this too. */
export const mayInWorkshop = (cx: Context, permission: Permission, row: GrantedCourse<Permission>): boolean =>
  isWorkshop(row) && mayIn(cx, permission, row);

/** True where the viewer may do this in a programme, or with what is for all (null); for what is not there yet. */
export const mayInProgramme = (cx: Context, permission: Permission, programmeId: number | null): boolean =>
  mayBy(cx.viewer, permission, { programmeId: programmeId ?? undefined });

/** True where the viewer may do this with what is a country's: who coordinates a programme that works there, and administrators. */
export function mayInCountry(cx: Context, permission: Permission, country: string): boolean {
  if (!mayAnywhere(cx.viewer, permission)) return false;
  const programmes = coordinatedProgrammes(cx.viewer, permission);
  return programmes === "all" || someWorksIn(cx, programmes, country);
}

/** True where the viewer may do this somewhere, whatever it is done with. */
export const maySomewhere = (cx: Context, permission: Permission): boolean =>
  mayAnywhere(cx.viewer, permission);
