import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  daysNeeded,
  daysOfPlan,
  type HoursAsked,
  hoursAgainstTime,
  monthsOf,
  restToTell,
} from "../../lib/courses/rules/soFar";
import { noParts } from "../../lib/timetable/rules/parts";

const jordan = { weekend: [5, 6], holidays: { "2027-01-01": "New Year" } };
const training = { kind: "user" as const, minPostTest: null, microTeaching: false };
const asked = (minutes: number, more: Partial<HoursAsked> = {}): HoursAsked => ({
  ...{ modules: [{ id: 1, minutes }], course: training, people: 20 },
  ...more,
});
const plan = (minutes: number, from: string, to: string) => {
  const found = daysOfPlan(from, to, jordan);
  return { ...found, ...hoursAgainstTime(asked(minutes), found.days) };
};

describe("a plan as it is so far", () => {
  it("sets the hours of its modules, and what is usual beside them, against the time of its working days", () => {
    // Monday to the Thursday of the week after next, with a weekend and a holiday that falls on it.
    const { days, available, needed, spare, rest } = plan(40 * 60, "2026-12-28", "2027-01-07");
    expect(days).toHaveLength(9);
    expect(available).toBe(9 * 330);
    // Opening, evaluation and closing.
    expect(needed).toBe(40 * 60 + 30 + 30 + 45);
    expect(spare).toBe(available - needed);
    expect(rest).toEqual([
      { day: "2027-01-01", holiday: "New Year" },
      { day: "2027-01-02", holiday: null },
    ]);
  });
  it("says by how much the time does not suffice, also where the modules alone would fit", () => {
    expect(plan(12 * 60, "2027-01-03", "2027-01-04").spare).toBe(660 - 720 - 105);
    expect(plan(10 * 60, "2027-01-03", "2027-01-04").spare).toBeLessThan(0);
    const tot = { kind: "tot" as const, minPostTest: 70, microTeaching: true };
    const { days } = daysOfPlan("2027-03-07", "2027-03-18", jordan);
    const modules = [{ id: 1, minutes: 42 * 60 }];
    // Ten days of five hours and a half have the modules, but not 24 people who teach, a visit and practice besides.
    expect(hoursAgainstTime({ modules, course: tot, people: 24 }, days).spare).toBeLessThan(-6 * 60);
  });
  it("counts the practice that the gates ask for, and says part by part what there is beside the modules", () => {
    const tot = { kind: "tot" as const, minPostTest: null, microTeaching: false };
    const of = (course: HoursAsked["course"]) =>
      hoursAgainstTime(asked(600, { course, people: 12 }), ["2027-03-01", "2027-03-02", "2027-03-03"]);
    const practice = of({ ...tot, practicum: true });
    expect(practice.needed - of(tot).needed).toBe(240);
    expect(practice.besides).toContainEqual({ part: "practicum", minutes: 240 });
    expect(600 + practice.besides.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(practice.needed);
    expect(of({ ...training, practicum: true })).toEqual(of(training));
  });
  it("reckons by the hours and the parts that the timetable was asked for, and by its groups", () => {
    const tot = { kind: "tot" as const, minPostTest: 70, microTeaching: true };
    const { days } = daysOfPlan("2027-03-07", "2027-03-18", jordan);
    const of = (more: Partial<HoursAsked>) =>
      hoursAgainstTime({ ...asked(40 * 60, { course: tot, people: 24 }), ...more }, days);
    const hours = { startsAt: "08:30", endsAt: "16:30", breakFrom: "12:30", breakMinutes: 60 };
    const rest = { restMinutes: 0, prayerFrom: null, prayerMinutes: 0 };
    const timetable = {
      hours,
      asked: { ...hours, ...rest, ...noParts, microTeaching: 20, people: 24 },
      groups: [],
    };
    // Ten days of five hours and a half are too short, of seven they are not.
    expect(of({}).spare).toBeLessThan(0);
    expect(of({ timetable })).toMatchObject({ available: days.length * 7 * 60, needed: 48 * 60 });
    expect(of({ timetable }).spare).toBeGreaterThan(0);
    expect(daysNeeded(asked(40 * 60, { course: tot, people: 24, timetable }))).toBeLessThan(days.length);
    // People who teach each other in two groups at a time take half of it.
    const groups = [4, 5].map((id) => ({ id, people: 0 }));
    expect(of({ timetable: { ...timetable, groups } }).needed).toBe(44 * 60);
    // Of what nobody asked for the hours of its sessions hold, and what is usual.
    expect(of({ timetable: { ...timetable, asked: null } }).besides).toEqual(of({}).besides);
  });
  it("does not say too short what stands in the timetable that there is", () => {
    const days = ["2027-01-03", "2027-01-04"];
    expect(hoursAgainstTime(asked(12 * 60), days).spare).toBeLessThan(0);
    expect(hoursAgainstTime(asked(12 * 60, { stands: true }), days).spare).toBe(0);
  });
  it("names its holidays, and of many how many more there are", () => {
    const free = (count: number) =>
      Array.from({ length: count }, (_, nth) => ({ day: `2027-01-1${nth}`, holiday: "Feast" }));
    const weekend = { day: "2027-01-08", holiday: null };
    const told = (days: string[], rest: Parameters<typeof restToTell>[1]) => {
      const { named, more } = restToTell(days, rest);
      return [named.length, more];
    };
    expect(told(["2027-01-20"], [weekend, ...free(5)])).toEqual([5, 0]);
    expect(told(["2027-01-20"], [weekend, ...free(6)])).toEqual([4, 2]);
    expect(told([], [weekend, ...free(6)])).toEqual([4, 3]);
  });
  it("knows nothing while days are missing, in the wrong order or more than a year", () => {
    for (const [from, to] of [
      ["", ""],
      ["2027-01-03", ""],
      ["2027-01-05", "2027-01-03"],
      ["2027-01-05", "2030-01-03"],
    ] as const) {
      expect(plan(600, from, to)).toMatchObject({ days: [], spare: null });
      expect(monthsOf(from, to, jordan)).toEqual([]);
    }
    expect(plan(0, "2027-01-03", "2027-01-04").spare).toBeNull();
  });
  it("draws as its days those of rest on which a workshop is held, where none of them is worked", () => {
    const kinds = (from: string, to: string, onRest: boolean) =>
      monthsOf(from, to, jordan, 3, onRest)
        .flatMap(({ weeks }) => weeks.flat())
        .flatMap((cell) => (cell?.within ? [cell.kind] : []));
    expect(kinds("2027-01-01", "2027-01-02", true)).toEqual(["course", "course"]);
    expect(kinds("2027-01-01", "2027-01-02", false)).toEqual(["holiday", "weekend"]);
    expect(kinds("2027-01-02", "2027-01-03", true)).toEqual(["weekend", "course"]);
  });
  it("counts the days that are needed up to a whole one", () => {
    expect(daysNeeded(asked(331))).toBe(2);
    // With its ceremonies a module of nearly all day takes a second one.
    expect(daysNeeded(asked(285))).toBe(1);
    expect(daysNeeded(asked(300))).toBe(2);
    expect(daysNeeded(asked(0))).toBe(0);
  });
  it("draws weeks from the day after the weekend, each day once", () => {
    const [december, january] = monthsOf("2026-12-28", "2027-01-07", jordan);
    const sunday = january!.weeks[1]![0]!;
    expect(sunday.day).toBe("2027-01-03");
    const days = december!.weeks.flat().filter((day) => day !== null);
    expect(days.map((one) => one.day)).toEqual([...new Set(days.map((one) => one.day))]);
    expect(days).toHaveLength(31);
    expect(january!.weeks.flat().find((one) => one?.day === "2027-01-01")!.kind).toBe("holiday");
    expect(days.filter((one) => one.kind === "course").map((one) => one.day)).toEqual([
      "2026-12-28",
      "2026-12-29",
      "2026-12-30",
      "2026-12-31",
    ]);
  });
  it("begins a week with Monday where Saturday and Sunday are free, and draws three months at most", () => {
    const months = monthsOf("2027-03-01", "2027-12-01", { weekend: [6, 7], holidays: {} });
    expect(months).toHaveLength(3);
    expect(months[0]!.weeks[0]![0]!.day).toBe("2027-03-01");
  });
});

describe("what is typed as days", () => {
  it("makes no course while it is none, and is no error", () => {
    const half = fc.constantFrom(
      "",
      "abc",
      "٢ كانون الأول",
      "31/2/2026",
      "2026-02-31",
      "2026-99-99",
      "9999-01-01",
    );
    const typed = fc.oneof(half, fc.string());
    fc.assert(
      fc.property(typed, typed, (from, to) => {
        expect(daysOfPlan(from, to, { weekend: [5, 6], holidays: {} }).days).toEqual([]);
        expect(daysOfPlan("2026-12-01", to, { weekend: [], holidays: {} }).days).toEqual([]);
        expect(monthsOf(from, "2026-12-01", { weekend: [], holidays: {} })).toEqual([]);
      }),
    );
  });
});
