import type { Event } from "../../acts/events";
import { type Telling, tellerOf } from "./telling";

/** What people hear of their action plan: that it is missing, or that a planned workshop is overdue. */
export function ofPlan(event: Event): Telling[] {
  const tell = tellerOf(event);
  if (event.kind === "action-plan.asked") return event.registrations.flatMap((who) => tell("planAsked", who));
  if (event.kind === "action-plan.chased") return tell("workshopOverdue", event.registration, event.said);
  return [];
}
