import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, daysFrom, minutesOf, weekday } from "../../lib/time/civil";
import { timeOf } from "../../lib/time/timeOf";
import { movedDates, movedDays } from "../../lib/timetable/rules/move";
import { proposeTimetable, staysInProposal, workingDays } from "../../lib/timetable/rules/propose";
import { overlapping, plannedMinutes, swappedPlaces } from "../../lib/timetable/rules/sessions";
import { proposalSchema } from "../../lib/timetable/schema";

const hours = { startsAt: "09:00", endsAt: "15:30", breakFrom: "12:00", breakMinutes: 60 };

const at = fc
  .record({
    day: fc.integer({ min: 1, max: 6 }),
    from: fc.integer({ min: 8 * 60, max: 17 * 60 }),
    minutes: fc.integer({ min: 15, max: 240 }),
  })
  .map(({ day, from, minutes }) => ({
    day: `2027-03-0${day}`,
    startsAt: timeOf(from),
    endsAt: timeOf(from + minutes),
  }));

describe("timetable proposal", () => {
  it("leaves out Friday, Saturday and holidays", () => {
    const days = workingDays("2027-02-04", "2027-02-14", [5, 6], new Set(["2027-02-08"]));
    expect(days).toEqual([
      "2027-02-04",
      "2027-02-07",
      "2027-02-09",
      "2027-02-10",
      "2027-02-11",
      "2027-02-14",
    ]);
    expect(days.every((d) => weekday(d) !== 5 && weekday(d) !== 6)).toBe(true);
  });
  it("never overlaps, stays within the hours, keeps the order and loses no minute", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 15, max: 900 }), { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 0, max: 90 }),
        (lengths, dayCount, breakMinutes) => {
          const modules = lengths.map((minutes, i) => ({ id: i + 1, minutes }));
          const days = Array.from(
            { length: dayCount },
            (_, i) => `2027-03-${String(i + 1).padStart(2, "0")}`,
          );
          const { blocks, leftOver } = proposeTimetable(modules, days, { ...hours, breakMinutes });
          const taught = blocks.filter((b) => b.kind === "module");
          for (const b of blocks) {
            expect(plannedMinutes(b)).toBeGreaterThan(0);
            expect(b.startsAt >= "09:00" && b.endsAt <= "15:30").toBe(true);
          }
          for (const [i, b] of blocks.entries()) {
            const next = blocks[i + 1];
            if (next) expect(`${next.day} ${next.startsAt}` >= `${b.day} ${b.endsAt}`).toBe(true);
          }
          const order = taught.map((b) => b.moduleId!);
          expect(order).toEqual([...order].sort((a, b) => a - b));
          const minutesLeftOver = leftOver.reduce((sum, { minutes }) => sum + minutes, 0);
          const total = lengths.reduce((a, b) => a + b, 0);
          const planned = taught.reduce((sum, b) => sum + plannedMinutes(b), 0);
          expect(planned + minutesLeftOver).toBe(total);
        },
      ),
    );
  });
});

describe("a proposal beside sessions that stay", () => {
  it("goes around them, and does not plan twice what they teach", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 30, max: 600 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(at, fc.nat(6)), { maxLength: 8 }),
        (lengths, kept) => {
          const modules = lengths.map((minutes, i) => ({ id: i + 1, minutes }));
          const staying = kept.map(([place, module]) => {
            const known = module >= 1 && module <= modules.length;
            return {
              ...place,
              moduleId: known ? module : null,
              // A practicum teaches its module as well.
              kind: known
                ? place.startsAt < "12:00"
                  ? ("module" as const)
                  : ("practicum" as const)
                : ("opening" as const),
            };
          });
          const days = daysFrom("2027-03-01", "2027-03-06");
          const { blocks, leftOver } = proposeTimetable(modules, days, hours, staying);
          for (const block of blocks)
            for (const other of staying) expect(overlapping(block, other)).toBe(false);
          if (staying.some((s) => s.kind === "opening"))
            expect(blocks.some((b) => b.kind === "opening")).toBe(false);
          for (const module of modules) {
            const byHand = staying
              .filter((s) => s.moduleId === module.id)
              .reduce((sum, s) => sum + plannedMinutes(s), 0);
            const proposed = blocks
              .filter((b) => b.moduleId === module.id)
              .reduce((sum, b) => sum + plannedMinutes(b), 0);
            expect(proposed).toBeLessThanOrEqual(Math.max(0, module.minutes - byHand));
            if (leftOver.length === 0) expect(proposed + byHand).toBeGreaterThanOrEqual(module.minutes);
          }
        },
      ),
    );
  });
  it("keeps what was held in any case, and what a hand placed unless that is to go", () => {
    expect(staysInProposal({ placedByHand: false, held: false }, false)).toBe(false);
    expect(staysInProposal({ placedByHand: true, held: false }, false)).toBe(true);
    expect(staysInProposal({ placedByHand: true, held: false }, true)).toBe(false);
    expect(staysInProposal({ placedByHand: false, held: true }, true)).toBe(true);
  });
});

