import { rollIsMissing } from "../../courses/progress";

/** A session with how far its roll is. */
type Held = {
  id: number;
  day: string;
  minutes: number;
  startInstant: number;
  endInstant: number;
  entries: number;
  gaps: number;
};

/**
 * A day of a course: per cent of the planned minutes that were attended by whoever is marked, null where no roll says
 * anything of it; and how many marks there are of how many, each person once a session.
 */
export type DayOfPresence = {
  day: string;
  present: number | null;
  /** Per cent of the minutes planned for everybody that nobody has marked. */
  unmarked: number;
  marks: { set: number; of: number };
  due: boolean;
};

/**
 * How many were there, by day: attended minutes of those that were planned for whoever is on the rolls, in sessions that
 * have begun; what is marked ahead says nothing of who came. `due`: a session of the day is over, and its roll lacks
 * somebody.
 * @param attended minutes attended in each session, by its key.
 * @param over by which instant (ms) sessions count as begun and over.
 */
export function presenceByDay(
  sessions: readonly Held[],
  attended: ReadonlyMap<number, number>,
  over: number,
): DayOfPresence[] {
  const days = [...new Set(sessions.map((session) => session.day))].sort();
  return days.map((day) => {
    const own = sessions.filter((session) => session.day === day && session.startInstant <= over);
    const whole = own.reduce((sum, session) => sum + session.minutes * (session.entries + session.gaps), 0);
    const planned = own.reduce((sum, session) => sum + session.minutes * session.entries, 0);
    const came = own.reduce((sum, session) => sum + (attended.get(session.id) ?? 0), 0);
    return {
      day,
      present: planned === 0 ? null : Math.round((came / planned) * 100),
      unmarked: whole === 0 ? 0 : Math.round(((whole - planned) / whole) * 100),
      marks: {
        set: own.reduce((sum, session) => sum + session.entries, 0),
        of: own.reduce((sum, session) => sum + session.entries + session.gaps, 0),
      },
      due: own.some((session) => rollIsMissing(session, over)),
    };
  });
}
