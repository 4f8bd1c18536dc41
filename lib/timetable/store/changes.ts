import { and, desc, eq, exists, inArray, isNotNull, isNull, lt, not, sql } from "drizzle-orm";
import { timetableChanges } from "@/db/schema/timetable";
import type { Context } from "../../acts/context";
import { courseView } from "../../courses/store";

/** What was done to timetables, so that it can be undone. */

export type ChangeRow = typeof timetableChanges.$inferSelect;

/** A change as it is within the open transaction. */
export const changeRow = (cx: Context, changeId: number): ChangeRow | undefined =>
  cx.db.select().from(timetableChanges).where(eq(timetableChanges.id, changeId)).get();

/** What somebody did last to the timetable of a course, newest first. */
export const changesBy = (cx: Context, courseId: number, personId: number, most: number): ChangeRow[] =>
  cx.db
    .select()
    .from(timetableChanges)
    .where(and(eq(timetableChanges.courseId, courseId), eq(timetableChanges.byPersonId, personId)))
    .orderBy(desc(timetableChanges.id))
    .limit(most)
    .all();

/** The request of which a change entered the acceptance; null of other changes. */
const acceptedBy = sql<number | null>`json_extract(${timetableChanges.before}, '$[0].team.accepted')`;

/** The change by which somebody entered that a request was accepted, while it stands; undefined where nothing became different by it. */
export const acceptanceBy = (
  cx: Context,
  courseId: number,
  personId: number,
  requestId: number,
): ChangeRow | undefined =>
  cx.db
    .select()
    .from(timetableChanges)
    .where(
      and(
        eq(timetableChanges.courseId, courseId),
        eq(timetableChanges.byPersonId, personId),
        isNull(timetableChanges.undoneAt),
        eq(acceptedBy, requestId),
      ),
    )
    .orderBy(desc(timetableChanges.id))
    .get();

/** Of the changes of a course by which an acceptance was entered and that stand: the request, and when the first of their sessions begins. */
export const answersEnteredIn = (cx: Context, courseId: number): { requestId: number; begins: number }[] =>
  cx.db
    .select({
      requestId: sql<number>`${acceptedBy}`,
      after: timetableChanges.after,
    })
    .from(timetableChanges)
    .where(
      and(eq(timetableChanges.courseId, courseId), isNull(timetableChanges.undoneAt), isNotNull(acceptedBy)),
    )
    .all()
    .map(({ requestId, after }) => ({ requestId, begins: Math.min(...after.map((s) => s.startInstant)) }));

/** Keeps a change; gives its key. */
export const insertChange = (cx: Context, row: typeof timetableChanges.$inferInsert): number =>
  cx.db.insert(timetableChanges).values(row).returning({ id: timetableChanges.id }).get().id;

/** Says of a change that it was undone now. */
export function markUndone(cx: Context, changeId: number): void {
  cx.db.update(timetableChanges).set({ undoneAt: cx.now }).where(eq(timetableChanges.id, changeId)).run();
}

/** Deletes changes from before an instant (ms), but for those that stand of a trainer's workshop that is not over. */
export function deleteChangesBefore(cx: Context, before: number): void {
  const workshopGoesOn = exists(
    cx.db
      .select({ id: courseView.id })
      .from(courseView)
      .where(
        and(
          eq(courseView.id, timetableChanges.courseId),
          isNotNull(courseView.scheduledBy),
          inArray(courseView.state, ["draft", "open", "running"]),
        ),
      ),
  );
  const stands = and(isNull(timetableChanges.undoneAt), workshopGoesOn)!;
  cx.db
    .delete(timetableChanges)
    .where(and(lt(timetableChanges.at, before), not(stands)))
    .run();
}
