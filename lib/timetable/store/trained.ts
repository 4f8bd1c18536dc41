import { and, asc, eq, gt, lte, max, sql } from "drizzle-orm";
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
export const doneTraining = (
  cx: Context,
  { id: courseId, scheduledBy }: { id: number; scheduledBy: number | null },
): number[] =>
  cx.db
    .select({ id: sessionTrainers.personId })
    .from(sessions)
    .innerJoin(sessionTrainers, eq(sessionTrainers.sessionId, sessions.id))
    .where(eq(sessions.courseId, courseId))
    .groupBy(sessionTrainers.personId)
    .having(
      and(
        lte(max(sessions.endInstant), cx.now),
        sql`exists (select 1 from sessions as coming where coming.course_id = ${courseId} and coming.end_instant > ${cx.now})`,
        sql`not exists (select 1 from sessions as coming where coming.course_id = ${courseId} and coming.end_instant > ${cx.now} and not exists (select 1 from session_trainers as named where named.session_id = coming.id))`,
      ),
    )
    .all()
    .flatMap(({ id }) => (id === scheduledBy ? [] : id));
