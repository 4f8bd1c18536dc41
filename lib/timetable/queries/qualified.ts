import type { Granted, Self } from "../../access/gate";
import type { Context } from "../../acts/context";
import { modulesCompletedAmong } from "../../certificates/store/ofPerson";
import { toolCatalogue } from "../../curriculum/queries";
import { programmeDays } from "../../programmes/store/days";
import { modulesOfTools } from "../../stages/rules/ledger";
import { certifiedForAmong } from "../../stages/store/certified";

/**
 * Which of these people may lead which of these modules, in any version of its tool: whoever completed a training of trainers
 * on it, or learnt it elsewhere as a coordinator recognised, and whoever is certified for it today, also by a paper from before.
 * So say the steps from participant to trainer: a training of trainers comes first, a certification is of named modules, and
 * qualification is per person, tool and module. A workshop for users makes nobody a trainer, and neither does having taught:
 * whoever was once accepted as a lead without it is told of again. Three looks for all of them, however many they are.
 */
export function qualifiedFor(
  cx: Context,
  people: readonly number[],
  moduleIds: readonly number[],
): (personId: number, moduleId: number) => boolean {
  if (people.length === 0 || moduleIds.length === 0) return () => false;
  const completed = modulesCompletedAmong(cx, people, "tot");
  const called = new Map(
    [...modulesOfTools(toolCatalogue(cx))].map(([id, { toolId, code }]) => [id, `${toolId} ${code}`]),
  );
  const can = new Set([
    ...completed.map(({ personId, moduleId }) => `${personId} ${called.get(moduleId)}`),
    ...certifiedForAmong(cx, people, programmeDays(cx)).map(
      ({ personId, toolId, code }) => `${personId} ${toolId} ${code}`,
    ),
  ]);
  return (personId, moduleId) => can.has(`${personId} ${called.get(moduleId)}`);
}

/** Which of these modules somebody may lead, for themselves. */
export function ownQualified(
  cx: Context,
  { personId }: Granted<Self, "account.own">,
  moduleIds: readonly number[],
): Set<number> {
  const isQualified = qualifiedFor(cx, [personId], moduleIds);
  return new Set(moduleIds.filter((id) => isQualified(personId, id)));
}
