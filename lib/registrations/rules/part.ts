import type { CourseState } from "../../courses/rules";

/**
 * What these courses are to an organisation: those in which its people took part, and those that have not ended and in which some
 * have a place and none has come yet.
 */
export const partIn = <Course extends { state: CourseState; came: number; expected: number }>(
  courses: readonly Course[],
) => ({
  courses: courses.filter(({ came: people }) => people > 0),
  toCome: courses.filter(
    ({ state, came: people, expected }) =>
      people === 0 && expected > 0 && state !== "closed" && state !== "cancelled",
  ),
});
