import { minutesOf, weekday } from "../../time/civil";
import type { Weekend } from "./propose";
import { meeting, type Place, type PlaceOfGroup } from "./sessions";

/** How the sessions of a course lie on a sheet of days by hours. */

/** On which ISO weekday a week begins: the first one that is worked after the weekend; on Monday where there is none. */
export const weekBegins = (weekend: Weekend): number =>
  [1, 2, 3, 4, 5, 6, 7].find((day) => !weekend.includes(day) && weekend.includes(day === 1 ? 7 : day - 1)) ??
  1;

/** Days that follow each other, by weeks as they are worked in a country. */
export function weeksOf(days: readonly string[], weekend: Weekend): string[][] {
  const first = weekBegins(weekend);
  return days.reduce<string[][]>((weeks, day) => {
    const week = weeks.at(-1);
    if (!week || weekday(day) === first) weeks.push([day]);
    else week.push(day);
    return weeks;
  }, []);
}

/** The week to show: that of the day that was asked for, else the next one that is not over, else the last. */
export const weekToShow = (
  weeks: readonly (readonly string[])[],
  asked: string | null,
  today: string,
): number => {
  const of = asked === null ? -1 : weeks.findIndex((week) => week.includes(asked));
  if (of >= 0) return of;
  const next = weeks.findIndex((week) => (week.at(-1) ?? "") >= today);
  return next >= 0 ? next : weeks.length - 1;
};

/** A session in its day: in which lane of how many it stands. */
export type Lane<S> = { session: S; lane: number; lanes: number };

const inOrder = (a: Place, b: Place) =>
  a.startsAt.localeCompare(b.startsAt, "en") || b.endsAt.localeCompare(a.endsAt, "en");

/** The sessions of one day in their order; those that share any time stand side by side. */
export function lanesOf<S extends Place>(sessions: readonly S[]): Lane<S>[] {
  const placed: Lane<S>[] = [];
  /** Those that hang together, and when each of their lanes is free again. */
  let [group, free]: [Lane<S>[], string[]] = [[], []];
  const close = () => {
    for (const one of group) one.lanes = free.length;
    placed.push(...group);
    [group, free] = [[], []];
  };
  for (const session of [...sessions].sort(inOrder)) {
    if (free.every((until) => until <= session.startsAt)) close();
    const lane = free.findIndex((until) => until <= session.startsAt);
    const at = lane < 0 ? free.length : lane;
    free[at] = session.endsAt;
    group.push({ session, lane: at, lanes: 1 });
  }
  close();
  return placed;
}

/** Longest time between two sessions of a day that is a break in any timetable, in minutes, and in one that has longer meals. */
const [longestBreak, longestMeal] = [90, 180];

/** Time of a day between its sessions. */
export type Pause = { startsAt: string; endsAt: string; minutes: number; isBreak: boolean };

/**
 * When nothing takes place between the first and the last session of a day. What is longer than a break is left free.
 * @param meal how long the break of its timetable is in which people eat (`hoursOf`), in minutes.
 */
export function pausesOf(sessions: readonly Place[], meal = 0): Pause[] {
  const longest = Math.max(longestBreak, Math.min(meal, longestMeal));
  const pauses: Pause[] = [];
  let until: string | null = null;
  for (const { startsAt, endsAt } of [...sessions].sort(inOrder)) {
    if (until !== null && startsAt > until) {
      const minutes = minutesOf(startsAt) - minutesOf(until);
      pauses.push({ startsAt: until, endsAt: startsAt, minutes, isBreak: minutes <= longest });
    }
    if (until === null || endsAt > until) until = endsAt;
  }
  return pauses;
}

/**
 * The whole hours that a sheet shows: all that its sessions take; a usual day where there are none.
 * @param spare hours before and after them, as far as the day has them.
 */
export function hoursShown(sessions: readonly Place[], spare = 0): { from: number; to: number } {
  if (sessions.length === 0) return { from: 9, to: 16 };
  const { from, to } = {
    from: Math.min(...sessions.map(({ startsAt }) => Math.floor(minutesOf(startsAt) / 60))),
    to: Math.max(...sessions.map(({ endsAt }) => Math.ceil(minutesOf(endsAt) / 60))),
  };
  return { from: Math.max(0, from - spare), to: Math.min(24, to + spare) };
}

/** Sessions of one course that share time with others of it that are not another group's, by key: nobody can be at both. */
export function atOneTime<S extends PlaceOfGroup & { id: number }>(sessions: readonly S[]): Map<number, S[]> {
  const found = new Map<number, S[]>();
  for (const session of sessions) {
    const others = sessions.filter((other) => other.id !== session.id && meeting(session, other));
    if (others.length > 0) found.set(session.id, others);
  }
  return found;
}

/** A session as its hours are counted. */
type Counted = { minutes: number; groupId?: number | null };

/**
 * Minutes of sessions as one person sits through them: what groups do beside each other is counted once, as long as the
 * group does that has most of it.
 */
export function minutesOfAll(sessions: readonly Counted[]): number {
  const byGroup = new Map<number | null, number>();
  for (const { groupId = null, minutes } of sessions)
    byGroup.set(groupId, (byGroup.get(groupId) ?? 0) + minutes);
  const groups = [...byGroup].flatMap(([groupId, minutes]) => (groupId === null ? [] : minutes));
  return (byGroup.get(null) ?? 0) + Math.max(0, ...groups);
}

/** Sessions that cannot be as they are planned: at one time with another of the course, or their trainer or room taken. */
export function clashing<S extends PlaceOfGroup & { id: number }>(
  sessions: readonly S[],
  elsewhere: ReadonlyMap<number, readonly unknown[]>,
): S[] {
  const met = atOneTime(sessions);
  return sessions.filter(({ id }) => met.has(id) || (elsewhere.get(id)?.length ?? 0) > 0);
}
