import type { SessionKind } from "../../../db/values/timetable";
import { type FieldFault, fault } from "../../faults";
import { areApart } from "../../groups/rules";
import { minutesOf } from "../../time/civil";
import { timeOf } from "../../time/timeOf";
import { type SessionAspect, sessionAspects } from "./aspects";
import { rolesWord, type SessionTrainers } from "./roles";

export type DailyHours = { startsAt: string; endsAt: string; breakFrom: string; breakMinutes: number };

/** When people eat unless a timetable says otherwise. */
const usualBreakFrom = "12:00";

type Gap = { breakFrom: string; breakMinutes: number };

/** The gaps between the sessions of one day, in their order. */
const gapsOf = (day: readonly { startsAt: string; endsAt: string }[]): Gap[] =>
  day.flatMap((session, i) => {
    const next = day[i + 1];
    const breakMinutes = next ? minutesOf(next.startsAt) - minutesOf(session.endsAt) : 0;
    return breakMinutes > 0 ? [{ breakFrom: session.endsAt, breakMinutes }] : [];
  });

/** The gap of a day in which people eat: of several the longest, for the others are short breaks. */
const mealOf = (gaps: readonly Gap[]): Gap | undefined =>
  [...gaps].sort((a, b) => b.breakMinutes - a.breakMinutes)[0];

/**
 * The daily hours that a proposed timetable shows: its earliest start, latest end and the break in which people eat; null
 * without sessions. Where some day has several gaps there are short breaks too, and a day that has one gap may have no other.
 */
export function hoursOf(
  sessions: readonly { day: string; startsAt: string; endsAt: string }[],
): DailyHours | null {
  if (sessions.length === 0) return null;
  const sorted = [...sessions].sort((a, b) => a.startsAt.localeCompare(b.startsAt, "en"));
  const days = [...new Set(sorted.map(({ day }) => day))].map((day) =>
    gapsOf(sorted.filter((s) => s.day === day)),
  );
  const rested = days.filter((gaps) => gaps.length > 1);
  const meals = (rested.length > 0 ? rested : days).flatMap((gaps) => mealOf(gaps) ?? []);
  // After a morning that is not filled the gap is longer than the break.
  const shortest = meals.sort((a, b) => a.breakMinutes - b.breakMinutes)[0];
  return {
    startsAt: sorted[0]!.startsAt,
    endsAt: sorted
      .map((s) => s.endsAt)
      .sort()
      .at(-1)!,
    ...(shortest ?? { breakFrom: usualBreakFrom, breakMinutes: 0 }),
  };
}

type Made = { placedByHand: boolean; version: number; updatedAt: number };

/** True where a timetable is as it was proposed: all of it made at once, nothing placed or changed by hand since. */
export const isUntouched = (sessions: readonly Made[]): boolean =>
  sessions.every(
    (s) => !s.placedByHand && s.version === sessions[0]!.version && s.updatedAt === sessions[0]!.updatedAt,
  );

export type Place = { day: string; startsAt: string; endsAt: string };

/** From some minutes of a day on, for so many minutes; null where that is not within the day. */
export const placeFrom = (day: string, from: number, minutes: number): Place | null =>
  from >= 0 && minutes > 0 && from + minutes < 24 * 60
    ? { day, startsAt: timeOf(from), endsAt: timeOf(from + minutes) }
    : null;

/**
 * The places of two sessions that change them: each keeps its length. On one day the later one begins where the earlier
 * began and the earlier one ends where the later ended, so that they never meet; on two days each begins where the other
 * began. Null where one would not end on its day.
 */
export function swappedPlaces(a: Place, b: Place): [Place, Place] | null {
  const at = (day: string, from: number, minutes: number): Place | null =>
    from >= 0 && from + minutes < 24 * 60
      ? { day, startsAt: timeOf(from), endsAt: timeOf(from + minutes) }
      : null;
  const placed = (mine: Place, other: Place): Place | null => {
    const minutes = plannedMinutes(mine);
    const first = mine.day !== other.day || mine.startsAt > other.startsAt || overlapping(mine, other);
    return first
      ? at(other.day, minutesOf(other.startsAt), minutes)
      : at(other.day, minutesOf(other.endsAt) - minutes, minutes);
  };
  const [placeA, placeB] = [placed(a, b), placed(b, a)];
  return placeA && placeB ? [placeA, placeB] : null;
}

