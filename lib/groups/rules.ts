/** The key of a group, or null for what is everybody's and whoever is in none. */
type OfGroup = { groupId: number | null };

/**
 * True where a session is planned for somebody by their group: what is of no group is everybody's, what is of one is
 * theirs who are in it.
 */
export const isTheirs = (session: OfGroup, person: OfGroup): boolean =>
  session.groupId === null || session.groupId === person.groupId;

/** True where nobody is in both of these sessions: each is of a group, and not of the same. */
export const areApart = (a: OfGroup, b: OfGroup): boolean =>
  a.groupId !== null && b.groupId !== null && a.groupId !== b.groupId;

/**
 * Names of groups by what they differ in, where there is no room for all of each: "A" and "B" for "Group A" and "Group B".
 * Words that all begin or end with are left out; nothing is where a name would be left empty.
 */
export function shortNames(names: readonly string[]): Map<string, string> {
  const words = new Map([...new Set(names)].map((name) => [name, name.trim().split(/\s+/u)]));
  const all = [...words.values()];
  const spare = () => all.length > 1 && all.every((of) => of.length > 1);
  while (spare() && all.every((of) => of[0] === all[0]![0])) for (const of of all) of.shift();
  while (spare() && all.every((of) => of.at(-1) === all[0]!.at(-1))) for (const of of all) of.pop();
  return new Map([...words].map(([name, of]) => [name, of.join(" ")]));
}
