/**
 * How many are expected at a session of a group of a course (null: of everybody), of whom so many are in each group. Who is
 * still to register needs a seat too.
 */
export function expectedAt(
  counts: ReadonlyMap<number | null, number>,
  { state, capacity }: { state: string; capacity: number },
): (groupId: number | null) => number {
  const everybody = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const all = state === "running" ? everybody : Math.max(everybody, capacity);
  return (groupId) => (groupId === null ? all : (counts.get(groupId) ?? 0));
}
