/** How somebody fits what is to be taught. */
export type Fit = {
  /** Of how many of the modules they completed or taught one, of how many. */
  modules: { known: number; all: number };
  /** True where they speak a language of the course. */
  speaks: boolean;
  /** True where they live in its country; null where it is not known where they live. */
  sameCountry: boolean | null;
  /** How many of the sessions meet others that they teach, and how many they are away at. */
  clashes: number;
  away: number;
  /** On how many civil days they teach around that time. */
  load: number;
};

/** So many days before and after what is to be taught count for how much somebody teaches around it. */
export const loadDays = 14;

/** What decides between two, the weightiest first; smaller comes first. */
const weights = (fit: Fit): number[] => [
  fit.clashes > 0 ? 1 : 0,
  fit.away > 0 ? 1 : 0,
  fit.modules.all === 0 ? 0 : 1 - fit.modules.known / fit.modules.all,
  fit.speaks ? 0 : 1,
  fit.sameCountry === true ? 0 : fit.sameCountry === null ? 1 : 2,
  fit.load,
];

/**
 * People in the order in which they can teach it: whoever is free before whoever is not, then by modules, language, place
 * and load; who is alike stays in the order in which they are given.
 */
export function inOrderOfFit<T extends { fit: Fit }>(people: readonly T[]): T[] {
  const compare = (a: T, b: T) => {
    const [one, other] = [weights(a.fit), weights(b.fit)];
    const at = one.findIndex((weight, i) => weight !== other[i]);
    return at < 0 ? 0 : one[at]! - other[at]!;
  };
  return [...people].sort(compare);
}
