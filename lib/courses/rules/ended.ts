import type { CourseState } from "../../../db/values/courses";

/** True once nothing of a course is to come any more. */
export const hasEnded = ({ state }: { state: CourseState }): boolean =>
  state === "closed" || state === "cancelled";
