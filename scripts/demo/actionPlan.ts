import { makePlanFor } from "../../lib/stages/commands";
import { planForSchema } from "../../lib/stages/schema";
import type { Course } from "./plan";
import { timetableOf, wayOf } from "./read";
import { as, done } from "./story";

/** A first workshop that somebody plans: on which civil day, where and for whom. */
type Planned = { day: string; place: string; audience: string };

/** The coordinator writes down which first workshops somebody in a training of trainers plans with a tool: at its end, or at `at`. */
export function planWorkshops(
  course: Course,
  registrationId: number,
  tool: string,
  planned: readonly Planned[],
  at = timetableOf(course.id).at(-1)!.startInstant,
): void {
  const toolId = String(wayOf(registrationId, tool).toolId);
  const plan = planForSchema.parse({
    registrationId: String(registrationId),
    workshops: planned.map((one) => ({ toolId, ...one })),
  });
  done(makePlanFor(as(course.coordinator, at), plan));
}
