import { and, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/timetable";
import type { Context } from "../../acts/context";
import { courseView } from "../../courses/store";

/** Notes of sessions that are not over that what calendars show of them is called otherwise now. */
function noteRenamed(cx: Context, which: SQL): void {
  cx.db
    .update(sessions)
    .set({ renamed: sql`${sessions.renamed} + 1`, updatedAt: cx.now })
    .where(and(gt(sessions.endInstant, cx.now), which))
    .run();
}

/** A venue, or a room of it, has another name: calendars are to take its sessions to come for news. */
export const renamedAtVenue = (cx: Context, venueId: number): void =>
  noteRenamed(
    cx,
    inArray(
      sessions.courseId,
      cx.db.select({ id: courseView.id }).from(courseView).where(eq(courseView.venueId, venueId)),
    ),
  );

/** The same of modules. */
export const renamedModules = (cx: Context, moduleIds: readonly number[]): void =>
  noteRenamed(cx, inArray(sessions.moduleId, [...moduleIds]));

/** The same of a group. */
export const renamedGroup = (cx: Context, groupId: number): void =>
  noteRenamed(cx, eq(sessions.groupId, groupId));
