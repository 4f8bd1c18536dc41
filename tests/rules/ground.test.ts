import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutesOf } from "../../lib/time/civil";
import { timeOf } from "../../lib/time/timeOf";
import { pausesOf } from "../../lib/timetable/rules/grid";
import { type BreaksAsked, breakUnder, groundOf } from "../../lib/timetable/rules/ground";
import { overlapping } from "../../lib/timetable/rules/sessions";

const day = "2027-02-15";
const at = (startsAt: string, endsAt: string) => ({ day, startsAt, endsAt });
const asked: BreaksAsked = {
  ...{ startsAt: "09:00", endsAt: "16:00", breakFrom: "12:00", breakMinutes: 60 },
  ...{ prayerFrom: "15:00", prayerMinutes: 20 },
};
const said = (sessions: ReturnType<typeof at>[], of: BreaksAsked | null = asked) =>
  groundOf(sessions, of).map(({ startsAt, endsAt, is }) => `${startsAt}-${endsAt} ${is}`);

describe("time without sessions", () => {
  it("is called what it was asked for, and as ever where nobody asked", () => {
    const sessions = [at("09:00", "10:30"), at("10:45", "12:00"), at("13:00", "15:00"), at("15:20", "16:00")];
    expect(said(sessions)).toEqual(["10:30-10:45 break", "12:00-13:00 lunch", "15:00-15:20 prayer"]);
    expect(said(sessions, null)).toEqual(["10:30-10:45 break", "12:00-13:00 break", "15:00-15:20 break"]);
  });

  it("is lunch and prayer where one follows the other, and still lunch where little of it is left", () => {
    const prays = { ...asked, prayerFrom: "13:00" };
    expect(said([at("09:00", "12:00"), at("13:20", "16:00")], prays)).toEqual(["12:00-13:20 lunchAndPrayer"]);
    const within = { ...asked, prayerFrom: "12:30" };
    expect(said([at("09:00", "12:00"), at("13:00", "16:00")], within)).toEqual([
      "12:00-13:00 lunchAndPrayer",
    ]);
    expect(said([at("09:00", "12:30"), at("13:00", "15:00")])[0]).toBe("12:30-13:00 lunch");
    // Of a gap beside it a few minutes are the lunch's: it is another break.
    expect(said([at("09:00", "12:50"), at("13:30", "15:00")])[0]).toBe("12:50-13:30 break");
  });

  it("is cut out of what is longer than a break; the rest of that is free", () => {
    expect(said([at("09:00", "11:00"), at("15:30", "16:00")])).toEqual([
      "11:00-12:00 free",
      "12:00-13:00 lunch",
      "13:00-15:00 free",
      "15:00-15:20 prayer",
      "15:20-15:30 free",
    ]);
  });

  it("is no lunch in the evening, nor in what nobody eats in", () => {
    const sessions = [at("09:00", "12:00"), at("12:15", "18:00"), at("19:00", "20:00")];
    const evening = { ...asked, breakFrom: "18:00", prayerMinutes: 0 };
    expect(said(sessions, evening)).toEqual(["12:00-12:15 break", "18:00-19:00 break"]);
    expect(said(sessions, { ...asked, breakMinutes: 15, prayerMinutes: 0 })[0]).toBe("12:00-12:15 break");
  });

  it("has the prayer before the first session and after the last, within the hours of the day", () => {
    expect(said([at("09:00", "12:00")])).toEqual(["15:00-15:20 prayer"]);
    expect(said([at("15:30", "16:00")])).toEqual(["15:00-15:20 prayer"]);
    expect(said([at("09:00", "15:10")])).toEqual(["15:10-15:20 prayer"]);
    expect(said([at("09:00", "15:20")])).toEqual([]);
    expect(said([])).toEqual([]);
  });

  const times = fc
    .tuple(fc.integer({ min: 72, max: 240 }), fc.integer({ min: 1, max: 36 }))
    .map(([from, minutes]) => at(timeOf(from * 5), timeOf((from + minutes) * 5)));
  const minutes = fc.constantFrom(0, 20, 30, 60, 90);
  const anyAsked = fc.record({
    ...{ startsAt: fc.constant("08:00"), endsAt: fc.constant("19:00") },
    ...{ breakFrom: fc.constantFrom("11:30", "12:00", "13:15", "16:00"), breakMinutes: minutes },
    prayerFrom: fc.constantFrom(null, "08:10", "12:10", "13:00", "15:00", "18:50"),
    prayerMinutes: minutes,
  });

  it("meets no session nor itself, and covers just what lies between them, however the times off are asked for", () => {
    fc.assert(
      fc.property(fc.array(times, { minLength: 1, maxLength: 7 }), anyAsked, (sessions, of) => {
        const ground = groundOf(sessions, of);
        for (const [nth, one] of ground.entries()) {
          expect(one.minutes).toBe(minutesOf(one.endsAt) - minutesOf(one.startsAt));
          expect(one.minutes).toBeGreaterThan(0);
          expect(sessions.some((session) => overlapping(session, { day, ...one }))).toBe(false);
          const next = ground[nth + 1];
          if (next) expect(one.endsAt <= next.startsAt).toBe(true);
        }
        const pauses = pausesOf(sessions);
        const [first, last] = [
          sessions.map((s) => s.startsAt).sort()[0]!,
          sessions
            .map((s) => s.endsAt)
            .sort()
            .at(-1)!,
        ];
        const between = ground.filter((one) => one.startsAt >= first && one.endsAt <= last);
        const sum = (of: readonly { minutes: number }[]) => of.reduce((all, one) => all + one.minutes, 0);
        expect(sum(between)).toBe(sum(pauses));
        for (const one of ground.filter((one) => !between.includes(one))) {
          expect(one.is).toBe("prayer");
          expect(one.startsAt >= of.startsAt && one.endsAt <= of.endsAt).toBe(true);
        }
        // Nobody asked: the gaps as they are.
        expect(groundOf(sessions, null).map(({ is, ...pause }) => pause)).toEqual(pauses);
      }),
    );
  });
});

describe("a session over a time off that was asked for", () => {
  it("is over the lunch, the prayer or both; one that only touches is over none, and the meal itself is none", () => {
    const under = (startsAt: string, endsAt: string, kind = "module") =>
      breakUnder({ startsAt, endsAt }, kind, asked);
    expect(under("09:00", "12:00")).toBeNull();
    expect(under("13:00", "15:00")).toBeNull();
    expect(under("11:00", "12:05")).toBe("lunch");
    expect(under("15:10", "15:15")).toBe("prayer");
    expect(under("11:00", "16:00")).toBe("lunchAndPrayer");
    expect(under("12:00", "13:00", "other")).toBeNull();
    expect(breakUnder({ startsAt: "12:00", endsAt: "13:00" }, "module", null)).toBeNull();
  });
});
