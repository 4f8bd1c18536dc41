import { and, asc, count, eq, inArray, notExists } from "drizzle-orm";
import { actionPlans } from "@/db/schema/stages";
import type { Context } from "../../acts/context";
import { mayHaveCompleted } from "../../certificates/store/completers";
import { registrationView } from "../../registrations/store";

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

/** Condition: the registration of the view has no plan. */
export const hasNoPlan = (cx: Context) =>
  notExists(
    cx.db
      .select({ id: actionPlans.id })
      .from(actionPlans)
      .where(eq(actionPlans.registrationId, registrationView.registrationId)),
  );

/** How many who are asked for a plan in a course have none; whoever did not complete it is asked for none. */
export const countWithoutPlan = (cx: Context, courseId: number): number =>
  cx.db
    .select({ count: count() })
    .from(registrationView)
    .where(
      and(
        eq(registrationView.courseId, courseId),
        inArray(registrationView.state, ["accepted", "attended"]),
        hasNoPlan(cx),
        mayHaveCompleted(cx),
      ),
    )
    .get()!.count;
