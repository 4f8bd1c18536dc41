import { nameKey } from "../../names/rules";

type Somebody = { name: string; organisation: string | null; number: number };

/** By what somebody is told from others of the same name. */
export type Apart = { organisation: string } | { number: number };

const counts = (keys: readonly string[]) => {
  const found = new Map<string, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
};

/**
 * What tells each of these people from the others of their name, in the same order: where they belong, or where that is
 * not known or several of the name belong there, the number of their registration. Null for whose name is theirs alone.
 */
export function toldApart(people: readonly Somebody[]): (Apart | null)[] {
  const named = people.map(({ name }) => nameKey(name));
  const placed = people.map(({ organisation }, i) => `${named[i]}\n${organisation ?? ""}`);
  const [byName, byPlace] = [counts(named), counts(placed)];
  return people.map(({ organisation, number }, i) => {
    if (byName.get(named[i]!) === 1) return null;
    return organisation && byPlace.get(placed[i]!) === 1 ? { organisation } : { number };
  });
}

/** Where somebody is at home, as far as it is known, as it is written: the closest first. */
type Placed = { name: string; at: readonly (string | null)[] };

/**
 * What tells each of these people from the others of their name, in the same order, where no registration numbers them: the first
 * word of where they belong that is theirs alone, or, where none is, all that is known. Empty for whose name is theirs alone.
 */
export function toldApartByPlace(people: readonly Placed[]): string[][] {
  const named = people.map(({ name }) => nameKey(name));
  const byName = counts(named);
  const bearers = (i: number) => people.filter((_, other) => named[other] === named[i]);
  return people.map(({ at }, i) => {
    if (byName.get(named[i]!) === 1) return [];
    const known = at.flatMap((word) => word ?? []);
    const own = at.find((word, nth) => word && bearers(i).filter((one) => one.at[nth] === word).length === 1);
    return own ? [own] : [...new Set(known)];
  });
}
