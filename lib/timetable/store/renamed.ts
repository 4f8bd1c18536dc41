import { and, eq, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/timetable";
import type { Context } from "../../acts/context";
import { courseView } from "../../courses/store";
import { groupsAt } from "../../groups/store";
import { roomView } from "../../places/store";

/** Notes of sessions that are not over that what calendars show of them is called otherwise now. */
function noteAllRenamed(cx: Context, which: SQL): void {
  cx.db
    .update(sessions)
    .set({ renamed: sql`${sessions.renamed} + 1`, updatedAt: cx.now })
    .where(and(gt(sessions.endInstant, cx.now), which))
    .run();
}

/** The same of these sessions. */
export const noteRenamed = (cx: Context, sessionIds: readonly number[]): void =>
  noteAllRenamed(cx, inArray(sessions.id, [...sessionIds]));

/** A venue, or a room of it, has another name: calendars are to take its sessions to come for news. */
export const renamedAtVenue = (cx: Context, venueId: number): void =>
  noteAllRenamed(
    cx,
    or(
      inArray(
        sessions.courseId,
        cx.db.select({ id: courseView.id }).from(courseView).where(eq(courseView.venueId, venueId)),
      ),
      inArray(
        sessions.roomId,
        cx.db.select({ id: roomView.roomId }).from(roomView).where(eq(roomView.roomVenueId, venueId)),
      ),
      inArray(sessions.groupId, groupsAt(cx, venueId)),
    )!,
  );

/** The same of modules. */
export const renamedModules = (cx: Context, moduleIds: readonly number[]): void =>
  noteAllRenamed(cx, inArray(sessions.moduleId, [...moduleIds]));

/** The same of a group. */
export const renamedGroup = (cx: Context, groupId: number): void =>
  noteAllRenamed(cx, eq(sessions.groupId, groupId));
