import type { SystemContext } from "../../acts/context";
import { happened } from "../../acts/happened";
import { inTransaction } from "../../acts/transaction";
import { registrationsUntold } from "../../messages/store";
import { dayAt, daysSomewhere } from "../../time/zone";
import { daysOverdue, endsOfAsked, isPlanAsked } from "../rules/plan";
import { askedAmong, chasedOf, keepChase, plannersOf, planningTooFew, plansToLookAt } from "../store/chases";
import { tellOverdue } from "../tellOverdue";
import { lackingAmong, plannedBy } from "../workshopsPlanned";

/** The widest span of days that holds what a rule says of each day somewhere on earth now. */
const anywhere = (cx: SystemContext, of: (today: string) => [string, string]): [string, string] => {
  const [first, last] = daysSomewhere(cx.now);
  return [of(first)[0], of(last)[1]];
};

/**
 * Who is asked now for the first workshops that they have not planned: once with none, and once with one of them, which nobody
 * hears before the last day of the training, as they may be at it.
 */
function toAsk(cx: SystemContext) {
  const lacking = lackingAmong(
    cx,
    planningTooFew(cx, anywhere(cx, endsOfAsked)).filter(({ endsOn, zone }) =>
      isPlanAsked(endsOn!, dayAt(cx.now, zone)),
    ),
  ).filter(({ planned, endsOn, zone }) => planned === 0 || endsOn! <= dayAt(cx.now, zone));
  const asked = askedAmong(
    cx,
    lacking.map(({ registrationId }) => registrationId),
  );
  return lacking.filter(
    (one) => !asked.some((was) => was.registrationId === one.registrationId && was.planned === one.planned),
  );
}

/** The plans in which workshops are overdue of which whose plan it is was not told. */
const overdue = (cx: SystemContext) =>
  plansToLookAt(cx, anywhere(cx, daysOverdue)).flatMap((planner) => {
    const today = dayAt(cx.now, planner.zone);
    const [first] = daysOverdue(today);
    const workshops = plannedBy(cx, [planner], today).get(planner.registrationId)!;
    const told = chasedOf(cx, planner.registrationId);
    const late = workshops.filter(
      ({ state, ...one }) =>
        state === "overdue" &&
        one.day >= first &&
        !told.some(({ toolId, day }) => toolId === one.toolId && day === one.day),
    );
    return late.length > 0 ? [{ ...planner, late }] : [];
  });

/** Who is still to be asked for the first workshops and has scheduled or held them meanwhile. */
function doneMeanwhile(cx: SystemContext) {
  const planners = plannersOf(cx, registrationsUntold(cx, "planAsked"));
  const lacking = new Set(lackingAmong(cx, planners).map(({ registrationId }) => registrationId));
  return planners.filter(({ registrationId }) => !lacking.has(registrationId));
}

/** Who is still to be told of overdue workshops and has none any more: they were scheduled, or held, meanwhile. */
const noneOverdue = (cx: SystemContext) => {
  const untold = registrationsUntold(cx, "workshopOverdue");
  return untold.length === 0
    ? []
    : plannersOf(cx, untold).filter((planner) => {
        const planned = plannedBy(cx, [planner], dayAt(cx.now, planner.zone)).get(planner.registrationId)!;
        return planned.every(({ state }) => state !== "overdue");
      });
};

const caughtUp = (cx: SystemContext) => [...doneMeanwhile(cx), ...noneOverdue(cx)];

/**
 * Asks whoever is at the end of a training of trainers for the first workshops that they have not planned, and tells those whose
 * planned day has passed without a workshop. However often this is done, and however late, each is told once; who was not told
 * yet and has scheduled the workshop meanwhile is not told any more.
 * @returns how many were told something.
 */
export function chasePlans(cx: SystemContext): number {
  // Looking first costs no lock while there is nothing to do.
  if (toAsk(cx).length + overdue(cx).length + caughtUp(cx).length === 0) return 0;
  return inTransaction(cx, () => {
    const [asked, late] = [toAsk(cx), overdue(cx)];
    for (const courseId of new Set(asked.map((one) => one.courseId))) {
      const people = asked.filter((one) => one.courseId === courseId);
      for (const { registrationId, planned } of people) keepChase(cx, registrationId, { planned });
      const registrations = people.map(({ registrationId, personId, planned }) => ({
        ...{ registrationId, personId, planned },
      }));
      happened(cx, { kind: "action-plan.asked", courseId, registrations });
    }
    for (const { courseId, registrationId, personId } of caughtUp(cx))
      happened(cx, { kind: "action-plan.caught-up", courseId, registration: { registrationId, personId } });
    for (const { late: workshops, ...planner } of late) {
      for (const workshop of workshops) keepChase(cx, planner.registrationId, workshop);
      tellOverdue(cx, planner, workshops as [(typeof workshops)[number]]);
    }
    return asked.length + late.length;
  });
}
