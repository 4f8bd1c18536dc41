import type { CourseState } from "../../../db/values/courses";

/** What a list is narrowed to: a state; or workshops that await approval, which are none in which one can register. */
export type ListedState = CourseState | "awaits";
export const listedAs = [
  "running",
  "awaits",
  "open",
  "draft",
  "closed",
  "cancelled",
] as const satisfies readonly ListedState[];
