import type { CourseState } from "../../../db/values/courses";

/**
 * True where it is not certain yet that a course takes place: a coordinator decides on a day, by how many have a place then.
 * Nothing may say of it that it does.
 */
export const isTentative = (course: {
  state: CourseState;
  decideBy: string | null;
  confirmedAt: number | null;
}): boolean =>
  course.decideBy !== null &&
  course.confirmedAt === null &&
  (course.state === "draft" || course.state === "open");
