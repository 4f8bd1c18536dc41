import { and, eq, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/timetable";
import type { Context } from "../../acts/context";
import { courseView } from "../../courses/store";
import { pastShownMs } from "../../feeds/rules";
import { groupsAt } from "../../groups/store";
import { roomView } from "../../places/store";

/** Notes of sessions that calendars still show that these say something else of them now. */
function noteAllRenamed(cx: Context, which: SQL): void {
  cx.db
    .update(sessions)
    .set({ renamed: sql`${sessions.renamed} + 1`, updatedAt: cx.now })
    .where(and(gt(sessions.endInstant, cx.now - pastShownMs), which))
    .run();
}

/** The same of these sessions. */
export const noteRenamed = (cx: Context, sessionIds: readonly number[]): void =>
  noteAllRenamed(cx, inArray(sessions.id, [...sessionIds]));

/** A venue, or a room of it, has another name or place: calendars are to take its sessions for news. */
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

/** The same of modules: of their titles, their codes, and what their tool is called. */
export const renamedModules = (cx: Context, moduleIds: readonly number[]): void =>
  noteAllRenamed(cx, inArray(sessions.moduleId, [...moduleIds]));

/** The same of a group. */
export const renamedGroup = (cx: Context, groupId: number): void =>
  noteAllRenamed(cx, eq(sessions.groupId, groupId));

/**
 * It is another thing now whether a course takes place for certain: calendars are to take all its sessions for news. When
 * that was, says the course (`updatedAt`); of the sessions themselves nothing was changed that an undo would have to know of.
 */
export const restatedCourse = (cx: Context, courseId: number): void =>
  void cx.db
    .update(sessions)
    .set({ renamed: sql`${sessions.renamed} + 1` })
    .where(eq(sessions.courseId, courseId))
    .run();
