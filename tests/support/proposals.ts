// What tests of proposals ask for alike, and how they look at what was proposed.
import * as fc from "fast-check";
import type { SessionKind } from "../../db/values/timetable";
import { addDays } from "../../lib/time/civil";
import { type Block, workingDays } from "../../lib/timetable/rules/propose";
import { plannedMinutes } from "../../lib/timetable/rules/sessions";

export const hours = { startsAt: "09:00", endsAt: "16:00", breakFrom: "12:30", breakMinutes: 60 };
export const titles = { preTest: "Before", postTest: "After" };
export const pauses = (restMinutes: number, prayerMinutes = 0) => ({
  restMinutes,
  prayerFrom: "15:00",
  prayerMinutes,
});
export const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
export const minutesOfKind = (blocks: readonly Block[], kind: SessionKind) =>
  sum(blocks.filter((b) => b.kind === kind).map(plannedMinutes));
export const inOrder = (blocks: readonly Block[]) =>
  [...blocks].sort((a, b) => `${a.day} ${a.startsAt}`.localeCompare(`${b.day} ${b.startsAt}`, "en"));
export const lengths = (blocks: readonly Block[], days: readonly string[]) =>
  days.map((day) => sum(blocks.filter((b) => b.day === day).map(plannedMinutes)));

export const tot = { kind: "tot" as const, minPostTest: 70, microTeaching: true };
export const user = { kind: "user" as const, minPostTest: null, microTeaching: false };
export const modules = (count: number, minutes: number) =>
  Array.from({ length: count }, (_, i) => ({ id: i + 1, minutes }));

/** A curriculum with its course: days by weekend and holidays, hours, pauses and parts, all of them random. */
export const asked = fc
  .record({
    modules: fc.array(
      fc.record({
        minutes: fc.integer({ min: 3, max: 120 }).map((n) => n * 5),
        activities: fc.array(fc.integer({ min: 1, max: 24 }), { maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 9 },
    ),
    length: fc.integer({ min: 0, max: 20 }),
    weekend: fc.constantFrom([5, 6], [6, 7], [7]),
    holidays: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 4 }),
    startsAt: fc.constantFrom("08:00", "08:30", "09:00"),
    endsAt: fc.constantFrom("14:30", "16:00", "17:00"),
    breakMinutes: fc.constantFrom(0, 45, 60),
    rest: fc.constantFrom(0, 15, 30),
    prayer: fc.constantFrom(0, 20),
    parts: fc.record({
      opening: fc.constantFrom(0, 30, 60),
      preTest: fc.constantFrom(0, 45),
      fieldVisit: fc.constantFrom(0, 120, 300),
      microTeaching: fc.constantFrom(0, 15, 20, 25, 35, 40, 50),
      people: fc.integer({ min: 0, max: 25 }),
      practicum: fc.constantFrom(0, 90, 240),
      postTest: fc.constantFrom(0, 45),
      evaluation: fc.constantFrom(0, 30),
      closing: fc.constantFrom(0, 45, 60),
    }),
  })
  .map((of) => {
    const from = "2027-03-01";
    const holidays = new Set(of.holidays.map((n) => addDays(from, n)));
    return {
      ...of,
      holidays,
      modules: of.modules.map(({ minutes, activities }, i) => {
        const parts = activities.map((n, nth) => ({
          id: 100 * i + nth,
          title: `${i} ${nth}`,
          minutes: n * 5,
        }));
        return { id: i + 1, minutes: Math.max(minutes, sum(parts.map((a) => a.minutes))), activities: parts };
      }),
      days: workingDays(from, addDays(from, of.length), of.weekend, holidays),
      hours: { ...hours, startsAt: of.startsAt, endsAt: of.endsAt, breakMinutes: of.breakMinutes },
      pauses: pauses(of.rest, of.prayer),
      titles,
      staying: [] as Block[],
    };
  })
  .filter(({ days }) => days.length > 0);
