import { and, count, eq, inArray, not } from "drizzle-orm";
import { attendance } from "@/db/schema/attendance";
import type { Context } from "../../acts/context";
import { entryCounts } from "../store";

/** What becomes of the rolls of sessions whose timetable changes. */

type MarkRow = typeof attendance.$inferSelect;

/** The marks of people who left on the rolls of these sessions: they count for nothing and wait for a return. */
export const waitingMarks = (cx: Context, sessionIds: readonly number[]): MarkRow[] =>
  cx.db
    .select()
    .from(attendance)
    .where(and(inArray(attendance.sessionId, [...sessionIds]), not(entryCounts)))
    .all();

/** Those of these sessions that were held: the roll of which has entries that count. */
export const heldAmong = (cx: Context, sessionIds: readonly number[]): Set<number> =>
  new Set(
    cx.db
      .selectDistinct({ id: attendance.sessionId })
      .from(attendance)
      .where(and(inArray(attendance.sessionId, [...sessionIds]), entryCounts))
      .all()
      .map((row) => row.id),
  );

/** How many people have an entry on the roll of a session that counts. */
export const entriesOf = (cx: Context, sessionId: number): number =>
  cx.db
    .select({ entries: count() })
    .from(attendance)
    .where(and(eq(attendance.sessionId, sessionId), entryCounts))
    .get()?.entries ?? 0;

/** Takes every mark off the rolls of these sessions. */
export function clearRolls(cx: Context, sessionIds: readonly number[]): void {
  cx.db
    .delete(attendance)
    .where(inArray(attendance.sessionId, [...sessionIds]))
    .run();
}

/** Puts marks back on the roll of a session as they were, with who entered them and when. */
export function restoreMarks(
  cx: Context,
  sessionId: number,
  marks: readonly Omit<MarkRow, "sessionId">[],
): void {
  for (const mark of marks)
    cx.db
      .insert(attendance)
      .values({ ...mark, sessionId })
      .run();
}
