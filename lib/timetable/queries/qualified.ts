import type { Granted, Self } from "../../access/gate";
import type { Context } from "../../acts/context";
import { modulesCompletedAmong } from "../../certificates/store/ofPerson";
import { modulesAmong } from "../../curriculum/store";
import { modulesTaughtBy } from "../store/taughtAs";

/**
 * Which of these people may lead which of these modules: whoever completed it, or taught it in another course that is or was
 * held, in any version of its tool. Two looks for all of them, however many they are.
 * @param but the course whose own sessions say nothing of it; null where none is left out.
 */
export function qualifiedFor(
  cx: Context,
  people: readonly number[],
  moduleIds: readonly number[],
  but: number | null,
): (personId: number, moduleId: number) => boolean {
  const known =
    people.length === 0 || moduleIds.length === 0
      ? []
      : [
          ...modulesCompletedAmong(cx, people),
          ...modulesTaughtBy(cx, people).filter(({ courseId }) => courseId !== but),
        ];
  const named = new Set([...known.map(({ moduleId }) => moduleId), ...moduleIds]);
  const called = new Map(
    modulesAmong(cx, [...named]).map((m) => [m.moduleId, `${m.toolId} ${m.moduleCode}`]),
  );
  const can = new Set(known.map(({ personId, moduleId }) => `${personId} ${called.get(moduleId)}`));
  return (personId, moduleId) => can.has(`${personId} ${called.get(moduleId)}`);
}

/** Which of these modules somebody may lead, for themselves. */
export function ownQualified(
  cx: Context,
  { personId }: Granted<Self, "account.own">,
  moduleIds: readonly number[],
): Set<number> {
  const isQualified = qualifiedFor(cx, [personId], moduleIds, null);
  return new Set(moduleIds.filter((id) => isQualified(personId, id)));
}
