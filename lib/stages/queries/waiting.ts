import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { dayAt } from "../../time/zone";
import { remindedOf, saidFirst } from "../rules/plan";
import { lastChased, plannersAmong } from "../store/chases";
import { firstsAmong, plannedBy } from "../workshopsPlanned";

type Planner = ReturnType<typeof plannersAmong>[number];

/** What these people plan and of what they may be reminded now; `today`: they were told something of it today. Reads once a day on earth, and once a course. */
export function waitingPlans(cx: Context, planners: readonly Planner[]) {
  const dayOf = ({ zone }: Planner) => dayAt(cx.now, zone);
  const told = lastChased(
    cx,
    planners.map(({ registrationId }) => registrationId),
  );
  const planned = new Map(
    [...new Set(planners.map(dayOf))].flatMap((today) => [
      ...plannedBy(
        cx,
        planners.filter((one) => dayOf(one) === today),
        today,
      ),
    ]),
  );
  const firsts = firstsAmong(cx, planners);
  return planners.map((one) => {
    const workshops = planned.get(one.registrationId)!;
    const soFar = firsts.get(one.registrationId)!;
    const at = told.get(one.registrationId);
    return {
      ...{ ...one, workshops, soFar },
      of: remindedOf(workshops, soFar),
      today: at !== undefined && dayAt(at, one.zone) === dayOf(one),
    };
  });
}

/**
 * The next planned workshop of people who have not taught yet after one of these trainings, by training and person, for whoever may enter
 * their action plans; null where they plan none.
 */
export function plansOfWaiting(cx: Context, courseIds: readonly number[], personIds: readonly number[]) {
  if (!gate.maySomewhere(cx, "actionPlan.enter")) return new Map<string, never>();
  const { programmes } = gate.reach(cx, "actionPlan.enter");
  const mine = plannersAmong(cx, courseIds, personIds).filter(
    ({ programmeId }) => programmes === "all" || programmes.includes(programmeId),
  );
  return new Map(
    waitingPlans(cx, mine).map(({ courseId, personId, registrationId, workshops, of, today }) => [
      `${courseId} ${personId}`,
      { registrationId, next: saidFirst(workshops), of, today },
    ]),
  );
}
export type PlansOfWaiting = ReturnType<typeof plansOfWaiting>;
