import { and, asc, eq, gt } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
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

/** The next session of a course that is not over at an instant. */
export const nextSessionRow = (cx: Context, courseId: number): SessionRow | undefined =>
  cx.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.courseId, courseId), gt(sessions.endInstant, cx.now)))
    .orderBy(asc(sessions.startInstant))
    .limit(1)
    .get();

/** When a session is. For other stores to join. */
export const sessionView = new QueryBuilder({ casing: "snake_case" })
  .select({
    id: sessions.id,
    courseId: sessions.courseId,
    day: sessions.day,
    startsAt: sessions.startsAt,
    endsAt: sessions.endsAt,
    startInstant: sessions.startInstant,
    endInstant: sessions.endInstant,
    minutes: sessions.minutes,
  })
  .from(sessions)
  .as("session");
