import { addDays, minutesOf } from "../../time/civil";
import { byDayAndCourse } from "../rules";

type Session = { day: string; courseId: number; startsAt: string; endsAt: string };

/** A session in minutes after midnight, and in which of the tracks of its lane it is drawn: those at one time lie below each other. */
export type LaneBar<S> = { session: S; track: number; from: number; to: number };

/** The sessions of a course on one day, or days in a row without any. */
export type Lane<S> =
  | { kind: "sessions"; day: string; courseId: number; tracks: number; bars: LaneBar<S>[] }
  | { kind: "free"; from: string; to: string };

const midnight = 24 * 60;
/** A picture of the hours shows so many at least. */
const fewestHours = 6;

function barsOf<S extends Session>(sessions: readonly S[]): { bars: LaneBar<S>[]; tracks: number } {
  const ends: number[] = [];
  const bars = sessions.map((session) => {
    const from = minutesOf(session.startsAt);
    const end = minutesOf(session.endsAt);
    const to = end > from ? end : midnight;
    const found = ends.findIndex((before) => before <= from);
    const track = found < 0 ? ends.length : found;
    ends[track] = to;
    return { session, track, from, to };
  });
  return { bars, tracks: ends.length };
}

/**
 * Sessions in their order as lanes, one for each course on each day, from a civil day on; days without any between them
 * stand together. `begins` and `ends`: the whole hours between which all of them are.
 */
export function lanesOf<S extends Session>(sessions: readonly S[], today: string) {
  const lanes: Lane<S>[] = [];
  let next = today;
  for (const own of byDayAndCourse(sessions)) {
    const { day, courseId } = own[0];
    if (day > next) lanes.push({ kind: "free", from: next, to: addDays(day, -1) });
    lanes.push({ kind: "sessions", day, courseId, ...barsOf(own) });
    next = day >= next ? addDays(day, 1) : next;
  }
  const bars = lanes.flatMap((lane) => (lane.kind === "sessions" ? lane.bars : []));
  const begins = Math.floor(Math.min(...bars.map(({ from }) => from), midnight) / 60);
  const ends = Math.max(Math.ceil(Math.max(...bars.map(({ to }) => to), 0) / 60), begins + fewestHours);
  return { lanes, begins: Math.max(0, Math.min(begins, 24 - fewestHours)), ends: Math.min(24, ends) };
}
