import { asc, eq, inArray } from "drizzle-orm";
import { actionPlans } from "@/db/schema/stages";
import type { Context } from "../../acts/context";

/** A workshop as somebody plans it. */
export type Planned = Pick<typeof actionPlans.$inferSelect, "toolId" | "day" | "place" | "audience">;

/** The workshops that people plan, by their registrations, in the order of each plan; instants in ms. */
export const plansOf = (cx: Context, registrationIds: readonly number[]) =>
  cx.db
    .select({
      registrationId: actionPlans.registrationId,
      number: actionPlans.number,
      toolId: actionPlans.toolId,
      day: actionPlans.day,
      place: actionPlans.place,
      audience: actionPlans.audience,
      madeAt: actionPlans.madeAt,
    })
    .from(actionPlans)
    .where(inArray(actionPlans.registrationId, [...registrationIds]))
    .orderBy(asc(actionPlans.registrationId), asc(actionPlans.number))
    .all();

/** Puts a plan in the place of what was planned; a tool that was in it stays planned since then. */
export function replacePlan(cx: Context, registrationId: number, workshops: readonly Planned[]): void {
  const since = new Map<number, number>();
  for (const { toolId, madeAt } of plansOf(cx, [registrationId]))
    since.set(toolId, Math.min(madeAt, since.get(toolId) ?? madeAt));
  cx.db.delete(actionPlans).where(eq(actionPlans.registrationId, registrationId)).run();
  for (const [index, { toolId, day, place, audience }] of workshops.entries())
    cx.db
      .insert(actionPlans)
      .values({
        ...{ registrationId, number: index + 1, toolId, day, place, audience },
        madeAt: since.get(toolId) ?? cx.now,
        changedAt: cx.now,
        changedBy: cx.viewer.personId,
      })
      .run();
}
