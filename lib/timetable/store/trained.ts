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

/**
 * Who has trained all that they were to train in a course, while sessions of it are still to come and somebody trains each of
 * them: whose sessions were handed to somebody else, say. They stay in its record, and are no longer of the team for what comes.
 * Whose own workshop it is always is, and so is everybody while nobody is named for something that comes.
 */
export function doneTraining(
  cx: Context,
  { id: courseId, scheduledBy }: { id: number; scheduledBy: number | null },
): number[] {
  const coming = new Set(trainedToCome(cx, courseId, cx.now).map(({ trainer }) => trainer));
  if (coming.size === 0 || coming.has(null)) return [];
  return cx.db
    .selectDistinct({ id: sessionTrainers.personId })
    .from(sessions)
    .innerJoin(sessionTrainers, eq(sessionTrainers.sessionId, sessions.id))
    .where(eq(sessions.courseId, courseId))
    .all()
    .flatMap(({ id }) => (id === scheduledBy || coming.has(id) ? [] : id));
}
