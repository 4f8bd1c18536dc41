import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { courseStates } from "../../lib/courses/rules";
import { addDays } from "../../lib/time/civil";
import {
  byDayAndCourse,
  type CourseNow,
  dueOn,
  fromTodayOn,
  inTurn,
  isLate,
  rollFirst,
  urgency,
  weeksFrom,
} from "../../lib/today/rules";
import { lanesOf } from "../../lib/today/rules/lanes";

const today = "2026-11-25";
const course = (more: Partial<CourseNow>): CourseNow => ({
  state: "running",
  zone: "UTC",
  startsOn: "2026-11-20",
  endsOn: "2026-11-30",
  countedBy: "people",
  toDecide: 0,
  toConfirm: 0,
  ...more,
});

describe("what is due in a course", () => {
  it("follows its state and its dates", () => {
    expect(dueOn(today, course({}))).toEqual([]);
    expect(dueOn(today, course({ endsOn: "2026-11-24" }))).toEqual([{ kind: "close", days: 1 }]);
    expect(dueOn(today, course({ endsOn: today }))).toEqual([]);
    expect(dueOn(today, course({ state: "open", startsOn: today }))).toEqual([{ kind: "start", days: 0 }]);
    expect(dueOn(today, course({ state: "open", startsOn: "2026-11-27", toDecide: 3 }))).toEqual([
      { kind: "decide", count: 3, days: 2 },
    ]);
    expect(dueOn(today, course({ state: "draft", startsOn: null, endsOn: null }))).toEqual([
      { kind: "draft" },
    ]);
    expect(dueOn(today, course({ state: "cancelled", toDecide: 3 }))).toEqual([]);
  });
  it("asks for certificates and for names to be corrected until that is done, however long ago the course ended, and not of a course known by numbers alone", () => {
    const closed = course({ state: "closed" });
    for (const days of [1, 181, 2000])
      expect(
        dueOn(addDays(closed.endsOn!, days), { ...closed, ...{ toMend: 2 } }).map(({ kind }) => kind),
      ).toEqual(["mend_names", "certify"]);
    expect(dueOn(today, { ...closed, countedBy: "numbers" })).toEqual([]);
  });
  it("never asks for a decision in a course that is over or whose dates are not known", () => {
    const day = fc.option(fc.integer({ min: -40, max: 40 }).map((n) => addDays(today, n)));
    fc.assert(
      fc.property(
        fc.constantFrom(...courseStates),
        day,
        day,
        fc.nat(9),
        (state, startsOn, endsOn, toDecide) => {
          const due = dueOn(today, course({ state, startsOn, endsOn, toDecide }));
          if (!due.some((d) => d.kind === "decide")) return;
          expect(toDecide).toBeGreaterThan(0);
          expect(["open", "running"]).toContain(state);
          expect(startsOn).not.toBeNull();
          expect(endsOn! >= today).toBe(true);
        },
      ),
    );
  });
  it("begins with the end of one's own workshop, also before rolls of other courses", () => {
    const course = { id: 1, title: { own: "en", en: "" } as const };
    const own = { kind: "close", days: 0, own: true, course } as const;
    expect(urgency(own)).toBeLessThan(urgency({ kind: "roll" }));
    expect(urgency({ kind: "close", days: 0 })).toBeGreaterThan(urgency({ kind: "roll" }));
  });
  it("comes in the order of urgency: rolls, what is late, decisions by their start, certificates, drafts", () => {
    const items = [
      { kind: "draft" },
      { kind: "certify" },
      { kind: "decide", count: 1, days: 12 },
      { kind: "decide", count: 1, days: -3 },
      { kind: "close", days: 1 },
      { kind: "roll" },
    ] as const;
    expect(items.toSorted((a, b) => urgency(a) - urgency(b)).map((i) => i.kind)).toEqual([
      "roll",
      "close",
      "decide",
      "certify",
      "decide",
      "draft",
    ]);
    expect(urgency(items[3])).toBeLessThan(urgency(items[2]));
  });
});

describe("the sessions of the coming week", () => {
  it("stand together by day and course, in the order in which they come", () => {
    const session = (id: number, day: string, courseId: number) => ({ id, day, courseId });
    const groups = byDayAndCourse([
      session(1, "2027-01-12", 7),
      session(2, "2027-01-12", 8),
      session(3, "2027-01-12", 7),
      session(4, "2027-01-13", 7),
    ]);
    expect(groups.map((group) => group.map(({ id }) => id))).toEqual([[1, 3], [2], [4]]);
    expect(byDayAndCourse([])).toEqual([]);
  });
  it("stand in the order of the hours in the calendar, though two courses take turns", () => {
    const turns = inTurn([7, 7, 8, 7].map((courseId, nth) => ({ id: nth, courseId })));
    expect(turns.map((turn) => turn.map(({ id }) => id))).toEqual([[0, 1], [2], [3]]);
    expect(inTurn([])).toEqual([]);
  });
});

