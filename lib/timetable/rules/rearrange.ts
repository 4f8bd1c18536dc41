import type { ProposalAsked } from "../../../db/values/timetable";
import { areApart } from "../../groups/rules";
import { addDays, minutesOf, weekday } from "../../time/civil";
import { timeOf } from "../../time/timeOf";
import type { BreaksAsked, Ground } from "./ground";
import { movedDays } from "./move";
import type { Weekend } from "./propose";
import { overlapping, type Place, type PlaceOfGroup, placeFrom, plannedMinutes } from "./sessions";

/** What moving by hand does to the places of sessions. A session lies within one civil day. */

/** The sessions that follow one: later that day, or on a later day. */
export const sessionsFollowing = <S extends Place>(place: Place, all: readonly S[]): S[] =>
  all.filter((other) => other.day > place.day || (other.day === place.day && other.startsAt >= place.endsAt));

/** The two halves of a session that is split at a time; null where that is not within it. */
export const splitAt = ({ day, startsAt, endsAt }: Place, at: string): [Place, Place] | null =>
  at > startsAt && at < endsAt
    ? [
        { day, startsAt, endsAt: at },
        { day, startsAt: at, endsAt },
      ]
    : null;

/** The middle of a session, by five minutes: where it is split unless somebody says otherwise. */
export const middleOf = (place: Place): string =>
  timeOf(minutesOf(place.startsAt) + Math.max(5, Math.round(plannedMinutes(place) / 10) * 5));

/** A session some minutes later on its day, or earlier; null where that is not within the day. */
export const pushed = (place: Place, minutes: number): Place | null =>
  placeFrom(place.day, minutesOf(place.startsAt) + minutes, plannedMinutes(place));

/**
 * Where the days of sessions go that move by so many working days, from a day on. Weekend and holidays are passed over,
 * unless a session was placed on such a day: it keeps its distance to the working day before it.
 */
export function pushedDays(
  days: readonly string[],
  from: string,
  by: number,
  weekend: Weekend,
  holidays: ReadonlySet<string>,
): Map<string, string> {
  const worked = (day: string) => !weekend.includes(weekday(day)) && !holidays.has(day);
  let to = from;
  for (let left = Math.abs(by); left > 0; ) {
    to = addDays(to, Math.sign(by));
    if (worked(to)) left -= 1;
  }
  return movedDays([...new Set(days)].sort(), from, to, weekend, holidays);
}

/** The hours of a day from the earliest start to the latest end, in minutes. */
export const hoursUsed = (sessions: readonly Place[]): { from: number; to: number } => ({
  from: Math.min(...sessions.map(({ startsAt }) => minutesOf(startsAt))),
  to: Math.max(...sessions.map(({ endsAt }) => minutesOf(endsAt))),
});

/**
 * Where there is time for so many minutes, in order: on these days, within these hours, at each multiple of `step` minutes
 * and where another session ends.
 */
export function freePlaces(
  sessions: readonly Place[],
  days: readonly string[],
  minutes: number,
  hours: { from: number; to: number },
  step: number,
): Place[] {
  return days.flatMap((day) => {
    const there = sessions.filter((s) => s.day === day);
    const starts = new Set(there.map(({ endsAt }) => minutesOf(endsAt)));
    for (let at = Math.ceil(hours.from / step) * step; at < hours.to; at += step) starts.add(at);
    return [...starts]
      .filter((from) => from >= hours.from && from + minutes <= hours.to)
      .sort((a, b) => a - b)
      .flatMap((from) => placeFrom(day, from, minutes) ?? [])
      .filter((place) => !there.some((other) => overlapping(place, other)));
  });
}

