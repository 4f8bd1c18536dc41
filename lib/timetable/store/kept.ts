import { and, asc, eq, inArray, lt, notInArray } from "drizzle-orm";
import { type KeptSession, removedSessions, sessions, sessionTrainers } from "@/db/schema/timetable";
import type { TrainerRole } from "@/db/values/timetable";
import type { Context } from "../../acts/context";
import { waitingMarks } from "../../attendance/store/kept";
import { roleOf, type SessionTrainers } from "../rules/roles";
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

/** Takes the trainers off a session, but for these. */
export function removeTrainers(cx: Context, sessionId: number, but: readonly number[]): void {
  cx.db
    .delete(sessionTrainers)
    .where(and(eq(sessionTrainers.sessionId, sessionId), notInArray(sessionTrainers.personId, [...but])))
    .run();
}

/** Gives those who train a session the roles that are said of them. */
export function setTrainerRoles(cx: Context, sessionId: number, trainers: SessionTrainers): void {
  for (const personId of trainers.trainerIds)
    cx.db
      .update(sessionTrainers)
      .set({ role: roleOf(trainers, personId) })
      .where(and(eq(sessionTrainers.sessionId, sessionId), eq(sessionTrainers.personId, personId)))
      .run();
}

/**
 * Deletes sessions of a course, whose rolls are empty. What people had in their calendars (`onCalendars`) is remembered for a
 * while, so that they see there that it is cancelled.
 */
export function deleteSessions(
  cx: Context,
  courseId: number,
  ids: readonly number[],
  onCalendars: boolean,
): void {
  const going = timetableOf(cx, courseId).filter(({ id }) => ids.includes(id));
  if (going.length === 0) return;
  for (const { marks: _, ...was } of onCalendars ? going : [])
    cx.db
      .insert(removedSessions)
      .values({
        sessionId: was.id,
        courseId,
        roomId: was.roomId,
        removedAt: cx.now,
        was: { ...was, version: was.version + 1 },
      })
      .run();
  cx.db
    .delete(sessions)
    .where(
      inArray(
        sessions.id,
        going.map(({ id }) => id),
      ),
    )
    .run();
}

/** The same with all sessions of a course. */
export const deleteSessionsOf = (cx: Context, courseId: number, onCalendars: boolean): void =>
  deleteSessions(
    cx,
    courseId,
    sessionsIn(cx, courseId).map(({ id }) => id),
    onCalendars,
  );

/** Forgets sessions that were taken out before an instant (ms). */
export function deleteRemovedBefore(cx: Context, before: number): void {
  cx.db.delete(removedSessions).where(lt(removedSessions.removedAt, before)).run();
}
