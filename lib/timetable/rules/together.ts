import type { Issue, PlannedSession } from "./issues";
import { times } from "./times";

type SameTime = Extract<Issue, { kind: "same_time" }>;

/**
 * Sessions of a day, in their order, that are at one time: what has the same times is one thing, however many stand beside each
 * other. All are set against the one that most of them meet, which is the last where they are alike.
 * @param met who else is at the time of a session, by its key.
 */
export function togetherIn(
  sessions: readonly PlannedSession[],
  met: ReadonlyMap<number, readonly PlannedSession[]>,
): SameTime[] {
  const pairs = new Map<string, [number, number][]>();
  sessions.forEach((session, nth) => {
    for (const other of sessions.slice(nth + 1))
      if (met.get(session.id)?.some(({ id }) => id === other.id)) {
        const about = `${times(session)} ${times(other)}`;
        pairs.set(about, [...(pairs.get(about) ?? []), [session.id, other.id]]);
      }
  });
  return [...pairs].map(([about, of]) => {
    const often = new Map<number, number>();
    for (const id of of.flat()) often.set(id, (often.get(id) ?? 0) + 1);
    const ids = sessions.map(({ id }) => id).filter((id) => often.has(id));
    const otherId = ids.reduce((most, id) => (often.get(id)! >= often.get(most)! ? id : most));
    const sessionIds = ids.filter((id) => id !== otherId);
    return { kind: "same_time", sessionId: sessionIds[0]!, about, otherId, sessionIds };
  });
}
