import { and, asc, eq, gt } from "drizzle-orm";
import { sessions } from "@/db/schema/timetable";
import type { Context } from "../acts/context";

export type SessionRow = typeof sessions.$inferSelect;

/** A session as it is within the open transaction. */
export const sessionRow = (cx: Context, sessionId: number): SessionRow | undefined =>
  cx.db.select().from(sessions).where(eq(sessions.id, sessionId)).get();

/** Days, times (civil) and rooms of a course's sessions that are not over at an instant, in their order. */
export const sessionsToCome = (cx: Context, courseId: number, at: number) =>
  cx.db
    .select({ day: sessions.day, from: sessions.startsAt, to: sessions.endsAt, room: sessions.roomId })
    .from(sessions)
    .where(and(eq(sessions.courseId, courseId), gt(sessions.endInstant, at)))
    .orderBy(asc(sessions.day), asc(sessions.startsAt), asc(sessions.endsAt), asc(sessions.roomId))
    .all();
