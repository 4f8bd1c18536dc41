/** Who is set directly above whom: keys of people. */
export type Above = ReadonlyMap<number, number>;

/** Everybody above somebody, the closest first; stops where going up leads back. */
export function allAbove(above: Above, personId: number): number[] {
  const found = new Set<number>();
  for (let one = above.get(personId); one !== undefined && !found.has(one); one = above.get(one))
    found.add(one);
  return [...found];
}

/** True where `who` is above `personId`, directly or over several steps. Nobody is above themselves. */
export const isAbove = (above: Above, who: number, personId: number): boolean =>
  who !== personId && allAbove(above, personId).includes(who);

/** What two people have to do with each other that keeps one from deciding on, or entering something of, the other. */
export type Bond = "ownStage" | "subordinate" | "theirSuperior";

/**
 * Why somebody may neither decide on a person nor enter what counts on their way: they are one, or one is set above the other,
 * directly or over several steps; null where nothing binds them. `above`: of both.
 */
export const bondOf = (above: Above, viewer: number | null, personId: number): Bond | null =>
  viewer === null
    ? null
    : viewer === personId
      ? "ownStage"
      : isAbove(above, viewer, personId)
        ? "subordinate"
        : isAbove(above, personId, viewer)
          ? "theirSuperior"
          : null;

/** True where going up would lead back, were `superiorId` set above `personId`. */
export const wouldCircle = (above: Above, personId: number, superiorId: number): boolean =>
  superiorId === personId || isAbove(above, personId, superiorId);
