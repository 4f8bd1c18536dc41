import { fold } from "../../text";

/** A workshop as far as it says whether another record is of the same one: where it was held, and the keys of who was present. */
export type Told = { key: string; day: string; place: readonly string[]; people: ReadonlySet<number> };

/** True where half of the people of the smaller one, or more, are of the other as well. */
function samePeople(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const both = [...a].filter((id) => b.has(id)).length;
  return both > 0 && both * 2 >= Math.min(a.size, b.size);
}

/** True where two places have a name in common. */
function samePlace(a: readonly string[], b: readonly string[]): boolean {
  const names = new Set(a.map(fold).filter((name) => name !== ""));
  return b.some((name) => names.has(fold(name)));
}

/**
 * Of workshops of one trainer those that may be one recorded twice, each with the keys of the others: they ended on one day, in one place, as far
 * as a place of one is called as one of the other, or with the same people.
 */
export function perhapsTwice(workshops: readonly Told[]): ReadonlyMap<string, string[]> {
  const others = (one: Told) =>
    workshops.flatMap((other) =>
      other.key !== one.key &&
      other.day === one.day &&
      (samePlace(one.place, other.place) || samePeople(one.people, other.people))
        ? other.key
        : [],
    );
  return new Map(
    workshops.flatMap((one) => {
      const found = others(one);
      return found.length > 0 ? [[one.key, found] as const] : [];
    }),
  );
}

/**
 * Which of them were recorded after another that may be the same one, each with the first of these: it counts once somebody confirmed that
 * it is another.
 * @param order of the keys: in which they were recorded.
 */
export function recordedAgain(
  twice: ReadonlyMap<string, readonly string[]>,
  order: (key: string) => number,
): ReadonlyMap<string, string> {
  return new Map(
    [...twice].flatMap(([key, others]) => {
      const [first] = [...others].sort((a, b) => order(a) - order(b));
      return first !== undefined && order(first) < order(key) ? [[key, first] as const] : [];
    }),
  );
}
