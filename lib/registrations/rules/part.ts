import type { CourseState } from "../../courses/rules";
import { organisationKey } from "../../names/rules";

/** True where a workshop is for the organisation of this normal form, by what its trainer wrote: its name, or that among several. */
export const isFor = (audience: string, key: string): boolean =>
  [audience, ...audience.split(/[,،;؛/\n]/)].some((name) => organisationKey(name) === key);

/**
 * What these courses are to an organisation: those in which its people took part, and those that have not ended and in which some
 * have a place and none has come yet. `heldFor`: one that is held for it is to come before anybody has a place.
 */
export const partIn = <
  Course extends { state: CourseState; came: number; expected: number; heldFor?: boolean },
>(
  courses: readonly Course[],
) => ({
  courses: courses.filter(({ came: people }) => people > 0),
  toCome: courses.filter(
    ({ state, came: people, expected, heldFor }) =>
      people === 0 && (heldFor || expected > 0) && state !== "closed" && state !== "cancelled",
  ),
});
