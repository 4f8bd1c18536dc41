import { and, asc, eq, isNull } from "drizzle-orm";
import { acceptedIssues } from "@/db/schema/timetable";
import type { Context } from "../../acts/context";
import { latinNameOf, namedBy, nameOf } from "../../people/store";

/** What somebody accepted in a plan, and why. */

export type AcceptanceRow = typeof acceptedIssues.$inferSelect;

/** What was accepted in a course and not taken back, with who did it; the oldest first. */
export const acceptancesIn = (cx: Context, courseId: number) =>
  cx.db
    .select({
      id: acceptedIssues.id,
      kind: acceptedIssues.kind,
      about: acceptedIssues.about,
      reason: acceptedIssues.reason,
      at: acceptedIssues.at,
      by: nameOf(acceptedIssues.byPersonId),
      byLatin: latinNameOf(acceptedIssues.byPersonId),
    })
    .from(acceptedIssues)
    .where(and(eq(acceptedIssues.courseId, courseId), isNull(acceptedIssues.takenBackAt)))
    .orderBy(asc(acceptedIssues.id))
    .all()
    .map(({ byLatin, ...row }) => ({ ...row, by: namedBy(row.by, byLatin) }));
export type Acceptance = ReturnType<typeof acceptancesIn>[number];

/** An acceptance of this course; undefined where it has none of this key. */
export const acceptanceRow = (cx: Context, courseId: number, id: number): AcceptanceRow | undefined =>
  cx.db
    .select()
    .from(acceptedIssues)
    .where(and(eq(acceptedIssues.id, id), eq(acceptedIssues.courseId, courseId)))
    .get();

/** Keeps that somebody accepted something; gives its key. */
export const insertAcceptance = (
  cx: Context,
  row: Pick<AcceptanceRow, "courseId" | "kind" | "about" | "reason">,
): number =>
  cx.db
    .insert(acceptedIssues)
    .values({ ...row, byPersonId: cx.viewer.personId, at: cx.now })
    .returning({ id: acceptedIssues.id })
    .get().id;

/** Says of an acceptance that it was taken back now. */
export function markTakenBack(cx: Context, id: number): void {
  cx.db
    .update(acceptedIssues)
    .set({ takenBackAt: cx.now, takenBackBy: cx.viewer.personId })
    .where(eq(acceptedIssues.id, id))
    .run();
}
