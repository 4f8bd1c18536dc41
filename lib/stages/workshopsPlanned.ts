import { locales } from "../../db/values/languages";
import type { Context } from "../acts/context";
import { type PlannedState, plannedStates } from "./rules/plan";
import { workshopsOf } from "./store/chases";
import { plansOf } from "./store/plans";

/** Whose plan it is, and the last civil day of the training that asked for it. */
type Planner = { registrationId: number; personId: number; endsOn: string | null };

/** The workshops that people plan, by their registrations, each with what became of it on a civil day. */
export function plannedBy(cx: Context, planners: readonly Planner[], today: string) {
  const plans = plansOf(
    cx,
    planners.map(({ registrationId }) => registrationId),
  );
  const planning = new Set(plans.map(({ registrationId }) => registrationId));
  const held = workshopsOf(
    cx,
    planners.flatMap(({ registrationId, personId }) => (planning.has(registrationId) ? personId : [])),
  );
  return new Map(
    planners.map(({ registrationId, personId, endsOn }) => {
      const workshops = plans.filter((plan) => plan.registrationId === registrationId);
      const own = held.flatMap(({ state, endsOn: last, place, ...workshop }) =>
        workshop.personId === personId && (workshop.startsOn ?? "9999") >= (endsOn ?? "")
          ? [
              {
                ...workshop,
                place: locales.flatMap((one) => place[one] ?? []),
                over: state === "closed" || (last !== null && last < today),
              },
            ]
          : [],
      );
      const states = plannedStates(workshops, own, today);
      return [
        registrationId,
        workshops.map((workshop, index) => ({ ...workshop, state: states[index] as PlannedState })),
      ];
    }),
  );
}
