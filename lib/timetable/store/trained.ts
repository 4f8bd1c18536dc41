import { and, asc, eq, gt } from "drizzle-orm";
import { sessions, sessionTrainers } from "@/db/schema/timetable";
import type { Context } from "../../acts/context";

/**
 * Days, times (civil) and rooms of a course's sessions that are not over at an instant, each once for everybody who trains
 * it; once without anybody where nobody does.
 */
export const trainedToCome = (cx: Context, courseId: number, at: number) =>
  cx.db
    .select({
      id: sessions.id,
      day: sessions.day,
      from: sessions.startsAt,
      to: sessions.endsAt,
      room: sessions.roomId,
      trainer: sessionTrainers.personId,
    })
    .from(sessions)
    .leftJoin(sessionTrainers, eq(sessionTrainers.sessionId, sessions.id))
    .where(and(eq(sessions.courseId, courseId), gt(sessions.endInstant, at)))
    .orderBy(asc(sessions.day), asc(sessions.startsAt), asc(sessions.endsAt), asc(sessions.roomId))
    .all();
