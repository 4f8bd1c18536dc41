import type { AwayKind } from "../../db/values/away";
import { weekday } from "../time/civil";

/** So much somebody has entered at a time; what is over is not counted. */
export const mostAway = 100;

/** The longest that somebody is away at once, in days. */
export const longestAwayDays = 366;

/** When somebody cannot teach: civil days, the last one included, or civil hours of an ISO weekday. */
export type AwayTime =
  | { kind: "days"; fromDay: string; toDay: string }
  | { kind: "weekly"; weekday: number; startsAt: string; endsAt: string };

/** The same as a row keeps it. */
export type AwayColumns = {
  kind: AwayKind;
  fromDay: string | null;
  toDay: string | null;
  weekday: number | null;
  startsAt: string | null;
  endsAt: string | null;
};

/** What a row says; its columns are filled as its kind asks, which the file holds. */
export const timeOfRow = (row: AwayColumns): AwayTime =>
  row.kind === "days"
    ? { kind: "days", fromDay: row.fromDay!, toDay: row.toDay! }
    : { kind: "weekly", weekday: row.weekday!, startsAt: row.startsAt!, endsAt: row.endsAt! };

type Place = { day: string; startsAt: string; endsAt: string };

/** True where somebody who is away then cannot be at a session; both are told by the clock at the session's place. */
export const isAwayAt = (away: AwayTime, session: Place): boolean =>
  away.kind === "days"
    ? away.fromDay <= session.day && session.day <= away.toDay
    : away.weekday === weekday(session.day) &&
      away.startsAt < session.endsAt &&
      session.startsAt < away.endsAt;

/** True where two times of one kind share a day, or an hour of the week: one of them says it already. */
export function sharesTime(a: AwayTime, b: AwayTime): boolean {
  if (a.kind === "days") return b.kind === "days" && a.fromDay <= b.toDay && b.fromDay <= a.toDay;
  return b.kind === "weekly" && a.weekday === b.weekday && a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** True for days that are over on a civil day; hours of every week never are. */
export const isAwayOver = (away: AwayTime, today: string): boolean =>
  away.kind === "days" && away.toDay < today;
