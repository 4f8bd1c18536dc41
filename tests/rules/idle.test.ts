import fc from "fast-check";
import { expect, it } from "vitest";
import { minutesOf } from "../../lib/time/civil";
import { type Block, proposeParts, workingDays } from "../../lib/timetable/rules/propose";
import { usualParts } from "../../lib/timetable/rules/usual";
import { inOrder, modules, pauses, titles, tot } from "../support/proposals";

const days = workingDays("2027-03-01", "2027-03-12", [6, 7], new Set());
const whole = { startsAt: "08:30", endsAt: "16:30", breakFrom: "12:30", breakMinutes: 60 };
const training = fc
  .record({
    hours: fc.constantFrom(whole, { ...whole, startsAt: "09:00", endsAt: "16:00", breakFrom: "12:00" }),
    minutes: fc.constantFrom(180, 220, 240, 260, 280),
    people: fc.integer({ min: 10, max: 24 }),
    groups: fc.constantFrom(0, 2, 3),
    fieldVisit: fc.constantFrom(0, 180),
  })
  .map(({ hours, minutes, people, groups, fieldVisit }) => ({
    hours,
    ...proposeParts({
      ...{ modules: modules(7, minutes), titles, days, hours, pauses: pauses(15), staying: [] },
      parts: { ...usualParts(tot, days.length, people), fieldVisit },
      groups: Array.from({ length: groups }, (_, id) => ({ id, people: Math.ceil(people / groups) })),
    }),
  }));

/** What everybody or the first group sits through, and the minutes without anything before each of it, break and lunch apart. */
function idle(blocks: readonly Block[], breakFrom: string) {
  const own = inOrder(blocks.filter(({ groupId }) => !groupId));
  return own.flatMap((block, nth) => {
    const before = own[nth - 1];
    if (before?.day !== block.day) return [];
    const lunch = before.endsAt <= breakFrom && block.startsAt > breakFrom;
    return minutesOf(block.startsAt) - minutesOf(before.endsAt) - (lunch ? 60 : 15);
  });
}

it("a ten-day training has no hole within a day: what is idle there is less than what is not divided", () => {
  fc.assert(
    fc.property(training, ({ blocks, leftOver, hours }) => {
      fc.pre(leftOver.length === 0);
      for (const minutes of idle(blocks, hours.breakFrom)) expect(minutes).toBeLessThan(60);
    }),
  );
});

it("practice of four hours stands in one half day that has them, where the days have room for it", () => {
  const of = { modules: modules(5, 220), titles, days, hours: whole, pauses: pauses(15), staying: [] };
  const { blocks, leftOver } = proposeParts({ ...of, parts: usualParts(tot, days.length, 12) });
  expect(leftOver).toEqual([]);
  expect(blocks.filter(({ kind }) => kind === "practicum")).toMatchObject([
    { startsAt: "08:30", endsAt: "12:30" },
  ]);
});