/** When a timetable leaves these days free by what it was asked for, its break and its prayer: no free hour is offered then. */
export const keptFree = (
  asked: Pick<ProposalAsked, "breakFrom" | "breakMinutes" | "prayerFrom" | "prayerMinutes">,
  days: readonly string[],
): Place[] =>
  days.flatMap((day) =>
    (
      [
        [asked.breakFrom, asked.breakMinutes],
        [asked.prayerFrom, asked.prayerMinutes],
      ] as const
    ).flatMap(([from, minutes]) =>
      from && minutes > 0 ? (placeFrom(day, minutesOf(from), minutes) ?? []) : [],
    ),
  );

/** Those of these sessions at whose time another one cannot be: all but those of other groups. */
export const besideOthers = <S extends PlaceOfGroup>(session: PlaceOfGroup, all: readonly S[]): S[] =>
  all.filter((other) => !areApart({ groupId: session.groupId ?? null }, { groupId: other.groupId ?? null }));

/**
 * Where a copy of a session may go, the nearest first: after it within the hours that the timetable was asked for, else uses, then
 * in the evenings; never at the times that it leaves free.
 */
export function placesForCopy(
  session: PlaceOfGroup,
  all: readonly PlaceOfGroup[],
  days: readonly string[],
  asked: BreaksAsked | null = null,
): Place[] {
  const minutes = plannedMinutes(session);
  const { from, to } = hoursUsed(asked ? [{ day: session.day, ...asked }] : all);
  const later = [...new Set([session.day, ...days.filter((day) => day > session.day)])];
  const taken = [...besideOthers(session, all), ...(asked ? keptFree(asked, later) : [])];
  const within = (hours: { from: number; to: number }) =>
    freePlaces(taken, later, minutes, hours, 15).filter(
      (place) => place.day > session.day || place.startsAt >= session.endsAt,
    );
  return [...within({ from, to }), ...within({ from: to, to: 24 * 60 - 1 })];
}

/**
 * By how many minutes each of the sessions that follow one on its day goes later, where something of that length is put after it:
 * as far as the free time between them does not take it up. Breaks stay as long as they are.
 * @param ground what lies between the sessions of that day (`groundOf`).
 */
export function makingRoom<S extends Place>(
  { endsAt }: Place,
  later: readonly S[],
  minutes: number,
  ground: readonly Ground[],
): { session: S; by: number }[] {
  const freeFrom = (at: string) =>
    ground.find((one) => one.is === "free" && one.startsAt === at)?.minutes ?? 0;
  let [until, by] = [endsAt, minutes];
  return [...later]
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt, "en"))
    .flatMap((session) => {
      if (session.startsAt > until) by = Math.max(0, by - freeFrom(until));
      if (session.endsAt > until) until = session.endsAt;
      return by > 0 ? [{ session, by }] : [];
    });
}

/** How long a new session is unless somebody says otherwise, and the shortest that is proposed, in minutes. */
export const usualMinutes = { session: 90, least: 30 } as const;

/**
 * Where a new session is proposed: on the first of these days that has time left after its last session of a group (or of
 * everybody), until the timetable's own day ends, shorter where less is left; else in the first gap, else in the evening.
 * @param all the sessions of the course; `days` has one at least.
 */
export function placeForNew(
  all: readonly PlaceOfGroup[],
  days: readonly string[],
  groupId: number | null,
  minutes: number = usualMinutes.session,
): Place {
  const usual = { day: days[0]!, startsAt: "09:00", endsAt: timeOf(9 * 60 + minutes) };
  if (all.length === 0) return usual;
  const own = besideOthers({ ...usual, groupId }, all);
  const { from, to } = hoursUsed(all);
  const after = (day: string): Place | null => {
    const start = Math.max(from, ...own.filter((s) => s.day === day).map((s) => minutesOf(s.endsAt)));
    const left = Math.min(minutes, to - start);
    return left >= Math.min(minutes, usualMinutes.least) ? placeFrom(day, start, left) : null;
  };
  const [gap] = freePlaces(own, days, minutes, { from, to }, 15);
  return days.map(after).find(Boolean) ?? gap ?? placeFrom(usual.day, to, minutes) ?? usual;
}
