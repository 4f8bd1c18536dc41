import { asc, eq, inArray } from "drizzle-orm";
import { type KeptSession, sessions, sessionTrainers } from "@/db/schema/timetable";
import type { TrainerRole } from "@/db/values/timetable";
import type { Context } from "../../acts/context";
import { waitingMarks } from "../../attendance/store/kept";
import { type SessionRow, sessionsIn } from "../store";

/** The timetable of a course: its sessions with their trainers and the marks of people who left. */
export function timetableOf(cx: Context, courseId: number): KeptSession[] {
  const rows = sessionsIn(cx, courseId);
  const trainers = cx.db
    .select({
      sessionId: sessionTrainers.sessionId,
      personId: sessionTrainers.personId,
      role: sessionTrainers.role,
    })
    .from(sessionTrainers)
    .innerJoin(sessions, eq(sessions.id, sessionTrainers.sessionId))
    .where(eq(sessions.courseId, courseId))
    .orderBy(asc(sessionTrainers.personId))
    .all();
  const marks = waitingMarks(
    cx,
    rows.map((row) => row.id),
  );
  const who = (sessionId: number, role?: TrainerRole) =>
    trainers.filter((t) => t.sessionId === sessionId && (!role || t.role === role)).map((t) => t.personId);
  return rows.map((row) => ({
    ...row,
    trainerIds: who(row.id),
    coTrainerIds: who(row.id, "co_trainer"),
    apprenticeIds: who(row.id, "apprentice"),
    marks: marks.filter((m) => m.sessionId === row.id).map(({ sessionId: _, ...mark }) => mark),
  }));
}

/** Puts columns of a session as they were thought out, its version among them. */
export function setSession(cx: Context, sessionId: number, columns: Partial<SessionRow>): void {
  cx.db.update(sessions).set(columns).where(eq(sessions.id, sessionId)).run();
}

/** Takes all trainers off these sessions. */
export function removeTrainers(cx: Context, sessionIds: readonly number[]): void {
  cx.db
    .delete(sessionTrainers)
    .where(inArray(sessionTrainers.sessionId, [...sessionIds]))
    .run();
}

/** Deletes sessions, whose rolls are empty. */
export function deleteSessions(cx: Context, sessionIds: readonly number[]): void {
  cx.db
    .delete(sessions)
    .where(inArray(sessions.id, [...sessionIds]))
    .run();
}
