import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { presenceByDay } from "../../lib/attendance/rules/presence";
import { dayOfCourse, daysOfCourse, lifeOf, stageNow } from "../../lib/courses/progress";

const session = (id: number, day: string, more = {}) => ({
  id,
  day,
  minutes: 60,
  startInstant: id * 1000 - 500,
  endInstant: id * 1000,
  entries: 10,
  gaps: 0,
  ...more,
});

describe("presence by day", () => {
  it("is the share of planned minutes that were attended on all sessions of the day", () => {
    const days = presenceByDay(
      [session(1, "2026-11-22"), session(2, "2026-11-22", { minutes: 120 })],
      new Map([
        [1, 600],
        [2, 900],
      ]),
      9_999,
    );
    expect(days).toMatchObject([{ day: "2026-11-22", present: 83, unmarked: 0, due: false }]);
  });
  it("is not known where no roll says anything, and due once the session is over", () => {
    const none = { entries: 0, gaps: 10 };
    const days = (now: number) =>
      presenceByDay([session(1, "2026-11-22", none), session(5, "2026-11-23", none)], new Map(), now);
    expect(days(3000).map(({ present, due }) => [present, due])).toEqual([
      [null, true],
      [null, false],
    ]);
  });
  it("is due where somebody is missing on the roll of a session that is over", () => {
    expect(presenceByDay([session(1, "2026-11-22", { gaps: 1 })], new Map([[1, 600]]), 2000)).toMatchObject([
      { day: "2026-11-22", present: 100, due: true },
    ]);
  });
  it("says nothing by what is marked ahead, and of how many somebody is marked in what has begun", () => {
    const one = session(5, "2026-11-22", { entries: 1, gaps: 39 });
    const by = (now: number) => presenceByDay([one], new Map([[5, 60]]), now)[0];
    expect(by(4000)).toMatchObject({ present: null, marks: { set: 0, of: 0 }, due: false });
    expect(by(4600)).toMatchObject({ present: 100, unmarked: 98, marks: { set: 1, of: 40 }, due: false });
  });
  it("has each day once, in order, and stays within 0 and 100", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            day: fc.integer({ min: 1, max: 9 }).map((n) => `2026-11-0${n}`),
            entries: fc.nat(40),
            share: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
        ),
        (rows) => {
          const sessions = rows.map(({ day, entries }, id) => session(id, day, { entries }));
          const attended = new Map(rows.map(({ entries, share }, id) => [id, 60 * entries * share]));
          const days = presenceByDay(sessions, attended, Number.POSITIVE_INFINITY);
          expect(days.map(({ day }) => day)).toEqual([...new Set(rows.map(({ day }) => day))].sort());
          for (const { present } of days) {
            expect(present ?? 0).toBeGreaterThanOrEqual(0);
            expect(present ?? 0).toBeLessThanOrEqual(100);
          }
        },
      ),
    );
  });
});

describe("where a course is in its life", () => {
  const none = { issued: 0, ready: 0 };
  it("follows its state, and ends with its certificates", () => {
    expect(stageNow("draft", none)).toBe("planned");
    expect(stageNow("open", none)).toBe("registration");
    expect(stageNow("running", none)).toBe("running");
    expect(stageNow("closed", none)).toBe("certificates");
    expect(stageNow("closed", { issued: 3, ready: 2 })).toBe("certificates");
    expect(stageNow("closed", { issued: 3, ready: 0 })).toBeNull();
  });
  it("has no registration behind or before it that would be open while a workshop awaits approval", () => {
    expect(lifeOf({ state: "open", approvedAt: 1 }, none)).toMatchObject({ registration: "here" });
    const waits = { planned: "here", registration: "toCome", running: "toCome" };
    expect(lifeOf({ state: "open", approvedAt: null }, none)).toMatchObject(waits);
    const begun = { planned: "done", registration: "toCome", running: "here" };
    expect(lifeOf({ state: "running", approvedAt: null }, none)).toMatchObject(begun);
  });
  it("counts the days on which there are sessions", () => {
    const days = ["2026-11-22", "2026-11-22", "2026-11-23", "2026-11-26"];
    const span = { startsOn: "2026-11-22", endsOn: "2026-11-26" };
    expect(dayOfCourse(days, "2026-11-21", span)).toBeNull();
    expect(dayOfCourse(days, "2026-11-23", span)).toEqual({ day: 2, of: 3 });
    expect(dayOfCourse(days, "2026-11-25", span)).toEqual({ day: 2, of: 3 });
    expect(dayOfCourse(days, "2026-12-01", span)).toEqual({ day: 3, of: 3 });
    expect(daysOfCourse(days, span)).toHaveLength(3);
    expect(daysOfCourse([], span)).toHaveLength(5);
  });
  it("counts all its days where it has no sessions yet", () => {
    const span = { startsOn: "2026-11-29", endsOn: "2026-12-02" };
    expect(dayOfCourse([], "2026-11-28", span)).toBeNull();
    expect(dayOfCourse([], "2026-12-01", span)).toEqual({ day: 3, of: 4 });
    expect(dayOfCourse([], "2026-12-01", { startsOn: null, endsOn: null })).toBeNull();
  });
});
