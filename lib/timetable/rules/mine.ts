import { addDays } from "../../time/civil";
import { addMonths } from "../../time/zone";

/** Days from today on that a calendar of the present month shows at least, also beyond its end. */
const daysAhead = 14;

/** The days of a month that begins on `first`; of the present one on to what comes next, though another month has begun by then. */
export function monthAndNext(first: string, today: string): { from: string; to: string } {
  const last = addDays(addMonths(first, 1), -1);
  const next = addDays(today, daysAhead);
  return { from: first, to: first.slice(0, 7) === today.slice(0, 7) && next > last ? next : last };
}

/** Where somebody is on a civil day: a key of the place, and what is said of it. */
type Somewhere<P> = { key: string; place: P };

/** A civil day on which somebody teaches, with where they are then, and on the days before and after. */
export type DayOf<S, P> = {
  day: string;
  sessions: S[];
  /** The places of other days next to it that are not its own; a day without sessions is nowhere. */
  before: P[];
  after: P[];
};

/**
 * The days of a calendar with what somebody is asked for on them, and days on which there is only that; in their order.
 */
export function withAsked<D extends { day: string }, A extends { day: string }>(
  days: readonly D[],
  asked: readonly A[],
): { day: string; teaches: D | null; asked: A[] }[] {
  return [...new Set([...days, ...asked].map(({ day }) => day))].sort().map((day) => ({
    day,
    teaches: days.find((one) => one.day === day) ?? null,
    asked: asked.filter((one) => one.day === day),
  }));
}

/**
 * Sessions by their civil days, each day with where one is the day before and after where that is another place. Sessions
 * are given in their order; those of the days around the first and the last count for these alone.
 */
export function byDay<S extends { day: string }, P>(
  sessions: readonly S[],
  whereOf: (session: S) => Somewhere<P> | null,
  from: string,
  to: string,
): DayOf<S, P>[] {
  const of = (day: string) => sessions.filter((s) => s.day === day);
  const places = (day: string) =>
    new Map(
      of(day).flatMap((s) => {
        const where = whereOf(s);
        return where ? [[where.key, where.place] as const] : [];
      }),
    );
  const others = (day: string, there: string) => {
    const own = places(day);
    return [...places(there)].flatMap(([key, place]) => (own.has(key) ? [] : [place]));
  };
  return [...new Set(sessions.map(({ day }) => day))]
    .filter((day) => day >= from && day <= to)
    .sort()
    .map((day) => ({
      day,
      sessions: of(day),
      before: others(day, addDays(day, -1)),
      after: others(day, addDays(day, 1)),
    }));
}
