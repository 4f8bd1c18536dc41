import { hoursOf } from "./rules/sessions";

type Timed = { day: string; startsAt: string };

/** Sessions with which one can change places: nobody has a mark there, and they are not at its own time already. */
export const swapPartners = <S extends Timed & { entries: number }>(session: Timed, all: readonly S[]): S[] =>
  all.filter(
    (other) => other.entries === 0 && (other.day !== session.day || other.startsAt !== session.startsAt),
  );

/** Hours of a day of a course until somebody says otherwise; the break in minutes. */
export const usualHours = { startsAt: "09:00", endsAt: "15:30", breakFrom: "12:00", breakMinutes: 60 };
/** Longest break that a proposal takes, in minutes. */
const longestBreak = 180;
/** Nobody eats in less, in minutes. */
const shortestMeal = 25;

/** The hours that a proposal begins with: those of the last one; what a hand placed may be at any hour. */
export function hoursToPropose(
  sessions: readonly (Parameters<typeof hoursOf>[0][number] & { placedByHand: boolean })[],
): typeof usualHours {
  const proposed = hoursOf(sessions.filter((session) => !session.placedByHand));
  if (!proposed || proposed.breakMinutes > longestBreak) return usualHours;
  if (proposed.breakMinutes >= shortestMeal) return proposed;
  // A short break alone is none in which people eat; over noon they do.
  const { breakFrom, breakMinutes } = usualHours;
  const overNoon = proposed.startsAt < breakFrom && proposed.endsAt > "13:30";
  return { ...proposed, breakFrom, breakMinutes: overNoon ? breakMinutes : 0 };
}

/** To which day each day of a timetable goes, and with how many sessions. `after` holds the same sessions in that order. */
export function daysMoved(
  before: readonly { day: string }[],
  after: readonly { day: string }[],
): { from: string; to: string; sessions: number }[] {
  const days = new Map<string, { from: string; to: string; sessions: number }>();
  for (const [i, { day: from }] of before.entries()) {
    const day = days.get(from) ?? { from, to: after[i]?.day ?? from, sessions: 0 };
    days.set(from, { ...day, sessions: day.sessions + 1 });
  }
  return [...days.values()];
}

/**
 * The day of a timetable that a page shows: the one that was asked for, where there is such a day; without a question the
 * next one from today on, or the first where all are over.
 */
export const dayToShow = (
  days: readonly string[],
  asked: string | null,
  today: string,
): string | undefined =>
  asked === null ? (days.find((day) => day >= today) ?? days[0]) : days.find((day) => day === asked);
