import type { Counted } from "./doubts";
import { courseOfKey, keyOfEvent } from "./entered";
import type { Gates } from "./gates";
import { taughtOf } from "./scope";
import { type Evidence, only, stageOf } from "./stage";

/**
 * Which decisions of a way counted a workshop, or an observation of one: those of whose modules it taught one. An approval whose own
 * conditions were not met by its own workshops, and which is by no exception, was decided before these were asked for: it counted all.
 */
export function countedBy({
  history,
  gates,
  first,
}: {
  history: readonly Evidence[];
  gates: Gates;
  first: string | null;
}): Counted {
  const workshops = new Map(only(history, "workshop").map((one) => [courseOfKey(one.key), one]));
  const wentByTool = (key: string): boolean => {
    const approved = only(history, "approved").find((one) => one.key === key);
    if (!approved || approved.exception) return false;
    const { day, modules } = approved;
    const then = history.filter((one) => one.key !== key && (one.kind !== "struck" || one.day < day));
    return stageOf(then, gates, day, first, modules)?.gates.some(({ missing }) => missing > 0) ?? false;
  };
  return ({ id, kind, modules }, { courseId }) => {
    const workshop = courseId === null ? undefined : workshops.get(courseId);
    if (!workshop || taughtOf(workshop, modules)) return true;
    return kind === "approved" && wentByTool(keyOfEvent(id));
  };
}
