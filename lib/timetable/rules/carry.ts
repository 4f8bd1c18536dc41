import { type AwayTime, isAwayAt } from "../../away/rules";
import { minutesOf } from "../../time/civil";
import { timeOf } from "../../time/timeOf";
import { type BreaksAsked, breakUnder, type NamedBreak } from "./ground";
import { meeting, overlapping, type Place, type PlaceOfGroup, placeFrom, plannedMinutes } from "./sessions";

/** A session that somebody has taken up to put it elsewhere. Runs in the browser. */

/** By how many minutes a key, or the mouse, moves it; with Shift the mouse goes by the finer one. */
export const carrySteps = { usual: 15, fine: 5 } as const;

export type CarryStep = "earlier" | "later" | "dayBefore" | "dayAfter" | "longer" | "shorter";

const lastMinute = 24 * 60 - 1;

const placed = (day: string, from: number, to: number): Place => ({
  day,
  startsAt: timeOf(from),
  endsAt: timeOf(to),
});

/** The place after a step; null where the day or the course ends there, or nothing would be left of it. */
export function stepped(place: Place, step: CarryStep, days: readonly string[]): Place | null {
  const [from, to] = [minutesOf(place.startsAt), minutesOf(place.endsAt)];
  const by = carrySteps.usual;
  const within = (start: number, end: number) => placeFrom(place.day, start, end - start);
  const onDay = (day: string | undefined) => (day === undefined ? null : { ...place, day });
  const nth = days.indexOf(place.day);
  switch (step) {
    case "earlier":
      return within(from - by, to - by);
    case "later":
      return within(from + by, to + by);
    case "longer":
      return within(from, to + by);
    case "shorter":
      return within(from, to - by);
    case "dayBefore":
      return onDay(days[nth - 1]);
    case "dayAfter":
      return onDay(days[nth + 1]);
  }
}

const toStep = (minute: number, step: number) => Math.round(minute / step) * step;

/** Where a session lands whose start is held over a minute of a day: in steps, within the day. */
export function landing(place: Place, day: string, minute: number, step: number): Place {
  const minutes = plannedMinutes(place);
  const from = Math.max(0, Math.min(toStep(minute, step), Math.floor((lastMinute - minutes) / step) * step));
  return placed(day, from, from + minutes);
}

/** What becomes of a session whose end is held over a minute of its day. */
export function stretched(place: Place, minute: number, step: number): Place {
  const from = minutesOf(place.startsAt);
  const to = Math.max(from + carrySteps.fine, Math.min(toStep(minute, step), lastMinute));
  return placed(place.day, from, to);
}

export const samePlace = (a: Place, b: Place): boolean =>
  a.day === b.day && a.startsAt === b.startsAt && a.endsAt === b.endsAt;

type Carriable = PlaceOfGroup & {
  id: number;
  kind: string;
  trainers: readonly { id: number }[];
  /** Whoever was asked for it and has not answered. */
  asked: readonly { id: number }[];
  roomId: number | null;
};

/** Time of a trainer or of a room that a session of another course takes. */
export type TakenTime = Place & { trainerId: number | null; roomId: number | null };

/**
 * What stands in the way of sessions beside each other: time that other courses take, when trainers are away, and the times off
 * that the timetable was asked for.
 */
export type InTheWay<T> = {
  taken: readonly T[];
  away: readonly { trainerId: number; time: AwayTime }[];
  breaks: BreaksAsked | null;
};

/**
 * What a session would meet: another one of its people, or of a trainer or a room that it needs, here or in another course;
 * an absence of whoever trains it or is asked for it; the lunch or the prayer.
 */
export type CarryClash<S, T> =
  | { kind: "sameTime"; other: S }
  | { kind: "room"; other: S | T }
  | { kind: "trainer"; trainerId: number; other: S | T }
  | { kind: "away"; trainerId: number }
  | { kind: NamedBreak };

/** True for what only asks for attention: the session may be put there all the same. */
export const isSoft = (clash: CarryClash<unknown, unknown>): boolean => !("other" in clash);

/**
 * What a session would meet at a place; null where nothing is in its way. What it would be refused for comes before what is
 * only drawn, and that before what is only told.
 */
export function clashAt<S extends Carriable, T extends TakenTime>(
  place: Place,
  id: number,
  all: readonly S[],
  { taken, away, breaks }: InTheWay<T>,
): CarryClash<S, T> | null {
  const session = all.find((one) => one.id === id);
  if (!session) return null;
  const here = all.filter((other) => other.id !== id && overlapping(place, other));
  const there = taken.filter((other) => overlapping(place, other));
  for (const { id: trainerId } of session.trainers) {
    const other =
      here.find(({ trainers }) => trainers.some((one) => one.id === trainerId)) ??
      there.find((one) => one.trainerId === trainerId);
    if (other) return { kind: "trainer", trainerId, other };
  }
  const { roomId, groupId } = session;
  const inRoom = roomId === null ? undefined : [...here, ...there].find((other) => other.roomId === roomId);
  if (inRoom) return { kind: "room", other: inRoom };
  const met = here.find((other) => meeting({ ...place, groupId }, other));
  if (met) return { kind: "sameTime", other: met };
  const gone = [...session.trainers, ...session.asked].find((one) =>
    away.some(({ trainerId, time }) => trainerId === one.id && isAwayAt(time, place)),
  );
  if (gone) return { kind: "away", trainerId: gone.id };
  const under = breakUnder(place, session.kind, breaks);
  return under && { kind: under };
}
