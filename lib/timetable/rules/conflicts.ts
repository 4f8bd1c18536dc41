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

/** How much time some spans take, what they share once; in the unit that they are in. */
export const minutesTaken = (spans: readonly Span[]): number =>
  [...spans]
    .sort((a, b) => a.startsAt - b.startsAt)
    .reduce(
      ({ taken, until }, { startsAt, endsAt }) => ({
        taken: taken + Math.max(0, endsAt - Math.max(startsAt, until)),
        until: Math.max(until, endsAt),
      }),
      { taken: 0, until: Number.NEGATIVE_INFINITY },
    ).taken;

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

type OfGroup = Span & { groupId: number | null };

/** Somebody at a course, in a group of it or in none; `same`: the keys under which they are known. */
type Somebody = { groupId: number | null; same: readonly number[] };

/** Where somebody has a place, by one of their keys. */
export type PlaceThere = { personId: number; courseId: number; groupId: number | null };

/** What somebody does in another course at a time. */
type Met = Span & { courseId: number };

/** During which of its sessions people of a course are busy in another one, and with what there first. */
export type BusyThere<P> = { sessionId: number; courseId: number; people: (P & { span: Span })[] };

/** Sessions of other courses that somebody is expected at, as they have a place there or train them. */
const elsewhereOf = (
  { same }: Pick<Somebody, "same">,
  places: readonly PlaceThere[],
  others: readonly (OfGroup & { courseId: number })[],
  engaged: readonly (Span & { trainerId: number; courseId: number })[],
): Met[] => [
  ...places.flatMap((place) =>
    same.includes(place.personId)
      ? others.filter((other) => other.courseId === place.courseId && isTheirs(other, place))
      : [],
  ),
  ...engaged.filter(({ trainerId }) => same.includes(trainerId)),
];

/** The first in each other course that shares time with a session. */
function firstMet(session: Span, elsewhere: readonly Met[]): Map<number, Span> {
  const first = new Map<number, Span>();
  for (const { courseId, startsAt, endsAt } of elsewhere)
    if (overlap(session, { startsAt, endsAt }) && (first.get(courseId)?.startsAt ?? endsAt) > startsAt)
      first.set(courseId, { startsAt, endsAt });
  return first;
}

/**
 * During which of a course's sessions its people are busy in other courses, where they have a place or train: each session
 * with each such course once, and who it is of them, with the span of the first session there that shares time with it.
 * Sessions of groups that somebody is not in, here or there, are none of theirs.
 * @param others the sessions of the courses where they have a place. @param engaged what they train elsewhere.
 */
export function expectedTwice<P extends Somebody>(
  people: readonly P[],
  own: readonly (OfGroup & { sessionId: number })[],
  there: {
    places: readonly PlaceThere[];
    others: readonly (OfGroup & { courseId: number })[];
    engaged?: readonly (Span & { trainerId: number; courseId: number })[];
  },
): BusyThere<P>[] {
  const elsewhere = people.map((one) => elsewhereOf(one, there.places, there.others, there.engaged ?? []));
  return own.flatMap((session) => {
    const found = new Map<number, (P & { span: Span })[]>();
    for (const [i, person] of people.entries())
      if (isTheirs(session, person))
        for (const [courseId, span] of firstMet(session, elsewhere[i]!))
          found.set(courseId, [...(found.get(courseId) ?? []), { ...person, span }]);
    return [...found]
      .sort(([a], [b]) => a - b)
      .map(([courseId, met]) => ({ sessionId: session.sessionId, courseId, people: met }));
  });
}

/** In which other courses trainers of a session have a place at its time, each course once; by the session. */
export function placesMeanwhile(
  sessions: readonly (Span & { sessionId: number; trainerIds: readonly number[] })[],
  sameAs: (trainerId: number) => readonly number[],
  there: { places: readonly PlaceThere[]; others: readonly (OfGroup & { courseId: number })[] },
): Map<number, { trainerId: number; courseId: number }[]> {
  const elsewhere = new Map(
    [...new Set(sessions.flatMap(({ trainerIds }) => trainerIds))].map((id) => [
      id,
      elsewhereOf({ same: sameAs(id) }, there.places, there.others, []),
    ]),
  );
  return new Map(
    sessions.flatMap((session) => {
      const met = session.trainerIds.flatMap((trainerId) =>
        [...firstMet(session, elsewhere.get(trainerId)!).keys()].map((courseId) => ({ trainerId, courseId })),
      );
      return met.length > 0 ? [[session.sessionId, met] as const] : [];
    }),
  );
}