/** True where two places share any time. */
export const overlapping = (a: Place, b: Place): boolean =>
  a.day === b.day && a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** A session of a course by its time and by whose it is; one that was kept before there were groups says nothing of it. */
export type PlaceOfGroup = Place & { groupId?: number | null };

/**
 * True where two sessions of a course share time and somebody would have to be at both: they are not of different groups.
 * A session of a group and one of everybody meet as two of everybody do.
 */
export const meeting = (a: PlaceOfGroup, b: PlaceOfGroup): boolean =>
  overlapping(a, b) && !areApart({ groupId: a.groupId ?? null }, { groupId: b.groupId ?? null });

/** The timetable as somebody saw it, as one word that a form carries: another one where anything in it was changed since. */
export const timetableWord = (sessions: readonly { id: number; version: number; held: boolean }[]): string =>
  [
    sessions.length,
    sessions.reduce((most, { id }) => Math.max(most, id), 0),
    sessions.reduce((sum, { version }) => sum + version, 0),
    sessions.filter(({ held }) => held).length,
  ].join("-");

type Described = Place &
  SessionTrainers & {
    roomId: number | null;
    /** Missing in what was kept before there were groups. */
    groupId?: number | null;
    kind: SessionKind;
    moduleId: number | null;
    title: string | null;
  } & Joined;

/** How a session is joined and who interprets; missing in what was kept before that was said. */
type Joined = {
  online?: boolean;
  link?: string | null;
  interpretedInto?: readonly string[] | null;
  interpreter?: string | null;
};

/** Who interprets and into what, as one word. */
const interpretation = ({ interpretedInto, interpreter }: Joined) =>
  JSON.stringify([[...(interpretedInto ?? [])].sort(), interpreter ?? null]);

/** In what two states of a session differ. */
export function differences(a: Described, b: Described): SessionAspect[] {
  // What was kept before there were roles says nothing of them.
  const known = a.coTrainerIds !== undefined && b.coTrainerIds !== undefined;
  const trainers = (of: Described) => rolesWord(known ? of : { trainerIds: of.trainerIds });
  const differs: Record<SessionAspect, boolean> = {
    time: a.day !== b.day || a.startsAt !== b.startsAt || a.endsAt !== b.endsAt,
    room: a.roomId !== b.roomId,
    trainers: trainers(a) !== trainers(b),
    content: a.kind !== b.kind || a.moduleId !== b.moduleId || a.title !== b.title,
    group: (a.groupId ?? null) !== (b.groupId ?? null),
    online: (a.online ?? false) !== (b.online ?? false) || (a.link ?? null) !== (b.link ?? null),
    interpretation: interpretation(a) !== interpretation(b),
  };
  return sessionAspects.filter((aspect) => differs[aspect]);
}

/** Why a session cannot stand at this day and time in its course: the field and what is said there, or null. */
export function sessionFault(
  session: { day: string; startsAt: string; endsAt: string },
  course: { startsOn: string | null; endsOn: string | null },
): { field: "day" | "endsAt"; fault: FieldFault } | null {
  if (!course.startsOn || !course.endsOn) return { field: "day", fault: fault("courseNeedsDates") };
  if (session.day < course.startsOn || session.day > course.endsOn)
    return {
      field: "day",
      fault: fault("sessionOutsideCourse", {
        params: { from: { day: course.startsOn }, to: { day: course.endsOn } },
      }),
    };
  if (session.endsAt <= session.startsAt) return { field: "endsAt", fault: fault("endBeforeStart") };
  return null;
}

/** Planned minutes of a session. */
export const plannedMinutes = (session: { startsAt: string; endsAt: string }) =>
  minutesOf(session.endsAt) - minutesOf(session.startsAt);

/** True where a session as it is to be is no different from what is there. */
export const unchanged = (wanted: Described, there: Described): boolean =>
  differences(wanted, there).length === 0;
