/** The smallest radius of a workshop's dot, and how much that of the one that reached most is larger; in pixels. */
const [least, more] = [3, 6];

/** The radius of a workshop's dot by whom it reached, of the most that one on the picture reached. */
export const dotOf = (people: number, most: number): number =>
  least + more * Math.sqrt(Math.min(1, people / Math.max(1, most)));

/** Of which numbers of people a legend shows the dots: the fewest and the most that workshops on the picture reached. */
export function legendOf(reached: readonly number[]): number[] {
  const some = reached.filter((people) => people > 0).sort((a, b) => a - b);
  return [...new Set([...some.slice(0, 1), ...some.slice(-1)])];
}

/** The most that any of them reached; one where nobody was. */
export const mostDrawn = (dots: readonly number[]): number => dots.at(-1) ?? 1;
