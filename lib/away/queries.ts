import type { Granted, GrantedCourse } from "../access/gate";
import type { Context } from "../acts/context";
import { type AwayTime, isAwayAt, timeOfRow } from "./rules";
import { awayAmong, awayRow, awayRowsOf } from "./store";

/** When a trainer is away, with why, for themselves and the coordinators of their programmes. */
export type Away = AwayTime & { id: number; reason: string | null };

/** A trainer of whom it may be said when they are away. */
export type AwayOf = Granted<{ personId: number }, "away.edit">;

/** When a trainer is away: days that are not over on a civil day, then hours of every week. */
export const awayOf = (cx: Context, { personId }: AwayOf, today: string): Away[] =>
  awayRowsOf(cx, personId, today).map((row) => ({ ...timeOfRow(row), id: row.id, reason: row.reason }));

/** One of these by its key, also where it was taken out; null where there is none of this trainer. */
export function awayShown(cx: Context, { personId }: AwayOf, awayId: number) {
  const row = awayRow(cx, awayId);
  if (row?.personId !== personId) return null;
  return { ...timeOfRow(row), id: row.id, removed: row.removedAt !== null };
}

type Trained = { day: string; startsAt: string; endsAt: string };

/**
 * Says of a trainer and a session which absence of theirs meets it, null where none does, from one look at all of them. Why
 * they are away is not for whoever plans.
 */
export function awayThen(
  cx: Context,
  trainerIds: readonly number[],
  days: readonly string[],
): (trainerId: number, session: Trained) => { id: number; time: AwayTime } | null {
  const inOrder = [...days].sort();
  const [from, to] = [inOrder[0], inOrder.at(-1)];
  const rows = from && to ? awayAmong(cx, trainerIds, from, to) : [];
  const times = rows.map(({ personId, ...row }) => ({
    personId,
    absence: { id: row.id, time: timeOfRow(row) },
  }));
  return (trainerId, session) =>
    times.find(({ personId, absence }) => personId === trainerId && isAwayAt(absence.time, session))
      ?.absence ?? null;
}

/** When these trainers are away on civil days of a span, by their keys; without why. */
export function awayBetween(
  cx: Context,
  trainerIds: readonly number[],
  from: string,
  to: string,
): ReadonlyMap<number, readonly AwayTime[]> {
  const times = new Map<number, AwayTime[]>();
  for (const row of awayAmong(cx, trainerIds, from, to))
    times.set(row.personId, [...(times.get(row.personId) ?? []), timeOfRow(row)]);
  return times;
}

/** The same in the days of a course, for whoever plans it. */
export const awayInCourse = (
  cx: Context,
  { startsOn, endsOn }: GrantedCourse<"timetable.edit">,
  trainerIds: readonly number[],
): ReadonlyMap<number, readonly AwayTime[]> =>
  startsOn === null || endsOn === null ? new Map() : awayBetween(cx, trainerIds, startsOn, endsOn);
