import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysFrom, weekday } from "../../lib/time/civil";
import { timeOf } from "../../lib/time/timeOf";
import {
  atOneTime,
  hoursShown,
  lanesOf,
  pausesOf,
  weekBegins,
  weeksOf,
  weekToShow,
} from "../../lib/timetable/rules/grid";
import { overlapping } from "../../lib/timetable/rules/sessions";

const day = "2027-01-17";
const at = (startsAt: string, endsAt: string, id = 0) => ({ id, day, startsAt, endsAt });

/** Sessions of one day, at any quarter of an hour. */
const sessions = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 12 })), { maxLength: 12 })
  .map((all) =>
    all.map(([from, quarters], id) =>
      at(timeOf(from * 15), timeOf(Math.min(1439, (from + quarters) * 15)), id + 1),
    ),
  );

describe("sessions of a day", () => {
  it("stand side by side where they share time, and have the whole column where they do not", () => {
    expect(
      lanesOf([at("09:00", "11:00", 1), at("09:00", "11:00", 2), at("11:00", "12:00", 3)]).map(
        ({ session, lane, lanes }) => [session.id, lane, lanes],
      ),
    ).toEqual([
      [1, 0, 2],
      [2, 1, 2],
      [3, 0, 1],
    ]);
  });

  it("never cover each other, none is lost, and one that is alone has one lane", () => {
    fc.assert(
      fc.property(sessions, (all) => {
        const placed = lanesOf(all);
        expect(placed.map(({ session }) => session.id).sort((a, b) => a - b)).toEqual(all.map((s) => s.id));
        for (const a of placed) {
          expect(a.lane).toBeLessThan(a.lanes);
          const met = placed.filter((b) => b !== a && overlapping(a.session, b.session));
          if (met.length === 0) expect(a.lanes).toBe(1);
          for (const b of met) {
            expect(b.lanes).toBe(a.lanes);
            expect(b.lane).not.toBe(a.lane);
          }
        }
      }),
    );
  });

  it("have breaks between them, and longer times that are free", () => {
    expect(
      pausesOf([at("13:00", "15:00"), at("09:00", "12:00"), at("10:00", "11:00"), at("19:00", "20:00")]),
    ).toEqual([
      { startsAt: "12:00", endsAt: "13:00", minutes: 60, isBreak: true },
      { startsAt: "15:00", endsAt: "19:00", minutes: 240, isBreak: false },
    ]);
    // An hour and three quarters is a break only where the whole timetable eats so long.
    const idle = [at("09:00", "11:15"), at("13:00", "15:00")];
    expect(pausesOf(idle, 60)).toMatchObject([{ isBreak: false }]);
    expect(pausesOf(idle, 105)).toMatchObject([{ isBreak: true }]);
    fc.assert(
      fc.property(sessions, (all) => {
        for (const pause of pausesOf(all)) {
          expect(pause.minutes).toBeGreaterThan(0);
          expect(all.some((session) => overlapping(session, { day, ...pause }))).toBe(false);
        }
      }),
    );
  });

  it("lie within the hours that are shown", () => {
    expect(hoursShown([])).toEqual({ from: 9, to: 16 });
    expect(hoursShown([at("08:30", "10:00"), at("13:00", "15:15")])).toEqual({ from: 8, to: 16 });
  });
});

describe("sessions of a course at one time", () => {
  it("are named on both sides; touching ends are none", () => {
    const found = atOneTime([at("09:00", "11:00", 1), at("10:00", "12:00", 2), at("12:00", "13:00", 3)]);
    expect([...found].map(([id, others]) => [id, others.map((s) => s.id)])).toEqual([
      [1, [2]],
      [2, [1]],
    ]);
  });
});

describe("weeks", () => {
  it("begin after the weekend of the country", () => {
    expect(weekBegins([5, 6])).toBe(7);
    expect(weekBegins([6, 7])).toBe(1);
    expect(weekBegins([5])).toBe(6);
    expect(weekBegins([])).toBe(1);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 3 }),
        (count, weekend) => {
          const days = daysFrom(day, addDays(day, count));
          const weeks = weeksOf(days, weekend);
          expect(weeks.flat()).toEqual(days);
          for (const week of weeks) expect(week.length).toBeLessThanOrEqual(7);
          for (const week of weeks.slice(1)) expect(weekday(week[0]!)).toBe(weekBegins(weekend));
        },
      ),
    );
  });

  it("show the one that is asked for, else the one that is not over, else the last", () => {
    const weeks = weeksOf(daysFrom("2027-01-17", "2027-01-28"), [5, 6]);
    expect(weeks.map((week) => week.length)).toEqual([7, 5]);
    expect(weekToShow(weeks, "2027-01-25", "2027-01-18")).toBe(1);
    expect(weekToShow(weeks, null, "2027-01-01")).toBe(0);
    expect(weekToShow(weeks, "2030-01-01", "2027-01-24")).toBe(1);
    expect(weekToShow(weeks, null, "2028-01-01")).toBe(1);
  });
});
