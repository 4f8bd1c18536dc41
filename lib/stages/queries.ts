import { isCertifiedStage } from "../../db/values/stages";
import type { Granted, GrantedCourse, GrantedRegistration, Self } from "../access/gate";
import * as gate from "../access/gate";
import type { Context } from "../acts/context";
import { type CourseRow, modulesIn } from "../courses/store";
import { toolCatalogue } from "../curriculum/queries";
import { toolsAmong } from "../curriculum/store";
import { toldApart } from "../people/rules/apart";
import { isKnownIn, type PersonRow } from "../people/store";
import { programmesIn } from "../programmes/store";
import type { OnDay } from "../programmes/store/days";
import { registrationRowOf, registrationRowsIn } from "../registrations/store";
import { registeredPeople, rosterOf } from "../registrations/store/roster";
import { dayAt } from "../time/zone";
import { judge } from "./judge";
import { ledgerOf, type ToolLedger } from "./rules/ledger";
import { isAskedForPlan, mayPlan, takesPlans } from "./rules/plan";
import { shownWays, type WayStanding } from "./shownWays";
import { learntBy, taughtBy } from "./store/evidence";
import { plansOf } from "./store/plans";
import { standingsOf } from "./store/standings";
import { bondWith } from "./unbound";
import { firstsOf, plannedBy } from "./workshopsPlanned";

export { type Observation, personObservations } from "./observed";
export { bondWith } from "./unbound";
export type { WayStanding };

const ledger = (cx: Context, personId: number): ToolLedger[] =>
  ledgerOf(toolCatalogue(cx), learntBy(cx, [personId]), taughtBy(cx, [personId]));

/** What somebody completed and taught of each tool, over all courses, for whoever may read the person. */
export const personLedger = (cx: Context, { id }: Granted<PersonRow, "people.read">): ToolLedger[] =>
  ledger(cx, id);

/** The same of whoever is signed in. */
export const ownLedger = (cx: Context, { personId }: Granted<Self, "account.own">): ToolLedger[] =>
  ledger(cx, personId);

/** The programmes in which the viewer may recognise what this person learnt elsewhere; none for oneself and whoever is bound to the viewer. */
export const recognisers = (cx: Context, { id }: Granted<PersonRow, "people.read">) =>
  bondWith(cx, id) || !gate.maySomewhere(cx, "learning.recognise")
    ? []
    : programmesIn(cx, gate.reach(cx, "learning.recognise").programmes)
        .filter((programme) => isKnownIn(cx, id, [programme.id]))
        .map(({ id: programmeId, title }) => ({ id: programmeId, title }));

/**
 * Where somebody is with each tool on a civil day, in each programme in whose training of trainers they completed some of it,
 * judged by the version of its gates that was in force when they entered; `version`: null where the product's own gates hold.
 */
const standings = (cx: Context, personId: number, on: OnDay) =>
  shownWays(cx, personId, judge(cx, [personId], on));

/** The same for whoever may read the person. */
export const personStandings = (
  cx: Context,
  { id }: Granted<PersonRow, "people.read">,
  on: OnDay,
): WayStanding[] => standings(cx, id, on);

/** The same of whoever is signed in. */
export const ownStandings = (
  cx: Context,
  { personId }: Granted<Self, "account.own">,
  on: OnDay,
): WayStanding[] => standings(cx, personId, on);

/** True where whoever is signed in is certified with any tool now. */
export const ownIsCertified = (cx: Context, { personId }: Granted<Self, "account.own">): boolean =>
  standingsOf(cx, [personId]).some(({ stage }) => isCertifiedStage(stage));

const toolsOf = (cx: Context, course: CourseRow) => toolsAmong(cx, modulesIn(cx, course.id));

/** One's own action plan with the tools that it may be about; null where none is asked for. */
export const ownPlan = (cx: Context, row: GrantedRegistration<"registration.follow">) =>
  takesPlans(row.course) && mayPlan(row.state)
    ? {
        tools: toolsOf(cx, row.course),
        endsOn: row.course.endsOn,
        workshops: plansOf(cx, [row.id]),
        /** How many of the first workshops are planned or held. */
        soFar: firstsOf(cx, row.course, [{ registrationId: row.id, personId: row.personId }]).get(row.id)!,
      }
    : null;

/** Where whoever is signed in writes down their plan after a training of trainers: on their own registration there; null without one. */
export function ownPlanHref(cx: Context, { personId }: Granted<Self, "account.own">, courseId: number) {
  const row = registrationRowOf(cx, courseId, personId);
  return row && `/registrations/${row.token}#plan`;
}

/** What somebody plans, or is to plan: the tools that it may be about, and the workshops. */
export type ActionPlan = NonNullable<ReturnType<typeof ownPlan>>;

/**
 * Who in a training of trainers has an action plan, by name, with what became of it today, and the tools that it may be about;
 * of who has no place yet (`asked` false) those who have proposed days already. Null where none is made.
 */
export function plansIn(cx: Context, course: GrantedCourse<"actionPlan.enter">) {
  if (!takesPlans(course)) return null;
  const placed = rosterOf(cx, course.id).filter(({ state }) => isAskedForPlan(state));
  const early = registrationRowsIn(cx, course.id)
    .filter(({ state }) => mayPlan(state) && !isAskedForPlan(state))
    .map(({ id }) => id);
  const proposed = new Set(plansOf(cx, early).map(({ registrationId }) => registrationId));
  const people = [...placed, ...registeredPeople(cx, [...proposed])];
  const { endsOn } = course;
  const apart = toldApart(people);
  const planned = plannedBy(
    cx,
    people.map(({ registrationId, personId }) => ({ registrationId, personId, endsOn })),
    dayAt(cx.now, course.zone),
  );
  const firsts = firstsOf(cx, course, people);
  return {
    tools: toolsOf(cx, course),
    endsOn,
    people: people.map(({ registrationId, state, name, latinName }, nth) => ({
      ...{ registrationId, state, name, latinName },
      /** False for whoever has no place yet. */
      asked: isAskedForPlan(state),
      /** What tells them from others of their name. */
      apart: apart[nth] ?? null,
      workshops: planned.get(registrationId)!,
      /** How many of the first workshops are planned or held. */
      soFar: firsts.get(registrationId)!,
    })),
  };
}
