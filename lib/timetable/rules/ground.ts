import { minutesOf } from "../../time/civil";
import { timeOf } from "../../time/timeOf";
import { type Pause, pausesOf } from "./grid";
import type { Place } from "./sessions";

/** The hours of a day and the times off within them, as the timetable of a course was asked for last. */
export type BreaksAsked = {
  startsAt: string;
  endsAt: string;
  breakFrom: string;
  breakMinutes: number;
  prayerFrom: string | null;
  prayerMinutes: number;
};

/** What a time off was asked for, where it has a name of its own. */
export type NamedBreak = "lunch" | "prayer" | "lunchAndPrayer";

/** Time of a day without sessions, as it is drawn behind them; what is longer than a break and was not asked for is free. */
export type Ground = Pause & { is: NamedBreak | "break" | "free" };

type Span = { from: number; to: number };
type AskedSpan = Span & { is: NamedBreak };

/** Shortest break in which people eat, in minutes, and between which times of day it is their lunch. */
const shortestLunch = 25;
const noon = { from: "11:00", to: "15:00" } as const;

/** The lunch and the prayer that a timetable was asked for, in the order of the day; where they meet they are one. */
function askedSpans(asked: BreaksAsked): AskedSpan[] {
  const { breakFrom, breakMinutes, prayerFrom, prayerMinutes } = asked;
  const span = (is: NamedBreak, at: string, minutes: number) => {
    const from = minutesOf(at);
    return { is, from, to: Math.min(from + minutes, 24 * 60 - 1) };
  };
  const eats = breakMinutes >= shortestLunch && breakFrom >= noon.from && breakFrom < noon.to;
  const lunch = eats ? span("lunch", breakFrom, breakMinutes) : null;
  const prayer = prayerFrom && prayerMinutes > 0 ? span("prayer", prayerFrom, prayerMinutes) : null;
  if (lunch && prayer && shared(lunch, prayer) > 0)
    return [
      { is: "lunchAndPrayer", from: Math.min(lunch.from, prayer.from), to: Math.max(lunch.to, prayer.to) },
    ];
  return [lunch, prayer].flatMap((one) => one ?? []).sort((a, b) => a.from - b.from);
}

const shared = (a: Span, b: Span) => Math.min(a.to, b.to) - Math.max(a.from, b.from);

/** True where time without sessions is what was asked for: most of that lies in it, or most of it in that. */
const isFor = (gap: Span, asked: Span) => {
  const both = shared(gap, asked);
  return both > 0 && 2 * both >= Math.min(gap.to - gap.from, asked.to - asked.from);
};

const piece = (is: Ground["is"], from: number, to: number): Ground => ({
  ...{ startsAt: timeOf(from), endsAt: timeOf(to), minutes: to - from },
  ...{ is, isBreak: is !== "free" },
});

/** Time between two sessions by what it was asked for; out of what is longer than a break that is cut, the rest of it is free. */
function named(pause: Pause, spans: readonly AskedSpan[]): Ground[] {
  const gap = { from: minutesOf(pause.startsAt), to: minutesOf(pause.endsAt) };
  const within = spans.filter((span) => isFor(gap, span));
  if (pause.isBreak || within.length === 0) {
    const is = within.length > 1 ? "lunchAndPrayer" : (within[0]?.is ?? (pause.isBreak ? "break" : "free"));
    return [piece(is, gap.from, gap.to)];
  }
  const pieces: Ground[] = [];
  let at = gap.from;
  for (const { is, ...span } of within) {
    const [from, to] = [Math.max(at, span.from), Math.min(gap.to, span.to)];
    if (from > at) pieces.push(piece("free", at, from));
    pieces.push(piece(is, from, to));
    at = to;
  }
  return at < gap.to ? [...pieces, piece("free", at, gap.to)] : pieces;
}

/** The prayer of a day as far as it is before its first session or after its last one, within the hours that were asked for. */
function prayerBeside(sessions: readonly Place[], asked: BreaksAsked): Ground[] {
  const { prayerFrom, prayerMinutes } = asked;
  if (!prayerFrom || prayerMinutes === 0) return [];
  const first = Math.min(...sessions.map(({ startsAt }) => minutesOf(startsAt)));
  const last = Math.max(...sessions.map(({ endsAt }) => minutesOf(endsAt)));
  const from = Math.max(minutesOf(prayerFrom), minutesOf(asked.startsAt));
  const to = Math.min(minutesOf(prayerFrom) + prayerMinutes, minutesOf(asked.endsAt));
  return [
    { from, to: Math.min(to, first) },
    { from: Math.max(from, last), to },
  ].flatMap((part) => (part.to > part.from ? piece("prayer", part.from, part.to) : []));
}

/**
 * What lies between the sessions of one day, by what it was asked for, in the order of the day; and the prayer beside them. A
 * course that never asked for any has breaks and free time alone; a day without sessions has none of it.
 * @param meal how long the break of its timetable is in which people eat (`hoursOf`), in minutes.
 */
export function groundOf(sessions: readonly Place[], asked: BreaksAsked | null, meal = 0): Ground[] {
  if (sessions.length === 0) return [];
  const spans = asked ? askedSpans(asked) : [];
  const between = pausesOf(sessions, meal).flatMap((pause) => named(pause, spans));
  return [...between, ...(asked ? prayerBeside(sessions, asked) : [])].sort((a, b) =>
    a.startsAt.localeCompare(b.startsAt, "en"),
  );
}

/** The lunch, the prayer or both that a session takes time of; null where it takes none, or is itself nothing that is taught. */
export function breakUnder(
  place: Pick<Place, "startsAt" | "endsAt">,
  kind: string,
  asked: BreaksAsked | null,
): NamedBreak | null {
  // What has a title alone may be the meal or the prayer.
  if (!asked || kind === "other") return null;
  const span = { from: minutesOf(place.startsAt), to: minutesOf(place.endsAt) };
  const under = askedSpans(asked).filter((one) => shared(span, one) > 0);
  return under.length > 1 ? "lunchAndPrayer" : (under[0]?.is ?? null);
}
