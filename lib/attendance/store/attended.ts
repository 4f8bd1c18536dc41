import type { Context } from "../../acts/context";
import {
  type Counted,
  countSessions,
  forGroup,
  type Held,
  heldBy,
  plannedSessions,
} from "../../completion/rules/counting";
import { longestOpen, type Outlook, outlookOf } from "../../completion/rules/reachable";
import { courseRow } from "../../courses/store";
import { firstPlaceOf } from "../../registrations/store/roster";
import { sessionTimesOf } from "../../timetable/store/described";
import { type Mark, marksOf, marksOfCourse } from "../store";

/** What the rolls of a course say of one person; `outlook` is for a course that goes on. */
export type Attended = Counted & Held & { outlook: Outlook | null };

/**
 * What the rolls of a course say of whoever holds a place in it: attended and planned minutes, each person's own. With
 * a registration's key, only of that one.
 */
export function attendanceIn(
  cx: Context,
  courseId: number,
  registrationId: number | null = null,
): (registration: { id: number; placeSince: number | null; groupId: number | null }) => Attended {
  const counting = courseRow(cx, courseId)!;
  const goesOn = counting.state !== "closed" && counting.state !== "cancelled";
  const sessions = sessionTimesOf(cx, courseId);
  const firstSince = firstPlaceOf(cx, courseId);
  const found = registrationId === null ? marksOfCourse(cx, courseId) : marksOf(cx, registrationId);
  const marks = new Map<number, Map<number, Mark>>();
  for (const mark of found) {
    const own = marks.get(mark.registrationId);
    if (own) own.set(mark.sessionId, mark);
    else marks.set(mark.registrationId, new Map([[mark.sessionId, mark]]));
  }
  return ({ id, placeSince, groupId }) => {
    const own = marks.get(id);
    const entered = sessions.map((session) => {
      const mark = own?.get(session.id);
      return { ...session, state: mark?.state ?? null, attended: mark?.minutes ?? 0 };
    });
    const ofPerson = forGroup(entered, groupId);
    const planned = plannedSessions(ofPerson, placeSince, counting, firstSince);
    const counted = countSessions(ofPerson, placeSince, counting, firstSince);
    const outlook = goesOn
      ? outlookOf(counting, { ...counted, longestOpenMinutes: longestOpen(planned) })
      : null;
    return { ...counted, ...heldBy(planned, cx.now), outlook };
  };
}
