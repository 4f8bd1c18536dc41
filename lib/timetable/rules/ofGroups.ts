import { overlapping, type Place } from "./sessions";

type AskedAt<Person> = Place & { id: number; asked: readonly Person[]; trainers: readonly { id: number }[] };

/** Those who were asked for a session and are asked for another one at that time too, or train it. */
export const askedTwiceAt = <Person extends { id: number }>(
  session: AskedAt<Person>,
  sessions: readonly AskedAt<Person>[],
): Person[] =>
  session.asked.filter(({ id }) =>
    sessions.some(
      (other) =>
        other.id !== session.id &&
        overlapping(session, other) &&
        [...other.asked, ...other.trainers].some((one) => one.id === id),
    ),
  );

/** The group of a session that nobody is in, as one thing with its other sessions. */
export const emptyGroup =
  (emptyGroups: ReadonlySet<number>) =>
  ({ id, groupId }: { id: number; groupId: number | null }) => {
    if (groupId === null || !emptyGroups.has(groupId)) return [];
    const of = `group ${groupId} empty`;
    return [{ key: of, of, was: `${id} ${of}`, issue: { kind: "empty_group" as const, groupId } }];
  };

/** Who was asked for a session and stands in another one at that time too, as one thing with the other such sessions. */
export const askedTwice =
  (sessions: readonly AskedAt<{ id: number }>[]) => (session: AskedAt<{ id: number }>) =>
    askedTwiceAt(session, sessions).map(({ id: trainerId }) => {
      const of = `trainer ${trainerId} asked twice`;
      return { key: of, of, was: `${session.id} ${of}`, issue: { kind: "asked_twice" as const, trainerId } };
    });
