import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { refuse } from "../../result";
import { waitingPlans } from "../queries/waiting";
import { remindPlansSchema } from "../rules/remindingOfPlans";
import { keepReminder, plannersAmong, plannersOf } from "../store/chases";
import { tellOverdue } from "../tellOverdue";

/**
 * Reminds people of a training of trainers of their first workshops: of one that is overdue, or that fewer are planned than are asked for.
 * Each is told once a day at most, also by the process. Whoever is no such person any more is passed over.
 * @returns how many are told now, and how many were told today already.
 */
export const remindOfPlans = command("actionPlan.enter", remindPlansSchema, (cx, input) => {
  const course = gate.course(cx, "actionPlan.enter", input.courseId);
  const asked = plannersOf(cx, input.registrationIds);
  if (asked.length < input.registrationIds.length || asked.some(({ courseId }) => courseId !== course.id))
    refuse("notFound");
  const people = asked.map(({ personId }) => personId);
  const waiting = waitingPlans(cx, plannersAmong(cx, [course.id], people)).filter(({ of }) => of !== null);
  const now = waiting.filter(({ today }) => !today);
  const missing = now.filter(({ of }) => of === "missing");
  for (const { registrationId, soFar } of missing) keepReminder(cx, registrationId, { planned: soFar });
  if (missing.length > 0)
    happened(cx, {
      kind: "action-plan.asked",
      courseId: course.id,
      registrations: missing.map(({ registrationId, personId, soFar }) => ({
        ...{ registrationId, personId, planned: soFar },
      })),
    });
  for (const planner of now) {
    const late = planner.workshops.filter(({ state }) => state === "overdue");
    for (const workshop of late) keepReminder(cx, planner.registrationId, workshop);
    if (late.length > 0) tellOverdue(cx, planner, late as [(typeof late)[number]]);
  }
  return { courseId: course.id, told: now.length, today: waiting.length - now.length };
});
