import type { CourseKind, CourseState } from "../../../db/values/courses";
import type { RegistrationState } from "../../../db/values/registrations";

/** The most workshops that an action plan holds; the first two are asked for. */
export const mostPlanned = 4;

/** True for a training of trainers that is under way or over, whose people are asked for an action plan. */
export const asksForPlans = (course: {
  kind: CourseKind;
  state: CourseState;
  countedBy: "people" | "numbers";
}): boolean =>
  course.kind === "tot" &&
  course.countedBy === "people" &&
  (course.state === "running" || course.state === "closed");

/** True of whoever is in such a course with a place, and came where it is over. */
export const isAskedForPlan = (state: RegistrationState): boolean =>
  state === "accepted" || state === "attended";
