import { and, asc, eq, exists, gte, inArray, isNull, notExists, sql } from "drizzle-orm";
import { actionPlans } from "@/db/schema/stages";
import type { Context } from "../../acts/context";
import { mayHaveCompleted } from "../../certificates/store/completers";
import { registrationView } from "../../registrations/store";
import { workshopsAsked } from "../rules/plan";

/** A workshop as somebody plans it. */
export type Planned = Pick<typeof actionPlans.$inferSelect, "toolId" | "day" | "place" | "audience">;

const columns = {
  registrationId: actionPlans.registrationId,
  number: actionPlans.number,
  toolId: actionPlans.toolId,
  day: actionPlans.day,
  place: actionPlans.place,
  audience: actionPlans.audience,
  madeAt: actionPlans.madeAt,
};

/** The workshops that people plan now, by their registrations, in the order of each plan; instants in ms. */
export const plansOf = (cx: Context, registrationIds: readonly number[]) =>
  cx.db
    .select(columns)
    .from(actionPlans)
    .where(and(inArray(actionPlans.registrationId, [...registrationIds]), isNull(actionPlans.endedAt)))
    .orderBy(asc(actionPlans.registrationId), asc(actionPlans.number))
    .all();

const ever = {
  ...columns,
  id: actionPlans.id,
  changedAt: actionPlans.changedAt,
  endedAt: actionPlans.endedAt,
};

/** The workshops that people plan or ever planned, in the order in which they were written down. */
export const everPlanned = (cx: Context, registrationIds: readonly number[]) =>
  cx.db
    .select(ever)
    .from(actionPlans)
    .where(inArray(actionPlans.registrationId, [...registrationIds]))
    .orderBy(asc(actionPlans.registrationId), asc(actionPlans.id))
    .all();

/** These workshops of action plans, in the order in which they were written down. */
export const plannedWorkshops = (cx: Context, ids: readonly number[]) =>
  cx.db
    .select(ever)
    .from(actionPlans)
    .where(inArray(actionPlans.id, [...ids]))
    .orderBy(asc(actionPlans.changedAt), asc(actionPlans.id))
    .all();

const isSame = (one: Planned, other: Planned) =>
  one.toolId === other.toolId &&
  one.day === other.day &&
  one.place === other.place &&
  one.audience === other.audience;

/**
 * Puts a plan in the place of what was planned. What is planned no more ends now and is kept, what is planned as before goes on,
 * and a tool that was in the plan stays planned since then.
 */
export function replacePlan(cx: Context, registrationId: number, workshops: readonly Planned[]): void {
  const before = everPlanned(cx, [registrationId]).filter(({ endedAt }) => endedAt === null);
  const since = new Map<number, number>();
  for (const { toolId, madeAt } of before) since.set(toolId, Math.min(madeAt, since.get(toolId) ?? madeAt));
  const kept = new Map<number, number>();
  for (const [index, workshop] of workshops.entries()) {
    const same = before.find((one) => isSame(one, workshop) && ![...kept.values()].includes(one.id));
    if (same) kept.set(index, same.id);
  }
  const ended = before.flatMap(({ id }) => ([...kept.values()].includes(id) ? [] : id));
  cx.db
    .update(actionPlans)
    .set({ endedAt: sql`max(${actionPlans.changedAt}, ${cx.now})` })
    .where(inArray(actionPlans.id, ended))
    .run();
  // Out of the way first: two of them may change places.
  cx.db
    .update(actionPlans)
    .set({ number: sql`${actionPlans.number} + 100` })
    .where(inArray(actionPlans.id, [...kept.values()]))
    .run();
  for (const [index, { toolId, day, place, audience }] of workshops.entries()) {
    const [number, id] = [index + 1, kept.get(index)];
    if (id !== undefined) cx.db.update(actionPlans).set({ number }).where(eq(actionPlans.id, id)).run();
    else
      cx.db
        .insert(actionPlans)
        .values({
          ...{ registrationId, number, toolId, day, place, audience },
          madeAt: since.get(toolId) ?? cx.now,
          changedAt: cx.now,
          changedBy: cx.viewer.personId,
        })
        .run();
  }
}

/** So many workshops, and more, that the registration of the view plans now. */
const plansAtLeast = (cx: Context, number: number) =>
  cx.db
    .select({ id: actionPlans.id })
    .from(actionPlans)
    .where(
      and(
        eq(actionPlans.registrationId, registrationView.registrationId),
        isNull(actionPlans.endedAt),
        gte(actionPlans.number, number),
      ),
    );

/** Condition: the registration of the view has a plan, of however many workshops. */
export const hasPlan = (cx: Context) => exists(plansAtLeast(cx, 1));

/** Condition: the plan of the registration of the view holds fewer workshops than are asked for. */
export const plansTooFew = (cx: Context) => notExists(plansAtLeast(cx, workshopsAsked));

/** Whose plan in a course holds fewer workshops than are asked for; whoever did not complete it is asked for none. */
export const tooFewIn = (cx: Context, courseId: number) =>
  cx.db
    .select({ registrationId: registrationView.registrationId, personId: registrationView.personId })
    .from(registrationView)
    .where(
      and(
        eq(registrationView.courseId, courseId),
        inArray(registrationView.state, ["accepted", "attended"]),
        plansTooFew(cx),
        mayHaveCompleted(cx),
      ),
    )
    .all();
