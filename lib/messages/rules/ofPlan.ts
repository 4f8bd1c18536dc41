import type { Event } from "../../acts/events";
import { type Telling, tellerOf } from "./telling";

/** What people hear of their action plan: that it is missing or has one of two workshops, or that a planned workshop is overdue. */
export function ofPlan(event: Event): Telling[] {
  const tell = tellerOf(event);
  if (event.kind === "action-plan.asked")
    return event.registrations.flatMap(({ planned, ...who }) =>
      tell("planAsked", who, { planned: planned > 0 ? "one" : "" }),
    );
  if (event.kind === "action-plan.chased") return tell("workshopOverdue", event.registration, event.said);
  return [];
}
