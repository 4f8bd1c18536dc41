import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { addDays } from "../../lib/time/civil";
import { timeOf } from "../../lib/time/timeOf";
import { proposeSessions, saveSession } from "../../lib/timetable/commands";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { runs } from "../support/runs";
import { now, planned, value, world } from "../support/world";

/** What holds of a timetable whatever is entered by hand and proposed, in whatever order. */
freshDatabase();
const w = world();
const hours = { startsAt: "09:00", endsAt: "15:30", breakFrom: "12:00", breakMinutes: 60 };

type Row = {
  id: number;
  day: string;
  startsAt: string;
  endsAt: string;
  title: string | null;
  roomId: number | null;
};
const sessionsOf = (courseId: number) =>
  sqlite()
    .prepare(
      `SELECT id, day, starts_at AS startsAt, ends_at AS endsAt, title, room_id AS roomId
       FROM sessions WHERE course_id = ? ORDER BY start_instant, id`,
    )
    .all(courseId) as Row[];

let year = 2028;
function courseAlone() {
  year += 1;
  const dates = { startsOn: `${year}-02-07`, endsOn: `${year}-02-13` };
  return { ...planned(w, dates), ...dates };
}

const byHand = fc.record({
  day: fc.nat(6),
  from: fc.integer({ min: 7 * 60, max: 18 * 60 }),
  minutes: fc.integer({ min: 15, max: 180 }),
  room: fc.boolean(),
});
type ByHand = typeof byHand extends fc.Arbitrary<infer T> ? T : never;

const add = (courseId: number, startsOn: string, { day, from, minutes, room }: ByHand, n: number) =>
  saveSession(
    as(w.coordinator, now),
    sessionSchema.parse({
      courseId: String(courseId),
      kind: "other",
      title: `By hand ${n}`,
      day: addDays(startsOn, day),
      startsAt: timeOf(from),
      endsAt: timeOf(from + minutes),
      roomId: room ? String(w.roomId) : "",
      anyway: "on",
    }),
  );

describe("a timetable", () => {
  it("keeps what a hand placed when another one is proposed, and nothing proposed meets it", () => {
    fc.assert(
      fc.property(fc.array(byHand, { minLength: 1, maxLength: 5 }), (list) => {
        const { courseId, startsOn } = courseAlone();
        for (const [n, one] of list.entries()) add(courseId, startsOn, one, n);
        const placed = sessionsOf(courseId);
        value(proposeSessions(as(w.coordinator, now), { courseId, ...hours }));
        value(proposeSessions(as(w.coordinator, now), { courseId, ...hours, startsAt: "08:00" }));
        const all = sessionsOf(courseId);
        expect(all.filter((s) => s.title !== null)).toEqual(placed);
        for (const proposed of all.filter((s) => s.title === null))
          for (const hand of placed)
            expect(
              proposed.day !== hand.day ||
                proposed.endsAt <= hand.startsAt ||
                hand.endsAt <= proposed.startsAt,
            ).toBe(true);
      }),
      { numRuns: runs(10) },
    );
  });

  it("never has two sessions in one room at one time", () => {
    fc.assert(
      fc.property(fc.array(byHand, { minLength: 2, maxLength: 8 }), (list) => {
        const { courseId, startsOn } = courseAlone();
        for (const [n, one] of list.entries())
          add(courseId, startsOn, { ...one, day: one.day % 2, room: true }, n);
        const inRoom = sessionsOf(courseId);
        expect(inRoom.length).toBeGreaterThan(0);
        for (const [i, a] of inRoom.entries())
          for (const b of inRoom.slice(i + 1))
            expect(a.day !== b.day || a.endsAt <= b.startsAt || b.endsAt <= a.startsAt).toBe(true);
      }),
      { numRuns: runs(10) },
    );
  });
});
