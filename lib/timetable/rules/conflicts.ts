import { instantOf } from "../../time/zone";
import type { Place } from "./sessions";

/** A span of instants in ms. */
export type Span = { startsAt: number; endsAt: number };

/** The instants of a session whose day and times are agreed on in a zone. */
export const spanOf = (session: Place, zone: string): Span => ({
  startsAt: instantOf(session.day, session.startsAt, zone),
  endsAt: instantOf(session.day, session.endsAt, zone),
});

/** True where two spans of instants share any time; touching ends do not. */
export function overlap(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** The span from the first to the last instant of several; null where there are none. */
export const wholeSpan = (spans: readonly Span[]): Span | null =>
  spans.length === 0
    ? null
    : {
        startsAt: Math.min(...spans.map((span) => span.startsAt)),
        endsAt: Math.max(...spans.map((span) => span.endsAt)),
      };

export type Engagement = Span & { sessionId: number; trainerId: number; courseId: number };

/** What these trainers do during a span of time. */
export const busyThen = <E extends Engagement>(
  span: Span,
  trainerIds: readonly number[],
  engagements: readonly E[],
): E[] => engagements.filter((other) => trainerIds.includes(other.trainerId) && overlap(span, other));

/** Those of these trainers who do nothing during a span of time. */
export const freeTrainers = (
  span: Span,
  trainerIds: readonly number[],
  engagements: readonly Engagement[],
): number[] => trainerIds.filter((id) => busyThen(span, [id], engagements).length === 0);

/** A session that takes a room. */
export type RoomTaken = Span & { sessionId: number; roomId: number | null };

/** What takes a room during a span of time, other than the sessions of these keys. */
export const roomTakenThen = <T extends RoomTaken>(
  span: Span,
  roomId: number | null,
  taken: readonly T[],
  own: ReadonlySet<number>,
): T[] =>
  roomId === null
    ? []
    : taken.filter((other) => other.roomId === roomId && overlap(span, other) && !own.has(other.sessionId));

/** A session during which another course has one: when the first of that course begins and ends. */
type Meeting = { sessionId: number; courseId: number; span: Span };

/** During which of a course's sessions other courses have theirs: each session with each such course once, in their order. */
export const meetings = (
  own: readonly (Span & { sessionId: number })[],
  others: readonly (Span & { courseId: number })[],
): Meeting[] =>
  own.flatMap((session) => {
    const met = new Map<number, Meeting>();
    for (const { courseId, startsAt, endsAt } of others)
      if (!met.has(courseId) && overlap(session, { startsAt, endsAt }))
        met.set(courseId, { sessionId: session.sessionId, courseId, span: { startsAt, endsAt } });
    return [...met.values()];
  });
