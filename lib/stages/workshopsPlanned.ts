import { locales } from "../../db/values/languages";
import type { Context } from "../acts/context";
import { type CourseRow, modulesIn } from "../courses/store";
import { toolsAmong } from "../curriculum/store";
import { firstsSoFar, type PlannedState, plannedStates, workshopsAsked } from "./rules/plan";
import { workshopsOf } from "./store/chases";
import { plansOf, tooFewIn } from "./store/plans";

/** Whose plan it is, and the last civil day of the training that asked for it. */
type Planner = { registrationId: number; personId: number; endsOn: string | null };

type Held = ReturnType<typeof workshopsOf>;

/** Of the workshops of several people those that somebody holds after their training, as the rule takes them. */
const ownAmong = (held: Held, { personId, endsOn }: Planner, today: string) =>
  held.flatMap(({ state, endsOn: last, place, ...workshop }) =>
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
    planners.map((planner) => {
      const workshops = plans.filter((plan) => plan.registrationId === planner.registrationId);
      const states = plannedStates(workshops, ownAmong(held, planner, today), today);
      return [
        planner.registrationId,
        workshops.map((workshop, index) => ({ ...workshop, state: states[index] as PlannedState })),
      ];
    }),
  );
}

/**
 * How many of the first workshops people in a training of trainers have planned, scheduled or held so far, by their registrations:
 * also those with its tools that were in no plan.
 */
export function firstsOf(
  cx: Context,
  course: Pick<CourseRow, "id" | "endsOn">,
  people: readonly Omit<Planner, "endsOn">[],
): ReadonlyMap<number, number> {
  if (people.length === 0) return new Map();
  const plans = plansOf(
    cx,
    people.map(({ registrationId }) => registrationId),
  );
  const held = workshopsOf(
    cx,
    people.map(({ personId }) => personId),
  );
  const tools = held.length > 0 ? toolsAmong(cx, modulesIn(cx, course.id)).map(({ id }) => id) : [];
  const withTools = held.filter(({ toolId }) => tools.includes(toolId));
  return new Map(
    people.map(({ registrationId, personId }) => {
      const own = ownAmong(withTools, { registrationId, personId, endsOn: course.endsOn }, "");
      const planned = plans.filter((plan) => plan.registrationId === registrationId);
      return [registrationId, firstsSoFar(planned, own)];
    }),
  );
}

/** How many who are asked for their first workshops in a course have planned or held fewer. */
export function countWithoutPlan(cx: Context, course: Pick<CourseRow, "id" | "endsOn">): number {
  const firsts = firstsOf(cx, course, tooFewIn(cx, course.id));
  return [...firsts.values()].filter((so) => so < workshopsAsked).length;
}

/** How many of the first workshops each of these has planned or held, by their registration; read once a course. */
export const firstsAmong = (
  cx: Context,
  planners: readonly (Planner & { courseId: number })[],
): ReadonlyMap<number, number> =>
  new Map(
    [...new Set(planners.map(({ courseId }) => courseId))].flatMap((id) => {
      const there = planners.filter(({ courseId }) => courseId === id);
      return [...firstsOf(cx, { id, endsOn: there[0]!.endsOn }, there)];
    }),
  );

/** Who of these has planned or held fewer of the first workshops than are asked for, each with how many. */
export function lackingAmong<One extends Planner & { courseId: number }>(
  cx: Context,
  planners: readonly One[],
): (One & { planned: number })[] {
  const firsts = firstsAmong(cx, planners);
  return planners.flatMap((one) => {
    const planned = firsts.get(one.registrationId)!;
    return planned < workshopsAsked ? [{ ...one, planned }] : [];
  });
}