describe("moving a course", () => {
  const first = "2027-02-07";
  const weekends = fc.constantFrom<number[]>([5, 6], [6, 7], [5], [7]);
  const free = fc
    .array(fc.integer({ min: 0, max: 60 }), { maxLength: 8 })
    .map((list) => new Set(list.map((n) => addDays(first, n))));
  const used = fc
    .uniqueArray(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 12 })
    .map((list) => list.sort((a, b) => a - b).map((n) => addDays(first, n)));
  const shift = fc.integer({ min: -30, max: 60 });

  it("keeps the order of days, and no two days become one", () => {
    fc.assert(
      fc.property(used, weekends, free, shift, (days, weekend, holidays, by) => {
        const to = addDays(first, by);
        const places = movedDays(days, first, to, weekend, holidays);
        const moved = days.map((day) => places.get(day)!);
        expect(moved).toEqual([...new Set(moved)].sort());
        expect(moved[0]! >= to).toBe(true);
      }),
    );
  });
  it("puts the n-th working day on the n-th working day from the new first day", () => {
    fc.assert(
      fc.property(used, weekends, free, shift, (all, weekend, holidays, by) => {
        const to = addDays(first, by);
        const worked = (from: string) => workingDays(from, addDays(from, 200), weekend, holidays);
        const days = all.filter((day) => worked(first).includes(day));
        const places = movedDays(days, first, to, weekend, holidays);
        for (const day of days) expect(places.get(day)).toBe(worked(to)[worked(first).indexOf(day)]);
      }),
    );
  });
  it("leaves working days working days where others were used too, which keep their distance if they can", () => {
    fc.assert(
      fc.property(used, weekends, free, shift, (days, weekend, holidays, by) => {
        const isWorked = (day: string) => !weekend.includes(weekday(day)) && !holidays.has(day);
        const places = movedDays(days, first, addDays(first, by), weekend, holidays);
        for (const day of days.filter(isWorked)) expect(isWorked(places.get(day)!)).toBe(true);
      }),
    );
    // By whole weeks, with no holiday in the way, all keep their distance: the Friday stays a Friday.
    fc.assert(
      fc.property(used, weekends, fc.integer({ min: -4, max: 8 }), (days, weekend, weeks) => {
        const places = movedDays(days, first, addDays(first, 7 * weeks), weekend, new Set());
        // From the first day on; where that is not worked, so is the other.
        for (const day of days) expect(daysBetween(day, places.get(day)!)).toBe(7 * weeks);
      }),
    );
  });
  it("goes around a holiday, and the last day to apply goes along but not past the end", () => {
    const days = daysFrom("2026-12-28", "2026-12-31");
    const places = movedDays(days, "2026-12-28", "2027-01-04", [6, 7], new Set(["2027-01-06"]));
    expect([...places.values()]).toEqual(["2027-01-04", "2027-01-05", "2027-01-07", "2027-01-08"]);
    const before = { startsOn: "2026-12-28", endsOn: "2026-12-31", applyBy: "2026-12-20" };
    expect(movedDates(before, "2027-01-04", "2027-01-08").applyBy).toBe("2026-12-27");
    expect(movedDates({ ...before, applyBy: "2026-12-31" }, "2027-01-04", "2027-01-06").applyBy).toBe(
      "2027-01-06",
    );
    expect(movedDates({ ...before, applyBy: null }, "2027-01-04", "2027-01-08").applyBy).toBeNull();
    const decided = (decideBy: string) =>
      movedDates({ ...before, decideBy }, "2027-01-04", "2027-01-08").decideBy;
    expect(daysBetween(before.startsOn, decided("2026-12-20")!)).toBe(
      daysBetween(before.startsOn, "2026-12-20") + daysBetween(before.startsOn, "2027-01-04"),
    );
    expect([decided(before.startsOn), "decideBy" in movedDates(before, "2027-01-04", "2027-01-08")]).toEqual([
      "2027-01-04",
      false,
    ]);
  });
});

describe("two sessions that change places", () => {
  it("keep their length, take the other's day, and never meet unless they did", () => {
    fc.assert(
      fc.property(at, at, (a, b) => {
        const places = swappedPlaces(a, b);
        if (!places) return;
        const [toA, toB] = places;
        expect([toA.day, toB.day]).toEqual([b.day, a.day]);
        expect([plannedMinutes(toA), plannedMinutes(toB)]).toEqual([plannedMinutes(a), plannedMinutes(b)]);
        if (!overlapping(a, b)) expect(overlapping(toA, toB)).toBe(false);
        if (plannedMinutes(a) === plannedMinutes(b)) expect([toA, toB]).toEqual([b, a]);
        if (a.day === b.day && !overlapping(a, b))
          for (const place of [toA, toB]) {
            const from = Math.min(minutesOf(a.startsAt), minutesOf(b.startsAt));
            const to = Math.max(minutesOf(a.endsAt), minutesOf(b.endsAt));
            expect(minutesOf(place.startsAt) >= from && minutesOf(place.endsAt) <= to).toBe(true);
          }
      }),
    );
  });
});

describe("the hours of a proposal", () => {
  it("are within a day on which people teach", () => {
    const faults = (startsAt: string, endsAt: string) =>
      proposalSchema
        .safeParse({ courseId: "1", startsAt, endsAt, breakFrom: "12:00", breakMinutes: "60" })
        .error?.issues.map(({ path }) => path.join("."));
    expect(faults("05:00", "23:00")).toBeUndefined();
    expect(faults("00:00", "23:59")).toEqual(["startsAt", "endsAt"]);
  });
});
