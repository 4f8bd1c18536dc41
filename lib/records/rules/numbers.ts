import type { headcountGroups, headcountMeasures } from "../../courses/rules";

/** A number of people by sex, as far as it is known. */
export type BySex = { women: number; men: number; unknown: number };

/** Nobody. */
export const nobody: BySex = { women: 0, men: 0, unknown: 0 };

/** How many that are in all. */
export const peopleIn = ({ women, men, unknown }: BySex) => women + men + unknown;

/** Both together. */
export const together = (a: BySex, b: BySex): BySex => ({
  women: a.women + b.women,
  men: a.men + b.men,
  unknown: a.unknown + b.unknown,
});

/** Of fewer people than this nothing is said by sex: it would say it of each. */
export const fewestBySex = 5;

/** A number by sex as it may be shown; null where nothing of it is known by sex, or it is of too few people. */
export const shownBySex = (people: BySex): BySex | null =>
  people.women + people.men === 0 || peopleIn(people) < fewestBySex ? null : people;

/**
 * A course within a sum: one of fewer people counts as of unknown sex, or the sum with and without it would say what it may not say
 * itself.
 */
export const bySexInSum = (people: BySex): BySex =>
  shownBySex(people) ?? { ...nobody, unknown: peopleIn(people) };

type Measure = (typeof headcountMeasures)[number];
type Grouping = (typeof headcountGroups)[number];
type Counted = { measure: Measure; grouping: Grouping; count: number };

/** How many a record says there were; null where it says nothing of all. */
export function countedBySex(headcounts: readonly Counted[], measure: Measure): BySex | null {
  const of = (grouping: Grouping) =>
    headcounts.find((h) => h.measure === measure && h.grouping === grouping)?.count ?? null;
  const [total, women, men] = [of("total"), of("woman"), of("man")];
  if (total === null && (women === null || men === null)) return null;
  const known = (women ?? 0) + (men ?? 0);
  return { women: women ?? 0, men: men ?? 0, unknown: Math.max(0, (total ?? known) - known) };
}

/** How many a recorded course reached: who attended; where that is not known, who completed it, else who was enrolled. */
export const reachedByRecord = (headcounts: readonly Counted[]): BySex | null =>
  countedBySex(headcounts, "attended") ??
  countedBySex(headcounts, "completed") ??
  countedBySex(headcounts, "enrolled");
