import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeOf } from "../../lib/time/timeOf";
import { expectedTwice, placesMeanwhile } from "../../lib/timetable/rules/conflicts";
import { atOneTime } from "../../lib/timetable/rules/grid";

/** Courses 0 (whose plan is looked at) to 2, with groups of their own; people 1 to 5, who have places and train. */
const courseId = fc.nat(2);
const personId = fc.integer({ min: 1, max: 5 });
const group = fc.option(fc.nat(1), { nil: null });
const session = fc
  .record({
    courseId,
    group,
    from: fc.nat(20),
    hours: fc.integer({ min: 1, max: 4 }),
    trainers: fc.uniqueArray(personId),
  })
  .map(({ courseId: of, group: own, from, hours, trainers }) => ({
    ...{ courseId: of, startsAt: from, endsAt: from + hours, trainers },
    groupId: own === null ? null : of * 10 + own,
  }));
const place = fc.record({ personId, courseId, group }).map(({ personId: who, courseId: of, group: own }) => ({
  ...{ personId: who, courseId: of, groupId: own === null ? null : of * 10 + own },
}));
/** Everybody has one place in a course. */
const world = fc.record({
  sessions: fc.array(session, { maxLength: 12 }),
  places: fc.uniqueArray(place, { maxLength: 10, selector: (one) => `${one.personId} ${one.courseId}` }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

/** Where everybody is in each hour, written down one by one. */
function hoursOf({ sessions, places }: World, { training }: { training: boolean }) {
  const at = new Map<string, Set<number>>();
  const note = (who: number, session: World["sessions"][number]) => {
    for (let hour = session.startsAt; hour < session.endsAt; hour += 1) {
      const key = `${who} ${hour}`;
      at.set(key, (at.get(key) ?? new Set()).add(session.courseId));
    }
  };
  for (const session of sessions) {
    for (const one of places)
      if (one.courseId === session.courseId && (session.groupId === null || session.groupId === one.groupId))
        note(one.personId, session);
    if (training) for (const who of session.trainers) note(who, session);
  }
  return (who: number, { startsAt, endsAt }: { startsAt: number; endsAt: number }): number[] => {
    const found = new Set<number>();
    for (let hour = startsAt; hour < endsAt; hour += 1)
      for (const course of at.get(`${who} ${hour}`) ?? []) if (course !== 0) found.add(course);
    return [...found];
  };
}

const parted = ({ sessions, places }: World) => ({
  own: sessions.flatMap((one, id) => (one.courseId === 0 ? [{ ...one, sessionId: id }] : [])),
  others: sessions.filter((one) => one.courseId !== 0),
  there: places.filter((one) => one.courseId !== 0),
});

describe("what is found to be in two places", () => {
  it("is of people who have a place, as a naive model says: with a place or a training elsewhere", () => {
    let met = 0;
    fc.assert(
      fc.property(world, (w) => {
        const { own, others, there } = parted(w);
        const busy = hoursOf(w, { training: true });
        const people = w.places
          .filter((one) => one.courseId === 0)
          .map(({ personId: who, groupId }) => ({ who, groupId, same: [who] }));
        const found = expectedTwice(people, own, {
          places: there,
          others,
          engaged: others.flatMap((one) => one.trainers.map((trainerId) => ({ ...one, trainerId }))),
        }).flatMap((one) => one.people.map(({ who }) => `${one.sessionId} ${one.courseId} ${who}`));
        const naive = own.flatMap((one) =>
          people.flatMap(({ who, groupId }) =>
            one.groupId === null || one.groupId === groupId
              ? busy(who, one).map((course) => `${one.sessionId} ${course} ${who}`)
              : [],
          ),
        );
        met += naive.length;
        expect(found.sort()).toEqual(naive.sort());
      }),
      { numRuns: 500 },
    );
    expect(met).toBeGreaterThan(100);
  });

  it("is of trainers who have a place elsewhere, as a naive model says", () => {
    let met = 0;
    fc.assert(
      fc.property(world, (w) => {
        const { own, others, there } = parted(w);
        const busy = hoursOf(w, { training: false });
        const placed = own.map((one) => ({ ...one, trainerIds: one.trainers }));
        const found = [...placesMeanwhile(placed, (id) => [id], { places: there, others })].flatMap(
          ([id, of]) => of.map((one) => `${id} ${one.courseId} ${one.trainerId}`),
        );
        const naive = own.flatMap((one) =>
          one.trainers.flatMap((who) => busy(who, one).map((course) => `${one.sessionId} ${course} ${who}`)),
        );
        met += naive.length;
        expect(found.sort()).toEqual(naive.sort());
      }),
      { numRuns: 500 },
    );
    expect(met).toBeGreaterThan(100);
  });

  it("is of sessions of one course that somebody of it, in a group or in none, would have to be at together", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ day: fc.nat(1), group, from: fc.nat(20), hours: fc.integer({ min: 1, max: 3 }) }),
        ),
        (rows) => {
          const sessions = rows.map(({ day, group: groupId, from, hours }, id) => ({
            ...{ id, groupId, day: `2027-02-0${day + 7}` },
            ...{ startsAt: timeOf(from * 60), endsAt: timeOf((from + hours) * 60) },
          }));
          const naive = new Set<string>();
          for (const somebody of [null, 0, 1])
            for (let hour = 0; hour < 48; hour += 1) {
              const there = rows.flatMap((one, id) =>
                one.day * 24 + one.from <= hour &&
                hour < one.day * 24 + one.from + one.hours &&
                (one.group === null || one.group === somebody)
                  ? id
                  : [],
              );
              for (const a of there) for (const b of there) if (a !== b) naive.add(`${a} ${b}`);
            }
          const found = [...atOneTime(sessions)].flatMap(([id, others]) =>
            others.map((one) => `${id} ${one.id}`),
          );
          expect(found.sort()).toEqual([...naive].sort());
        },
      ),
      { numRuns: 500 },
    );
  });
});
