import { type Granted, mayInProgramme, type Self } from "../../access/gate";
import type { Context } from "../../acts/context";
import { dayAt } from "../../time/zone";
import { daysOverdue } from "../rules/plan";
import { plannersAs } from "../store/chases";
import { plannedBy } from "../workshopsPlanned";

/**
 * The workshops of one's own action plans that are not scheduled yet, the first to be held first. `day` is null where the
 * planned one is over: nobody held it then. Country and zone are those of the training in which it was planned.
 */
export function ownPlanned(cx: Context, { personId }: Granted<Self, "account.own">) {
  const planners = plannersAs(cx, personId);
  // Each zone has its own day; the plans of all trainings of one are read together.
  return [...new Set(planners.map(({ zone }) => zone))]
    .flatMap((zone) => {
      const today = dayAt(cx.now, zone);
      const there = planners.filter((planner) => planner.zone === zone);
      const planned = plannedBy(cx, there, today);
      return there.flatMap(({ registrationId, programmeId, country }) =>
        planned
          .get(registrationId)!
          .filter(({ state }) => state === "planned" || state === "overdue")
          .map(({ number, toolId, day, place, audience }) => ({
            ...{ registrationId, number, toolId, place, audience, plannedFor: day },
            ...{ programmeId, country, zone },
            day: day < today ? null : day,
          })),
      );
    })
    .sort((a, b) => a.plannedFor.localeCompare(b.plannedFor));
}

/** Those of them that the viewer is asked about: their day has been over for some days, and not for so long that nobody asks any more. */
export function ownOverdue(cx: Context, self: Granted<Self, "account.own">, today: string) {
  const [first, last] = daysOverdue(today);
  return ownPlanned(cx, self).filter(
    ({ day, plannedFor, programmeId }) =>
      day === null &&
      first <= plannedFor &&
      plannedFor <= last &&
      mayInProgramme(cx, "workshop.schedule", programmeId),
  );
}

/** A workshop of one's own action plans that is not scheduled yet. */
export type PlannedOwn = ReturnType<typeof ownPlanned>[number];
