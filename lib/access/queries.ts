import type { Context } from "../acts/context";
import { courseRow, trainsIn } from "../courses/store";
import type { Scope } from "./rules";

/** The scope of a course for this viewer, or null where there is no such course. */
export function courseScope(cx: Context, courseId: number): Scope | null {
  const course = courseRow(cx, courseId);
  if (!course) return null;
  const { personId } = cx.viewer;
  return {
    programmeId: course.programmeId,
    trainsCourse: personId !== null && trainsIn(cx, courseId, personId),
    schedules: course.scheduledBy !== null && course.scheduledBy === personId,
  };
}
