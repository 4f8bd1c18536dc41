import type { CourseState } from "../../courses/rules";
import { organisationKey } from "../../names/rules";

const bySigns = /[,،;؛/&\n]/;
const byWords = /\s(?:et|and)\s|\sو\s?(?=\p{L})/iu;

/** Normal forms of what may be one name, and where words such as "and" stand in it several: whether it is one has to be asked. */
export const joinedByWords = (audience: string): string[] =>
  [audience, ...audience.split(bySigns)].filter((part) => byWords.test(part)).map(organisationKey);

/**
 * The normal forms of the names in what a workshop's trainer wrote of whom it is for: all of it, what signs part and what words part.
 * @param called whether an organisation is called so, which is then not taken apart at its words.
 */
export function audienceNames(audience: string, called: (key: string) => boolean): string[] {
  const whole = organisationKey(audience);
  if (called(whole)) return [whole];
  const parts = audience.split(bySigns).flatMap((part) => {
    const key = organisationKey(part);
    return called(key) ? [key] : [key, ...part.split(byWords).map(organisationKey)];
  });
  return [...new Set([whole, ...parts])].filter((key) => key !== "");
}

/**
 * What these courses are to an organisation: those in which its people took part, and those that have not ended and in which some
 * have a place and none has come yet. `heldFor`: one that is held for it is to come before anybody has a place, and was held whoever came.
 */
export const partIn = <
  Course extends { state: CourseState; came: number; expected: number; heldFor?: boolean },
>(
  courses: readonly Course[],
) => ({
  courses: courses.filter(
    ({ state, came: people, heldFor }) => people > 0 || (heldFor && state === "closed"),
  ),
  toCome: courses.filter(
    ({ state, came: people, expected, heldFor }) =>
      people === 0 && (heldFor || expected > 0) && state !== "closed" && state !== "cancelled",
  ),
});
