import { attendancePercent, type CompletionRule } from "../rules";
import { type Counted, type Held, presentOf, type SessionOfPerson } from "./counting";

/** The longest of the sessions planned for somebody in which they have no entry yet, in minutes; 0 where none is left. */
export const longestOpen = (planned: readonly SessionOfPerson[]): number =>
  Math.max(0, ...planned.filter(({ state }) => state === null).map(({ minutes }) => minutes));

/**
 * What stands between somebody and the minimum attendance while a course goes on. `lost`: not even coming to all that is
 * left is enough, `most` per cent is. `close`: it still is, but not if they miss a session more, and half of what may be missed is gone; `mayMiss` minutes are left.
 */
export type Outlook =
  | { kind: "lost"; needed: number; most: number }
  | { kind: "close"; needed: number; mayMiss: number };

/**
 * Whether somebody can still reach the minimum attendance; null where nothing is to be warned of. What has no entry yet,
 * held or to come, may still be attended in full. Whoever has missed little is warned of nothing: a course of few sessions,
 * in which nobody may miss one, would warn everybody from its first day, and of every quarter of an hour.
 */
export function outlookOf(
  { minAttendance: needed }: Pick<CompletionRule, "minAttendance">,
  {
    minutes,
    plannedMinutes,
    openMinutes,
    longestOpenMinutes,
  }: Pick<Counted, "minutes" | "plannedMinutes" | "openMinutes"> & { longestOpenMinutes: number },
): Outlook | null {
  const most = minutes + openMinutes;
  if (most === plannedMinutes) return null;
  if (most * 100 < needed * plannedMinutes)
    return { kind: "lost", needed, most: attendancePercent(most, plannedMinutes) };
  const mayMiss = Math.floor((most * 100 - needed * plannedMinutes) / 100);
  const halfGone = (plannedMinutes - most) * 200 >= (100 - needed) * plannedMinutes;
  return halfGone && mayMiss < longestOpenMinutes ? { kind: "close", needed, mayMiss } : null;
}

/** How much somebody was present, and whether that is less than the course's minimum. */
export type Share = { percent: number; below: boolean };

/**
 * How much somebody was present (`presentOf`), with whether that is below the minimum, as the bar and its line show it; whether
 * the minimum can still be reached is `outlookOf`. Null before anything was entered.
 */
export function shareOf(
  { minAttendance }: Pick<CompletionRule, "minAttendance">,
  counted: Held & Pick<Counted, "minutes" | "plannedMinutes">,
  over: boolean,
): Share | null {
  const present = presentOf(counted, over);
  if (!present) return null;
  return { percent: present.percent, below: present.minutes * 100 < minAttendance * present.of };
}
