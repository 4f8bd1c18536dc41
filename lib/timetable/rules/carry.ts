import { minutesOf } from "../../time/civil";
import { timeOf } from "../../time/timeOf";
import { meeting, type Place, type PlaceOfGroup, placeFrom, plannedMinutes } from "./sessions";

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

/** The other sessions of the course that a session would meet at a place. */
export function meets<S extends PlaceOfGroup & { id: number }>(
  place: Place,
  id: number,
  all: readonly S[],
): S[] {
  const groupId = all.find((one) => one.id === id)?.groupId ?? null;
  return all.filter((other) => other.id !== id && meeting({ ...place, groupId }, other));
}
