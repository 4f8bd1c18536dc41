import { and, asc, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { away } from "@/db/schema/away";
import type { Context } from "../acts/context";
import type { AwayTime } from "./rules";

export type AwayRow = typeof away.$inferSelect;

/** What was entered, also where it was taken out. */
export const awayRow = (cx: Context, awayId: number): AwayRow | undefined =>
  cx.db.select().from(away).where(eq(away.id, awayId)).get();

/** When somebody is away: days that are not over on a civil day, in their order, then hours of every week. */
export const awayRowsOf = (cx: Context, personId: number, today: string): AwayRow[] =>
  cx.db
    .select()
    .from(away)
    .where(
      and(
        eq(away.personId, personId),
        isNull(away.removedAt),
        or(eq(away.kind, "weekly"), gte(away.toDay, today)),
      ),
    )
    .orderBy(asc(away.kind), asc(away.fromDay), asc(away.weekday), asc(away.startsAt))
    .all();

/** When these people are away on civil days of a span, or at hours of every week. */
export const awayAmong = (cx: Context, personIds: readonly number[], from: string, to: string): AwayRow[] =>
  personIds.length === 0
    ? []
    : cx.db
        .select()
        .from(away)
        .where(
          and(
            inArray(away.personId, [...personIds]),
            isNull(away.removedAt),
            or(eq(away.kind, "weekly"), and(lte(away.fromDay, to), gte(away.toDay, from))),
          ),
        )
        .orderBy(asc(away.personId), asc(away.fromDay), asc(away.id))
        .all();

/** Adds when somebody is away; gives its key. */
export const insertAway = (
  cx: Context,
  { time, ...row }: { personId: number; reason: string | null; time: AwayTime },
): number =>
  cx.db
    .insert(away)
    .values({ ...row, ...time, enteredBy: cx.viewer.personId, enteredAt: cx.now })
    .returning({ id: away.id })
    .get().id;

/** Says of what was entered that it was taken out now, or is there again. */
export function setRemoved(cx: Context, awayId: number, removed: boolean): void {
  cx.db
    .update(away)
    .set({ removedAt: removed ? cx.now : null })
    .where(eq(away.id, awayId))
    .run();
}
