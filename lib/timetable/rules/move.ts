import { addDays, daysBetween, weekday } from "../../time/civil";
import type { Weekend } from "./propose";

/**
 * Where the days of a course go when its first day becomes another one: the n-th working day from the old first day to
 * the n-th from the new one. A day that was used though it was not worked keeps its distance to the working day before
 * it. Order is kept and no two days become one: where two would meet, the later one goes on to the next day that suits it.
 * @param days the days that are used, in their order.
 * @param from the first day so far. @param to the first day to be.
 * @param was what was not worked where the days so far are, where that is another country.
 */
export function movedDays(
  days: readonly string[],
  from: string,
  to: string,
  weekend: Weekend,
  holidays: ReadonlySet<string>,
  was: { weekend: Weekend; free: ReadonlySet<string> } = { weekend, free: holidays },
): Map<string, string> {
  const worked = (day: string) => !weekend.includes(weekday(day)) && !holidays.has(day);
  const wasWorked = (day: string) => !was.weekend.includes(weekday(day)) && !was.free.has(day);
  const fromWorkingDay = (day: string) => {
    let found = day;
    while (!worked(found)) found = addDays(found, 1);
    return found;
  };
  const places = new Map<string, string>();
  const used = new Set(days);
  const lastUsed = [...days].sort().at(-1) ?? from;
  /** From where on the next working day is looked for. */
  let next = to;
  let taken: string | null = null;
  let anchor = { old: from, place: to };
  for (let day = from; day <= lastUsed; day = addDays(day, 1)) {
    const free: string | null = taken === null ? null : addDays(taken, 1);
    if (wasWorked(day)) {
      const place = fromWorkingDay(used.has(day) && free !== null && free > next ? free : next);
      next = addDays(place, 1);
      anchor = { old: day, place };
    }
    if (!used.has(day)) continue;
    const wanted = addDays(anchor.place, daysBetween(anchor.old, day));
    const place: string = free !== null && wanted < free ? free : wanted;
    places.set(day, place);
    taken = place;
  }
  return places;
}

type Dates = { startsOn: string; endsOn: string; applyBy: string | null; decideBy?: string | null };

/** The dates of a course, which has them; with the day on which it is decided whether it takes place, where there is one. */
export const datesOf = (course: {
  startsOn: string | null;
  endsOn: string | null;
  applyBy: string | null;
  decideBy?: string | null;
}): Dates => ({
  ...{ startsOn: course.startsOn!, endsOn: course.endsOn!, applyBy: course.applyBy },
  ...(course.decideBy ? { decideBy: course.decideBy } : {}),
});

/** True where these are the same days, that of the decision with them. */
export const sameDates = (a: Dates, b: Dates): boolean =>
  a.startsOn === b.startsOn &&
  a.endsOn === b.endsOn &&
  a.applyBy === b.applyBy &&
  (a.decideBy ?? null) === (b.decideBy ?? null);

/**
 * The dates of a course that moves: the last day to apply and the day of decision by as many days as the first day, neither
 * after what it is before: the end, and the first day.
 */
export function movedDates(before: Dates, startsOn: string, endsOn: string): Dates {
  const by = daysBetween(before.startsOn, startsOn);
  const moved = (day: string, most: string) => [addDays(day, by), most].sort()[0]!;
  return {
    ...{ startsOn, endsOn },
    applyBy: before.applyBy === null ? null : moved(before.applyBy, endsOn),
    ...(before.decideBy ? { decideBy: moved(before.decideBy, startsOn) } : {}),
  };
}

/** What moving a course does, as one word that a form carries. */
export const moveWord = (timetable: string, { startsOn, endsOn, applyBy, decideBy }: Dates): string =>
  [timetable, startsOn, endsOn, applyBy ?? "never", ...(decideBy ? [decideBy] : [])].join(" ");
