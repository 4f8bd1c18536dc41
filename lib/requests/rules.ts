import type { Chase, RequestState } from "../../db/values/requests";
import type { TrainerRole } from "../../db/values/timetable";
import type { AwayTime } from "../away/rules";
import { addDays, daysBetween } from "../time/civil";

export type { RequestState } from "../../db/values/requests";

/** So many days before the day to answer by somebody is reminded once. */
export const chasedDaysBefore = 2;

/** So many days somebody is given to answer, unless what they are asked for is sooner. */
export const usualAnswerDays = 7;

/** The day to answer by that is proposed on a civil day, for what begins on another: never after the day before it, nor in the past. */
export function usualAnswerBy(today: string, begins: string): string {
  const dayBefore = addDays(begins, -1);
  const usual = addDays(today, usualAnswerDays);
  const [by = dayBefore] = [usual, dayBefore].sort();
  return by < today ? today : by;
}

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

type Trained = {
  trainerIds: readonly number[];
  coTrainerIds?: readonly number[];
  apprenticeIds?: readonly number[];
};

/** Those who lead a session. */
const leadsOf = ({ trainerIds, coTrainerIds = [], apprenticeIds = [] }: Trained): number[] =>
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