describe("the coming days by hour", () => {
  const session = (day: string, startsAt: string, endsAt: string, courseId = 7) => ({
    day,
    startsAt,
    endsAt,
    courseId,
  });

  it("are a lane for each course on each day, and days without sessions stand together", () => {
    const { lanes, begins, ends } = lanesOf(
      [
        session("2027-01-12", "09:30", "11:00"),
        session("2027-01-12", "13:00", "16:15"),
        session("2027-01-12", "10:00", "12:00", 8),
        session("2027-01-15", "09:00", "10:00"),
      ],
      "2027-01-11",
    );
    expect(
      lanes.map((lane) => (lane.kind === "free" ? [lane.from, lane.to] : [lane.day, lane.courseId])),
    ).toEqual([
      ["2027-01-11", "2027-01-11"],
      ["2027-01-12", 7],
      ["2027-01-12", 8],
      ["2027-01-13", "2027-01-14"],
      ["2027-01-15", 7],
    ]);
    expect([begins, ends]).toEqual([9, 17]);
  });

  it("draw what is held at one time below each other, and what crosses midnight until then", () => {
    const [lane] = lanesOf(
      [
        session("2027-01-12", "20:00", "22:00"),
        session("2027-01-12", "21:00", "01:00"),
        session("2027-01-12", "22:00", "23:00"),
      ],
      "2027-01-12",
    ).lanes;
    expect(lane).toMatchObject({
      tracks: 2,
      bars: [{ track: 0 }, { track: 1, to: 1440 }, { track: 0, from: 1320 }],
    });
  });

  it("show some hours also around one short session, within the day", () => {
    const hours = (startsAt: string, endsAt: string) => {
      const { begins, ends } = lanesOf([session("2027-01-12", startsAt, endsAt)], "2027-01-12");
      return [begins, ends];
    };
    expect(hours("09:00", "10:00")).toEqual([9, 15]);
    expect(hours("22:00", "23:30")).toEqual([18, 24]);
  });
});

describe("the seven weeks that are drawn", () => {
  it("begin on the Sunday on or before a day, and hold it", () => {
    expect(weeksFrom("2026-11-25")).toEqual({
      first: "2026-11-22",
      weeks: [
        "2026-11-22",
        "2026-11-29",
        "2026-12-06",
        "2026-12-13",
        "2026-12-20",
        "2026-12-27",
        "2027-01-03",
      ],
      until: "2027-01-09",
    });
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), (n) => {
        const day = addDays(today, n);
        const { first, until } = weeksFrom(day);
        expect(first <= day && day <= addDays(first, 6)).toBe(true);
        expect(until).toBe(addDays(first, 48));
      }),
    );
  });
});

describe("what should have been done by now", () => {
  it("comes before what has time", () => {
    const course = { id: 1, title: { own: "en", en: "A course" } } as const;
    expect(isLate({ kind: "close", days: 2, course })).toBe(true);
    expect(isLate({ kind: "tell", count: 2, course })).toBe(true);
    expect(isLate({ kind: "decide", count: 2, days: 0, course })).toBe(false);
    expect(isLate({ kind: "draft", course })).toBe(false);
  });
});

describe("the sessions of the coming days", () => {
  it("are all of today's, over or not, and none of yesterday's, by the day where each takes place", () => {
    const now = Date.parse("2026-11-25T22:30:00Z");
    const at = (day: string, zone: string) => ({ day, zone });
    const sessions = [
      at("2026-11-24", "Africa/Abidjan"),
      at("2026-11-25", "Africa/Abidjan"),
      at("2026-11-25", "Asia/Amman"),
      at("2026-11-26", "Asia/Amman"),
    ];
    expect(fromTodayOn(sessions, now)).toEqual([sessions[1], sessions[3]]);
  });
});

describe("the roll that comes first today", () => {
  const past = { startInstant: 0, endInstant: 90, rollMissing: true };
  const runs = { startInstant: 100, endInstant: 190 };
  const later = { startInstant: 200, endInstant: 290 };
  it("is that of the session which goes on, also where one before lacks its own", () => {
    expect(rollFirst([past, runs, later], 120)).toBe(runs);
  });
  it("is the first that is still to be taken between two sessions, and none where all are", () => {
    expect(rollFirst([past, runs, later], 195)).toBe(past);
    expect(rollFirst([runs, later], 95)).toBeNull();
  });
});
