import { isTheirs } from "../../groups/rules";
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

/** Whose sessions somebody sits through here, and in another course. */
type Somebody = { courseId: number; groupId: number | null; groupThere: number | null };
type OfGroup = Span & { groupId: number | null };

/**
 * During which of a course's sessions its people are expected in other courses: each session with each such course once,
 * in their order, and who it is of them, with the span of the first session there that shares time with it. Sessions of
 * groups that somebody is not in, here or there, are none of theirs.
 */
export function expectedTwice<P extends Somebody>(
  people: readonly P[],
  own: readonly (OfGroup & { sessionId: number })[],
  others: readonly (OfGroup & { courseId: number })[],
): { sessionId: number; courseId: number; people: (P & { span: Span })[] }[] {
  const courseIds = [...new Set(people.map(({ courseId }) => courseId))];
  const spanFor = (session: OfGroup, person: P): Span | null => {
    if (!isTheirs(session, person)) return null;
    const met = others.find(
      (other) =>
        other.courseId === person.courseId &&
        isTheirs(other, { groupId: person.groupThere }) &&
        overlap(session, other),
    );
    return met ? { startsAt: met.startsAt, endsAt: met.endsAt } : null;
  };
  return own.flatMap((session) => {
    const met = courseIds.map((courseId) => {
      const of = people.filter((person) => person.courseId === courseId);
      const there = of.flatMap((person) => {
        const span = spanFor(session, person);
        return span ? [{ ...person, span }] : [];
      });
      return { sessionId: session.sessionId, courseId, people: there };
    });
    return met.filter((one) => one.people.length > 0);
  });
}
