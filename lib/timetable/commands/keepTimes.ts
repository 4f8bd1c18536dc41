import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { refuseAt } from "../../result";
import { busyFault, roomFault } from "../queries/inTheWay";
import { spanOf } from "../rules/conflicts";
import { sessionsIn, trainersOfSession, updateSession } from "../store";
import { engagements, roomsTaken } from "../store/taken";

/**
 * Keeps the civil times of a course whose zone is corrected, for people agreed on them; the instants follow the new zone.
 * Refused where a trainer would then be in two places, or a room taken twice. Within the open transaction.
 */
export function keepTimes(
  cx: Context,
  course: GrantedCourse<"course.edit" | "workshop.edit">,
  zone: string,
): void {
  const rows = sessionsIn(cx, course.id);
  const moved = rows.map((s) => ({ ...s, span: spanOf(s, zone) }));
  for (const { id, roomId, span } of moved) {
    const ofOthers = (other: { courseId: number }) => other.courseId !== course.id;
    const busy = engagements(cx, trainersOfSession(cx, id), span).find(ofOthers);
    if (busy) refuseAt({ zone: busyFault(cx, busy, zone) });
    const taken = roomId === null ? undefined : roomsTaken(cx, [roomId], span).find(ofOthers);
    if (taken) refuseAt({ zone: roomFault(cx, taken, zone) });
  }
  // Sessions that move to later are moved from the last on, so that none meets the one before it on the way.
  const later = (moved[0]?.span.startsAt ?? 0) > (rows[0]?.startInstant ?? 0);
  for (const session of later ? moved.reverse() : moved) {
    const { startsAt: startInstant, endsAt: endInstant } = session.span;
    updateSession(cx, session, { zone, startInstant, endInstant });
  }
}
