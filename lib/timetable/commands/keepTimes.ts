import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import type { GoesBy } from "../../i18n/zoneNames";
import { refuseAt } from "../../result";
import { busyFault, roomFault } from "../queries/inTheWay";
import { spanOf } from "../rules/conflicts";
import { sessionsIn, trainersOfSession, updateSession } from "../store";
import { engagements, roomsTaken } from "../store/taken";
import { withoutPlanningGuards } from "../store/times";

/**
 * Keeps the civil times of a course whose zone is corrected to that by which it goes now, for people agreed on them; the instants follow the new zone.
 * Refused where a trainer would then be in two places, or a room taken twice, with a session of another course: what
 * follows another of its own still does, so these may pass each other on the way. Within the open transaction.
 */
export function keepTimes(
  cx: Context,
  course: GrantedCourse<"course.edit" | "workshop.edit">,
  goesBy: GoesBy,
): void {
  const { zone } = goesBy;
  const moved = sessionsIn(cx, course.id).map((s) => ({ ...s, span: spanOf(s, zone) }));
  for (const { id, roomId, span, startInstant, endInstant } of moved) {
    if (span.startsAt === startInstant && span.endsAt === endInstant) continue;
    const ofOthers = (other: { courseId: number }) => other.courseId !== course.id;
    const busy = engagements(cx, trainersOfSession(cx, id), span).find(ofOthers);
    if (busy) refuseAt({ zone: busyFault(cx, busy, goesBy) });
    const taken = roomId === null ? undefined : roomsTaken(cx, [roomId], span).find(ofOthers);
    if (taken) refuseAt({ zone: roomFault(cx, taken, goesBy) });
  }
  withoutPlanningGuards(cx, () => {
    for (const { span, ...session } of moved)
      updateSession(cx, session, { zone, startInstant: span.startsAt, endInstant: span.endsAt });
  });
}
