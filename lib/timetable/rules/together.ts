import type { Issue, PlannedSession } from "./issues";
import { times } from "./times";

type SameTime = Extract<Issue, { kind: "same_time" }>;

type Pair = readonly [number, number];

/**
 * Pairs of one kind, each set against a session that all of its others meet: the one that most of them meet, the last where they
 * are alike; whoever does not meet that one is said of another.
 */
function against(
  ids: readonly number[],
  pairs: readonly Pair[],
): { otherId: number; sessionIds: number[] }[] {
  if (pairs.length === 0) return [];
  const meets = (id: number) =>
    ids.filter((one) => pairs.some((pair) => one !== id && pair.includes(one) && pair.includes(id)));
  const otherId = ids.reduce((most, id) => (meets(id).length >= meets(most).length ? id : most));
  const sessionIds = meets(otherId);
  const said = new Set([otherId, ...sessionIds]);
  return [
    { otherId, sessionIds },
    ...against(
      ids,
      pairs.filter((pair) => pair.some((id) => !said.has(id))),
    ),
  ];
}

/**
 * Sessions of a day, in their order, that are at one time: what has the same times is one thing, however many stand beside each
 * other, as long as all of them meet one (`against`).
 * @param met who else is at the time of a session, by its key.
 */
export function togetherIn(
  sessions: readonly PlannedSession[],
  met: ReadonlyMap<number, readonly PlannedSession[]>,
): SameTime[] {
  const pairs = new Map<string, Pair[]>();
  sessions.forEach((session, nth) => {
    for (const other of sessions.slice(nth + 1))
      if (met.get(session.id)?.some(({ id }) => id === other.id)) {
        const about = `${times(session)} ${times(other)}`;
        pairs.set(about, [...(pairs.get(about) ?? []), [session.id, other.id]]);
      }
  });
  const ids = sessions.map(({ id }) => id);
  return [...pairs].flatMap(([about, of]) =>
    against(ids, of).map(({ otherId, sessionIds }, nth) => ({
      ...{ kind: "same_time" as const, sessionId: sessionIds[0]!, otherId, sessionIds },
      // Each is accepted by itself.
      about: nth === 0 ? about : `${about} ${nth + 1}`,
    })),
  );
}
