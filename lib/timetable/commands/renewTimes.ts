import type { SystemContext } from "../../acts/context";
import { happened } from "../../acts/happened";
import { inTransaction } from "../../acts/transaction";
import { heldAmong } from "../../attendance/store/kept";
import { keepSettings, settingOf } from "../../settings/store";
import { type Span, spanOf } from "../rules/conflicts";
import { type SessionRow, trainersOfSession, updateSession } from "../store";
import { engagements, roomsTaken } from "../store/taken";
import { sessionsAfter, withoutPlanningGuards } from "../store/times";

/** Under which name the database keeps by which data of time zones its instants were made. */
const kept = "zoneData";

/** What making times anew came to: by which data they were made before (null: not known) and how much became different. */
export type TimesRenewed = { before: string | null; sessions: number; courses: number; clashes: number };

type Moved = { session: SessionRow; span: Span };

/** Sessions to come whose agreed times are at other instants by the clocks of today; those with a roll stay as they were. */
function movedSessions(cx: SystemContext): Moved[] {
  return sessionsAfter(cx, cx.now)
    .map((session) => ({ session, span: spanOf(session, session.zone) }))
    .filter(
      ({ session, span }) => span.startsAt !== session.startInstant || span.endsAt !== session.endInstant,
    )
    .filter(({ session }) => heldAmong(cx, [session.id]).size === 0);
}

/** True where a trainer or the room of a session is taken by another one since it has other instants. */
function clashes(cx: SystemContext, { session: { id, roomId }, span }: Moved): boolean {
  const other = (taken: { sessionId: number }) => taken.sessionId !== id;
  return (
    engagements(cx, trainersOfSession(cx, id), span).some(other) ||
    (roomId !== null && roomsTaken(cx, [roomId], span).some(other))
  );
}

/**
 * Keeps the civil times of all sessions to come where the rules of their zones changed since they were planned: people
 * agreed on nine o'clock. Their instants are made anew once for each release of the data of time zones (`data`); two
 * sessions that meet then are shown where they are, for nobody planned them so. Null where the data are the same as before.
 */
export const renewTimes = (cx: SystemContext, data: string): TimesRenewed | null =>
  settingOf(cx, kept) === data
    ? null
    : inTransaction(cx, () => {
        const before = settingOf(cx, kept);
        // Another process was first.
        if (before === data) return null;
        const moved = movedSessions(cx);
        const courses = [...new Set(moved.map(({ session }) => session.courseId))];
        if (moved.length > 0)
          withoutPlanningGuards(cx, () => {
            for (const { session, span } of moved)
              updateSession(cx, session, { startInstant: span.startsAt, endInstant: span.endsAt });
          });
        for (const courseId of courses) {
          const sessions = moved.filter(({ session }) => session.courseId === courseId).length;
          happened(cx, { kind: "timetable.times-renewed", courseId, sessions });
        }
        keepSettings(cx, [kept], data);
        const met = moved.filter((one) => clashes(cx, one)).length;
        return { before, sessions: moved.length, courses: courses.length, clashes: met };
      });
