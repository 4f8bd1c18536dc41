import type { Chase, RequestState } from "../../db/values/requests";
import type { TrainerRole } from "../../db/values/timetable";
import type { AwayTime } from "../away/rules";
import type { CourseState } from "../courses/rules";
import { addDays, daysBetween } from "../time/civil";
import { type Engagement, overlap } from "../timetable/rules/conflicts";

export type { RequestState } from "../../db/values/requests";

/** So many days before the day to answer by somebody is reminded once. */
export const chasedDaysBefore = 2;

/** So many days somebody is given to answer, unless what they are asked for is sooner. */
export const usualAnswerDays = 7;

/**
 * The day to answer by that is proposed on a civil day, for what begins on another: never after the day before it, nor in the
 * past. Of what is under way it is today, for each day that goes by takes of what can be accepted.
 */
export function usualAnswerBy(today: string, begins: string): string {
  const dayBefore = addDays(begins, -1);
  const usual = addDays(today, usualAnswerDays);
  const [by = dayBefore] = [usual, dayBefore].sort();
  return by < today ? today : by;
}

/** The last day to answer for a whole course: the day that it begins; once it has, its last, for what is left of it. */
export const latestToAnswer = (
  { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null },
  today: string,
): string | null => (startsOn !== null && startsOn < today ? endsOn : startsOn);

/** True of what somebody is asked and can still answer: of a course that was cancelled nobody is. */
export const awaitsAnswer = ({
  state,
  course,
}: {
  state: RequestState;
  course: { state: CourseState };
}): boolean => state === "waiting" && course.state !== "cancelled";

type Waiting = { answerBy: string; chased: Chase | null; askedOn: string };

/**
 * Which reminder is due on a civil day; null where none is. Whatever day it is asked on, each goes out once: one that was
 * missed before the day itself is not made up for on it, for then the last one is due.
 */
export function chaseDue({ answerBy, chased, askedOn }: Waiting, today: string): Chase | null {
  if (today >= answerBy) return chased === "on" || askedOn === today ? null : "on";
  // Who was asked today has just read it.
  if (chased !== null || askedOn === today) return null;
  return daysBetween(today, answerBy) <= chasedDaysBefore ? "before" : null;
}

/** How a request reads on a civil day: one that nobody answered in time is `late`. */
export const shownAs = (
  { state, answerBy }: { state: RequestState; answerBy: string },
  today: string,
): RequestState | "late" => (state === "waiting" && today > answerBy ? "late" : state);

/** True where somebody's answer asks a coordinator for something: another trainer, another time. */
export const asksForMore = ({
  state,
  settledAt,
}: {
  state: RequestState;
  settledAt: number | null;
}): boolean => (state === "declined" || state === "proposed") && settledAt === null;

/**
 * True where another day is one on which all of a course would begin: whoever is asked for the whole of it before its first civil day.
 * Of a session, of a group, and of what is under way it is one of the course's days.
 */
export const proposesFirstDay = (
  { sessionId, groupId }: { sessionId: number | null; groupId: number | null },
  { startsOn }: { startsOn: string | null },
  today: string,
): boolean => sessionId === null && groupId === null && (startsOn === null || startsOn >= today);

/**
 * The first day to which whoever plans a course may move it for what a trainer proposed, on a civil day; null where none was
 * proposed, or it begins there already.
 */
export const firstDayProposed = (
  request: {
    sessionId: number | null;
    groupId: number | null;
    otherDay: string | null;
    state: RequestState;
    settledAt: number | null;
  },
  course: { startsOn: string | null },
  today: string,
): string | null =>
  asksForMore(request) &&
  request.otherDay !== null &&
  request.otherDay >= today &&
  request.otherDay !== course.startsOn &&
  course.startsOn !== null &&
  proposesFirstDay(request, course, today)
    ? request.otherDay
    : null;

/** Why accepting a request gives less than all of it: one teaches something else then, or some are at one time. */
export const whyNotAll = ({
  all,
  takes,
  busy,
}: {
  all: number;
  takes: number;
  busy: number;
}): "busy" | "atOnce" | "both" => (busy === 0 ? "atOnce" : all - takes > busy ? "both" : "busy");

type Trained = {
  trainerIds: readonly number[];
  coTrainerIds?: readonly number[];
  apprenticeIds?: readonly number[];
};

/** Those who lead a session. */
export const leadsOf = ({ trainerIds, coTrainerIds = [], apprenticeIds = [] }: Trained): number[] =>
  trainerIds.filter((id) => !coTrainerIds.includes(id) && !apprenticeIds.includes(id));

/**
 * A session with somebody more in a role. Of a whole course they lead where nobody else does, and stand beside whoever
 * leads; of one session they are what they were asked for.
 */
