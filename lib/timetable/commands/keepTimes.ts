import type { Context } from "../../acts/context";
import { busyCode, engagements } from "../../courses/commands/course";
import { refuse } from "../../result";
import { instantOf } from "../../time/zone";
import { sessionsIn, trainersOfSession, updateSession } from "../store";

/**
 * Keeps the civil times of a course whose zone is corrected, for people agreed on them; the instants follow the new zone.
 * Refused where a trainer would then be in two places. Within the open transaction.
 */
export function keepTimes(cx: Context, courseId: number, zone: string): void {
  const rows = sessionsIn(cx, courseId);
  const moved = rows.map((s) => ({
    ...s,
    startInstant: instantOf(s.day, s.startsAt, zone),
    endInstant: instantOf(s.day, s.endsAt, zone),
  }));
  for (const s of moved) {
    const busy = engagements(cx, trainersOfSession(cx, s.id), s.startInstant, s.endInstant, zone).find(
      (other) => other.courseId !== courseId,
    );
    if (busy) refuse("invalid", { fields: { zone: busyCode(cx, busy) } });
  }
  // Sessions that move to later are moved from the last on, so that none meets the one before it on the way.
  const later = (moved[0]?.startInstant ?? 0) > (rows[0]?.startInstant ?? 0);
  for (const session of later ? moved.reverse() : moved) {
    const { startInstant, endInstant } = session;
    updateSession(cx, session, { zone, startInstant, endInstant });
  }
}
