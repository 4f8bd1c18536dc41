import type { GrantedRegistration } from "../../access/gate";
import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { modulesIn } from "../../courses/store";
import { toolsAmong } from "../../curriculum/store";
import { fault } from "../../faults";
import { touched } from "../../registrations/rules";
import { refuse, refuseAt } from "../../result";
import type { Placed } from "../../rows";
import { mayPlan, takesPlans } from "../rules/plan";
import { ownPlanSchema, planForSchema } from "../schema";
import { type Planned, replacePlan } from "../store/plans";

/** Keeps a plan; refused where none is asked for, for a tool that the course has not, and for a day before the course ends. */
function keepPlan(
  cx: Context,
  row: GrantedRegistration<"registration.follow" | "actionPlan.enter">,
  workshops: readonly (Planned & Placed)[],
): void {
  const { course } = row;
  if (!takesPlans(course) || !mayPlan(row.state)) refuse("planNotAsked");
  const tools = new Set(toolsAmong(cx, modulesIn(cx, course.id)).map(({ id }) => id));
  for (const { index, toolId, day } of workshops) {
    if (!tools.has(toolId)) refuseAt({ [`workshops.${index}.toolId`]: fault("choose") });
    if (course.endsOn && day < course.endsOn)
      refuseAt({ [`workshops.${index}.day`]: fault("planBeforeEnd") });
  }
  replacePlan(cx, row.id, workshops);
  happened(cx, {
    kind: "action-plan.made",
    courseId: course.id,
    registration: touched(row),
    workshops: workshops.length,
  });
}

/**
 * Somebody in a training of trainers says when and where they hold their first workshops, by the token of their own
 * registration, from when they have registered; as often as that changes.
 */
export const makePlan = command("registration.follow", ownPlanSchema, (cx, input): { token: string } => {
  const row = gate.ownRegistration(cx, input.token);
  keepPlan(cx, row, input.workshops);
  return { token: row.token };
});

/** The same for somebody in a course that one trains or coordinates. */
export const makePlanFor = command("actionPlan.enter", planForSchema, (cx, input) => {
  const row = gate.registration(cx, "actionPlan.enter", input.registrationId);
  keepPlan(cx, row, input.workshops);
  return { courseId: row.courseId, registrationId: row.id };
});