export function withTrainer<S extends Trained>(
  session: S,
  personId: number,
  role: TrainerRole,
  wholeCourse: boolean,
): S & { trainerIds: number[]; coTrainerIds: number[]; apprenticeIds: number[] } {
  const beside = wholeCourse && role === "lead" && leadsOf(session).length > 0;
  const as = beside ? "co_trainer" : role;
  const { trainerIds, coTrainerIds = [], apprenticeIds = [] } = session;
  return {
    ...session,
    trainerIds: [...trainerIds, personId],
    coTrainerIds: as === "co_trainer" ? [...coTrainerIds, personId] : [...coTrainerIds],
    apprenticeIds: as === "apprentice" ? [...apprenticeIds, personId] : [...apprenticeIds],
  };
}

/** A session with somebody fewer, whatever they did in it. */
export function withoutTrainer<S extends Trained>(
  session: S,
  personId: number,
): S & { trainerIds: number[] } {
  const others = (ids: readonly number[] = []) => ids.filter((id) => id !== personId);
  const { trainerIds, coTrainerIds, apprenticeIds } = session;
  return {
    ...session,
    trainerIds: others(trainerIds),
    coTrainerIds: others(coTrainerIds),
    apprenticeIds: others(apprenticeIds),
  };
}

/** True of a session that a request for a whole course means: of everybody, and where one group was named that one's alone. */
export const isMeant = (session: { groupId: number | null }, request: { groupId: number | null }): boolean =>
  request.groupId === null || session.groupId === null || session.groupId === request.groupId;

/** True of a session that is to come and that a request for a whole course means. */
export const isMeantToCome = (
  session: { groupId: number | null; endInstant: number },
  request: { groupId: number | null },
  now: number,
): boolean => session.endInstant > now && isMeant(session, request);

/** True of what a request is for: the one session that it names, else what is to come of those it is meant for. */
export const isAskedFor = (
  session: { id: number; groupId: number | null; endInstant: number },
  request: { sessionId: number | null; groupId: number | null },
  now: number,
): boolean =>
  request.sessionId === null ? isMeantToCome(session, request, now) : session.id === request.sessionId;

type Timed = { id: number; startInstant: number; endInstant: number };
type Asked = Trained & Timed & { groupId: number | null };

const spanOfAsked = ({ startInstant, endInstant }: Timed) => ({ startsAt: startInstant, endsAt: endInstant });

/** True of sessions of which one person can train one alone. */
const meet = (a: Timed, b: Timed): boolean => a.id !== b.id && overlap(spanOfAsked(a), spanOfAsked(b));

/** Those of some sessions that are at the same time as another of them. */
export const atTheSameTime = <S extends Timed>(sessions: readonly S[]): S[] =>
  sessions.filter((session) => sessions.some((other) => meet(session, other)));

/**
 * Of the sessions that somebody is asked for those that they can train. Where they teach something else they cannot; of
 * several at one time they train that of the group they choose, else one that nobody leads (an apprentice: one that
 * somebody leads), else the one with the fewest trainers, else that of the first group.
 */
export function takeable<S extends Asked>(
  sessions: readonly S[],
  engaged: readonly Engagement[],
  { role, groupId }: { role: TrainerRole; groupId: number | null },
): S[] {
  const free = sessions.filter(
    (s) => !engaged.some((other) => other.sessionId !== s.id && overlap(spanOfAsked(s), other)),
  );
  const order = (s: S): number[] => [
    groupId !== null && s.groupId === groupId ? 0 : 1,
    leadsOf(s).length > 0 === (role === "apprentice") ? 0 : 1,
    s.trainerIds.length,
    s.groupId ?? 0,
    s.startInstant,
    s.id,
  ];
  const compare = (a: number[], b: number[]) => a.map((n, i) => n - b[i]!).find((n) => n !== 0) ?? 0;
  const taken: S[] = [];
  for (const one of [...free].sort((a, b) => compare(order(a), order(b))))
    if (!taken.some((other) => meet(one, other))) taken.push(one);
  const ids = new Set(taken.map(({ id }) => id));
  return sessions.filter(({ id }) => ids.has(id));
}

/** So many sessions of a request stand unfolded above its answers; more are one line, so that the answers are in sight. */
const mostUnfolded = 3;

/** True where the sessions of a request are one line that unfolds. */
export const isFolded = (sessions: readonly unknown[]): boolean => sessions.length > mostUnfolded;

/** At how many sessions of a request somebody teaches elsewhere, at how many they are away, and their absences, each once. */
export function whatIsInTheWay(
  sessions: readonly { inTheWay: { fault: unknown; away: AwayTime | null } }[],
): { busy: number; away: number; times: AwayTime[] } {
  const away = sessions.flatMap(({ inTheWay }) => inTheWay.away ?? []);
  return {
    busy: sessions.filter(({ inTheWay }) => inTheWay.fault !== null).length,
    away: away.length,
    times: [...new Map(away.map((time) => [JSON.stringify(time), time])).values()],
  };
}
