import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { faultsOf } from "../../lib/faults";
import { agree, day, optionalDay } from "../../lib/fields";
import { addDays, daysBetween, isCivilDay, isCivilTime, minutesOf, weekday } from "../../lib/time/civil";
import { timeOf } from "../../lib/time/timeOf";
import { instantOf, isZone } from "../../lib/time/zone";

const days = fc
  .date({ min: new Date("1950-01-01"), max: new Date("2150-01-01"), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

describe("a day in a year that is not taken", () => {
  const days = z
    .object({ startsOn: day(), endsOn: optionalDay() })
    .check(
      agree<{ startsOn: string; endsOn: string | null }>(
        ["endsOn", "startsOn"],
        (d) => !d.endsOn || d.endsOn >= d.startsOn,
        "courseEndsBeforeStart",
      ),
    );
  const codes = (startsOn: string, endsOn: string) =>
    Object.fromEntries(
      Object.entries(faultsOf(days.safeParse({ startsOn, endsOn }).error?.issues ?? [])).map(
        ([at, { code }]) => [at, code],
      ),
    );
  it("is said to be too far away, not to be none, and is compared with the other all the same", () => {
    expect(codes("9999-12-30", "")).toEqual({ startsOn: "dateFar" });
    expect(codes("9999-12-30", "2027-01-01")).toEqual({
      startsOn: "dateFar",
      endsOn: "courseEndsBeforeStart",
    });
    expect(codes("2027-01-01", "0999-01-01")).toEqual({ endsOn: "dateFar" });
    expect(codes("2027-02-30", "2027-01-01")).toEqual({ startsOn: "dateInvalid" });
    expect(codes("2027-02-01", "2027-02-01")).toEqual({});
  });
});

describe("civil days and times", () => {
  it("knows which days exist", () => {
    expect(isCivilDay("2028-02-29")).toBe(true);
    for (const wrong of ["2027-02-29", "2027-04-31", "2027-13-01", "2027-1-1", "27-01-01", "", "2027-00-10"])
      expect(isCivilDay(wrong), wrong).toBe(false);
  });
  it("counts days back and forth", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (from, count) => {
        const to = addDays(from, count);
        expect(daysBetween(from, to)).toBe(count);
        expect((((weekday(from) - 1 + count) % 7) + 7) % 7).toBe(weekday(to) - 1);
      }),
    );
  });
  it("writes a time as it read it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1439 }),
        (minutes) => minutesOf(timeOf(minutes)) === minutes && isCivilTime(timeOf(minutes)),
      ),
    );
    expect(isCivilTime("24:00")).toBe(false);
  });
  it("takes the zone's rules of that day, not an offset", () => {
    // Amman keeps UTC+3 all year since 2022; before that, winter was UTC+2.
    expect(new Date(instantOf("2027-01-10", "09:00", "Asia/Amman")).toISOString()).toBe(
      "2027-01-10T06:00:00.000Z",
    );
    expect(new Date(instantOf("2020-01-10", "09:00", "Asia/Amman")).toISOString()).toBe(
      "2020-01-10T07:00:00.000Z",
    );
  });
  it("refuses zones that do not exist", () => {
    expect(isZone("Asia/Amman")).toBe(true);
    for (const wrong of ["Asia/Nowhere", "", "+03:00", "amman"]) expect(isZone(wrong), wrong).toBe(false);
  });
});
