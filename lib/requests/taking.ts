import type { OwnRequest } from "../access/trainerGate";
import type { Context } from "../acts/context";
import { trainersIn } from "../courses/store";
import { groupRowsIn } from "../groups/store";
import { wholeSpan } from "../timetable/rules/conflicts";
import { type KeptSession, trainersOfSession } from "../timetable/store";
import { timetableOf } from "../timetable/store/kept";
import { engagements } from "../timetable/store/taken";
import { isMeantToCome, takeable } from "./rules";

/** The sessions that a request is for: the one, or all of its course that are to come and that its trainer does not train yet. */
export function sessionsAsked(cx: Context, request: OwnRequest): KeptSession[] {
  const { course, sessionId, personId } = request;
  const timetable = timetableOf(cx, course.id);
  if (sessionId !== null) return timetable.filter(({ id }) => id === sessionId);
  return timetable.filter((s) => isMeantToCome(s, request, cx.now) && !s.trainerIds.includes(personId));
}

/**
 * Who trains what is asked for: one session; where a group of a course is named, all that is to come for that group; a
 * course; where that is held in groups, all that is to come for each, for whoever trains one may be asked for the rest.
 */
export function trainWhatIsAsked(
  cx: Context,
  courseId: number,
  asked: { sessionId: number | null; groupId: number | null },
): number[] {
  if (asked.sessionId !== null) return trainersOfSession(cx, asked.sessionId);
  const team = trainersIn(cx, courseId);
  if (asked.groupId === null) {
    const groups = groupRowsIn(cx, courseId);
    if (groups.length < 2) return team;
    const ofEach = groups.map(({ id: groupId }) =>
      trainWhatIsAsked(cx, courseId, { sessionId: null, groupId }),
    );
    return team.filter((id) => ofEach.every((all) => all.includes(id)));
  }
  const meant = timetableOf(cx, courseId).filter((s) => isMeantToCome(s, asked, cx.now));
  return team.filter((id) => meant.every((s) => s.trainerIds.includes(id)));
}

/** Those of them that whoever is asked can train, as whom they are asked to; `groupId`: the group that they choose where groups meet at one time. */
export function takenBy(
  cx: Context,
  { personId, role }: OwnRequest,
  sessions: readonly KeptSession[],
  groupId: number | null,
): KeptSession[] {
  const whole = wholeSpan(sessions.map((s) => ({ startsAt: s.startInstant, endsAt: s.endInstant })));
  const engaged = whole === null ? [] : engagements(cx, [personId], whole);
  return takeable(sessions, engaged, { role, groupId });
}
