/** A session with how far its roll is. */
type Held = { id: number; day: string; minutes: number; endInstant: number; entries: number; gaps: number };

/** A day of a course: per cent of the planned minutes that were attended, null where no roll says anything of it. */
export type DayOfPresence = { day: string; present: number | null; due: boolean };

/**
 * How many were there, by day: attended minutes of those that were planned for whoever is on the rolls. `due`: a session of
 * the day is over, and its roll says nothing or lacks somebody.
 * @param attended minutes attended in each session, by its key.
 */
export function presenceByDay(
  sessions: readonly Held[],
  attended: ReadonlyMap<number, number>,
  now: number,
): DayOfPresence[] {
  const days = [...new Set(sessions.map((session) => session.day))].sort();
  return days.map((day) => {
    const own = sessions.filter((session) => session.day === day);
    const planned = own.reduce((sum, session) => sum + session.minutes * session.entries, 0);
    const came = own.reduce((sum, session) => sum + (attended.get(session.id) ?? 0), 0);
    return {
      day,
      present: planned === 0 ? null : Math.round((came / planned) * 100),
      due: own.some((s) => s.endInstant < now && (s.entries === 0 || s.gaps > 0)),
    };
  });
}
