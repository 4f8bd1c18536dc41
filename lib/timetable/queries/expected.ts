import type { Context } from "../../acts/context";
import { countsByGroup } from "../../registrations/store/groups";

/** How many are expected at a session of a group of a course (null: of everybody). Who is still to register needs a seat too. */
export function expectedIn(
  cx: Context,
  { id, state, capacity }: { id: number; state: string; capacity: number },
): (groupId: number | null) => number {
  const counts = countsByGroup(cx, id);
  const everybody = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const all = state === "running" ? everybody : Math.max(everybody, capacity);
  return (groupId) => (groupId === null ? all : (counts.get(groupId) ?? 0));
}
