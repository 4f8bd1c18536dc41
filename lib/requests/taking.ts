import type { Answerable } from "../access/trainerGate";
import type { Context } from "../acts/context";
import { type CourseRow, trainersIn } from "../courses/store";
import { groupRowsIn } from "../groups/store";
import { dayAt } from "../time/zone";
import { wholeSpan } from "../timetable/rules/conflicts";
import { higher } from "../timetable/rules/replace";
import { roleOf } from "../timetable/rules/roles";
import { type KeptSession, sessionRow, trainersOfSession } from "../timetable/store";
import { timetableOf } from "../timetable/store/kept";
import { engagements } from "../timetable/store/taken";
import { isAskedFor, isMeant, isMeantToCome, latestToAnswer, takeable, withTrainer } from "./rules";
import type { RequestRow } from "./store";

/** The sessions that a request is for: the one, or all of its course that are to come and that its trainer does not train yet. */
export function sessionsAsked(cx: Context, request: Answerable): KeptSession[] {
  const { course, sessionId, personId } = request;
  const timetable = timetableOf(cx, course.id);
  if (sessionId !== null) return timetable.filter(({ id }) => id === sessionId);
  return timetable.filter((s) => isMeantToCome(s, request, cx.now) && !s.trainerIds.includes(personId));
}

/**
 * Who trains what is asked for: one session; where a group of a course is named, all that is to come for that group; a
 * course; where that is held in groups, all that is to come in it, for whoever trains one may be asked for the rest. A group
 * that has nothing to come is trained by nobody.
 */
export function trainWhatIsAsked(
  cx: Context,
  courseId: number,
  asked: Pick<RequestRow, "sessionId" | "groupId">,
): number[] {
  if (asked.sessionId !== null) return trainersOfSession(cx, asked.sessionId);
  const team = trainersIn(cx, courseId);
  if (asked.groupId === null && groupRowsIn(cx, courseId).length < 2) return team;
  const meant = timetableOf(cx, courseId).filter((s) => isMeantToCome(s, asked, cx.now));
  if (meant.length === 0) return asked.groupId === null ? team : [];
  return team.filter((id) => meant.every((s) => s.trainerIds.includes(id)));
}

/** True where all that is asked for is over, so that accepting it would give nothing. What has no session yet is not. */
export function isOver(
  cx: Context,
  courseId: number,
  asked: Pick<RequestRow, "sessionId" | "groupId">,
): boolean {
  const meant = timetableOf(cx, courseId).filter((s) =>
    asked.sessionId === null ? isMeant(s, asked) : s.id === asked.sessionId,
  );
  return meant.length > 0 && meant.every((s) => s.endInstant <= cx.now);
}

/** True where somebody trains all that they are asked for and that is to come, in no lesser role, so that an answer would give nothing. */
export function trainsAllAsked(
  cx: Context,
  courseId: number,
  { personId, role, ...asked }: Pick<RequestRow, "sessionId" | "groupId" | "personId" | "role">,
): boolean {
  const meant = timetableOf(cx, courseId).filter((s) => isAskedFor(s, asked, cx.now));
  const trains = (s: KeptSession) => {
    if (!s.trainerIds.includes(personId)) return false;
    const without = (ids: readonly number[] = []) => ids.filter((id) => id !== personId);
    const others = {
      trainerIds: without(s.trainerIds),
      coTrainerIds: without(s.coTrainerIds),
      apprenticeIds: without(s.apprenticeIds),
    };
    const as = roleOf(s, personId);
    const asAsked = roleOf(withTrainer(others, personId, role, asked.sessionId === null), personId);
    return higher(as, asAsked) === as;
  };
  return meant.length > 0 && meant.every(trains);
}

/** Those of them that whoever is asked can train, as whom they are asked to; `groupId`: the group that they choose where groups meet at one time. */
export function takenBy(
  cx: Context,
  { personId, role }: Answerable,
  sessions: readonly KeptSession[],
  groupId: number | null,
): KeptSession[] {
  const whole = wholeSpan(sessions.map((s) => ({ startsAt: s.startInstant, endsAt: s.endInstant })));
  const engaged = whole === null ? [] : engagements(cx, [personId], whole);
  return takeable(sessions, engaged, { role, groupId });
}

/** The last day on which what is asked for can be answered: that of its session, else of its course; null where it has no days. */
export const answeredUntil = (cx: Context, course: CourseRow, sessionId: number | null): string | null =>
  (sessionId === null ? null : sessionRow(cx, sessionId)?.day) ??
  latestToAnswer(course, dayAt(cx.now, course.zone));
