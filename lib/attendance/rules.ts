import type { AttendanceState } from "../../db/values/attendance";
import type { CourseState } from "../../db/values/courses";

export { type AttendanceState, attendanceStates } from "../../db/values/attendance";

/** Minutes of a session that count for a person: all when present, less what was missed when late, none else. */
export function minutesFor(state: AttendanceState, planned: number, lateMinutes: number): number {
  if (state === "present") return planned;
  if (state === "late") return Math.max(0, planned - lateMinutes);
  return 0;
}

/** Why a roll entry cannot be, or null: being late takes 1 minute at least and less than the session. */
export function rollFault(
  state: AttendanceState,
  planned: number,
  lateMinutes: number,
): "lateMinutes" | null {
  if (state === "late" && (lateMinutes < 1 || lateMinutes >= planned)) return "lateMinutes";
  return null;
}

/** Minutes that "late" means until somebody says otherwise. */
export const usualLateMinutes = 15;

/** Outside of its time, "late" takes no more than this part of a session: one tap costs nobody most of a short one. */
const usualLateShare = 1 / 3;

/** Coming late is told in steps of so many minutes. */
const lateStep = 5;

/**
 * How many minutes "late" means in a session, before somebody says otherwise: while it lasts how late it is now, told in
 * steps of five; before and afterwards the usual, of a short one a third. Less than the session in any case.
 */
export function usualLate(
  session: { startInstant: number; endInstant: number; minutes: number },
  now: number,
): number {
  const { startInstant, endInstant, minutes } = session;
  const lasts = now > startInstant && now < endInstant;
  const late = lasts
    ? Math.ceil((now - startInstant) / 60_000 / lateStep) * lateStep
    : Math.min(usualLateMinutes, Math.floor(minutes * usualLateShare));
  return Math.max(1, Math.min(late, minutes - 1));
}

/**
 * For what an entry owes a reason: a roll before its day, until one was said; at a closed course, that certificates rest
 * on it. Null where none is owed.
 */
export function reasonOwed(roll: {
  early: boolean;
  earlyReason: string | null;
  courseState: CourseState;
  holdsCertificates: boolean;
}): "early" | "mended" | null {
  if (roll.early && roll.earlyReason === null) return "early";
  return roll.courseState === "closed" && roll.holdsCertificates ? "mended" : null;
}

/** How far the roll of a session is. */
export type RollProgress = "complete" | "partial" | "missing" | "now" | "toCome";

/**
 * How far the roll of a session is at an instant (ms): complete once everybody expected has a mark; without any mark it is
 * missing once the session is over.
 */
export function rollProgress(
  session: { expected: number; entries: number; startInstant: number; endInstant: number },
  now: number,
): RollProgress {
  const { expected, entries, startInstant, endInstant } = session;
  if (expected > 0 && entries >= expected) return "complete";
  if (entries > 0) return "partial";
  if (endInstant < now) return "missing";
  return startInstant <= now ? "now" : "toCome";
}

/**
 * The session of a course whose roll is to be taken next at an instant (ms), where its roll lacks somebody: the one under way, of
 * several the last; else the first of those that are over, which waits longest. Undefined where none is lacking.
 */
export function sessionDue<
  Session extends { expected: number; entries: number; startInstant: number; endInstant: number },
>(sessions: readonly Session[], now: number): Session | undefined {
  const lacking = sessions
    .filter(({ startInstant, entries, expected }) => startInstant <= now && entries < expected)
    .sort((a, b) => a.startInstant - b.startInstant);
  return lacking.findLast(({ endInstant }) => endInstant > now) ?? lacking[0];
}
