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

/** How many of those who came said that they are women, and men. */
export type SaidBySex = Pick<BySex, "women" | "men">;

/** How many in a hundred of those whose sex is known are women; there is at least one. */
export const shareOfWomen = ({ women, men }: SaidBySex): number => Math.round((women / (women + men)) * 100);

/**
 * What may be kept of the answers of those who came: of fewer than five who said their sex, that nothing is known. Who wants no answer told
 * and who was not asked are alike.
 */
export function keptBySex(answers: readonly (string | undefined)[]): SaidBySex {
  const [women, men] = ["woman", "man"].map((sex) => answers.filter((one) => one === sex).length) as [
    number,
    number,
  ];
  return women + men < fewestBySex ? { women: 0, men: 0 } : { women, men };
}

/** So many who came, by sex as far as it was kept; where that is of more people than came it is of others, and says nothing. */
export const bySexAmong = (people: number, kept: SaidBySex | undefined): BySex =>
  kept && kept.women + kept.men <= people
    ? { ...kept, unknown: people - kept.women - kept.men }
    : { ...nobody, unknown: people };

/** How many of one sex there are in a number; null where that is not known, or of too few people. Of the others alone it is not said that these were none. */
const ofSex =
  (sex: keyof SaidBySex) =>
  (people: BySex): number | null => {
    const shown = shownBySex(people);
    return shown === null || (shown[sex] === 0 && shown.unknown > 0) ? null : shown[sex];
  };

/** How many women there are in a number, as far as that is known. */
export const womenIn = ofSex("women");

/** How many men there are in a number, as far as that is known. */
export const menIn = ofSex("men");

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
