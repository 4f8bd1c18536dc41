import { overlap, type RoomTaken, roomTakenThen, type Span } from "./conflicts";

/** A room with its seats, as far as these are known. */
type Room = { id: number; seats: number | null };

/**
 * Which of some sessions can have a room, in their order: where it is free, with so many seats as people are expected, and of
 * several at one time the first.
 */
export function roomedIn<S extends Span & { people: number }>(
  sessions: readonly S[],
  { id: roomId, seats }: Room,
  taken: readonly RoomTaken[],
): S[] {
  const own: S[] = [];
  for (const session of sessions) {
    const fits = seats === null || seats >= session.people;
    const isFree = roomTakenThen(session, roomId, taken, new Set()).length === 0;
    if (fits && isFree && !own.some((other) => overlap(session, other))) own.push(session);
  }
  return own;
}

/** The room that each group, or everybody (null), had in most of some sessions. */
export function usualRooms(
  sessions: readonly { groupId?: number | null; roomId: number | null }[],
): ReadonlyMap<number | null, number> {
  const counts = new Map<number | null, Map<number, number>>();
  for (const { groupId = null, roomId } of sessions) {
    if (roomId === null) continue;
    const of = counts.get(groupId) ?? new Map<number, number>();
    counts.set(groupId, of.set(roomId, (of.get(roomId) ?? 0) + 1));
  }
  return new Map([...counts].map(([groupId, of]) => [groupId, [...of].sort(([, a], [, b]) => b - a)[0]![0]]));
}
