import { describe, expect, it } from "vitest";
import { courseStates, isApproved } from "../../lib/courses/rules";
import {
  moveInDoubt,
  recordedAs,
  rollIsOpen,
  startsWithRoll,
  takesWalkIns,
  usualWorkshop,
  workshopDays,
  yearInDoubt,
} from "../../lib/courses/rules/workshops";
import { workshopSchema } from "../../lib/courses/schema";
import { addDays, daysFrom, weekday } from "../../lib/time/civil";
import { proposeTimetable } from "../../lib/timetable/rules/propose";
import { hoursOf, isUntouched } from "../../lib/timetable/rules/sessions";
import { dueOn } from "../../lib/today/rules";

const days = Array.from({ length: 40 }, (_, i) => addDays("2027-02-20", i));

describe("a course that moves", () => {
  it("has its year in doubt unless it is planned years away anyway", () => {
    const today = "2027-02-08";
    expect(moveInDoubt("2037-02-08", "2027-03-01", today)).toBe(true);
    expect(moveInDoubt("2025-02-08", "2027-03-01", today)).toBe(true);
    expect(moveInDoubt("2029-03-08", "2029-03-01", today)).toBe(false);
    expect(moveInDoubt("2039-03-08", "2029-03-01", today)).toBe(true);
    expect(moveInDoubt("2027-03-01", "2029-03-01", today)).toBe(false);
  });
});

describe("a workshop", () => {
  it("with the usual hours has room for a tool of one day, opening included", () => {
    const { blocks, leftOver } = proposeTimetable(
      [{ id: 1, minutes: 360 }],
      ["2027-02-08"],
      usualWorkshop.hours,
    );
    expect(leftOver).toEqual([]);
    expect(blocks[0]).toMatchObject({ startsAt: "09:00", kind: "opening" });
    expect(blocks.at(-1)!.endsAt).toBe("16:00");
  });
  it("has sessions on days that are worked, and on all where none is", () => {
    for (const from of days)
      for (const length of [0, 1, 3, 6])
        for (const weekend of [[5, 6], [6, 7], [7]]) {
          const to = addDays(from, length);
          const chosen = workshopDays(from, to, weekend, new Set([addDays(from, 1)]));
          const worked = daysFrom(from, to).filter(
            (d) => !weekend.includes(weekday(d)) && d !== addDays(from, 1),
          );
          expect(chosen).toEqual(worked.length > 0 ? worked : daysFrom(from, to));
        }
  });
  it("shows the hours that its timetable was proposed with, so that saving them changes nothing", () => {
    for (const minutes of [180, 360, 720, 1440])
      for (const breakMinutes of [0, 30, 60]) {
        const given = { ...usualWorkshop.hours, breakMinutes };
        const { blocks } = proposeTimetable([{ id: 1, minutes }], days.slice(0, 3), given);
        const shown = hoursOf(blocks)!;
        expect(proposeTimetable([{ id: 1, minutes }], days.slice(0, 3), { ...shown }).blocks).toEqual(blocks);
      }
    expect(hoursOf([])).toBeNull();
  });
  it("is recorded as held from the day after its last one", () => {
    expect(recordedAs("2027-02-08", "2027-02-08")).toEqual({ state: "open", enteredAfterwards: false });
    expect(recordedAs("2027-02-08", "2027-02-09")).toEqual({ state: "running", enteredAfterwards: true });
  });
  it("starts by its roll on or after its first day, and no other course does", () => {
    for (const state of courseStates)
      for (const scheduledBy of [null, 7])
        for (const startsOn of [null, "2027-02-07", "2027-02-08", "2027-02-09"]) {
          const course = { state, scheduledBy, startsOn };
          const starts =
            state === "open" && scheduledBy !== null && startsOn !== null && startsOn <= "2027-02-08";
          expect(startsWithRoll(course, "2027-02-08")).toBe(starts);
          expect(rollIsOpen(course, "2027-02-08")).toBe(starts || state === "running" || state === "closed");
          expect(takesWalkIns(course, "2027-02-08")).toBe(starts || state === "running");
        }
  });
  it("has a year in doubt beyond a year, either way", () => {
    expect([-367, -366, 0, 366, 367].map((n) => yearInDoubt(addDays("2027-02-08", n), "2027-02-08"))).toEqual(
      [true, false, false, false, true],
    );
  });
  it("has an untouched timetable until a hand changes one session", () => {
    const made = { placedByHand: false, version: 1, updatedAt: 5 };
    expect(isUntouched([])).toBe(true);
    expect(isUntouched([made, made])).toBe(true);
    for (const change of [{ placedByHand: true }, { version: 2 }, { updatedAt: 6 }])
      expect(isUntouched([made, { ...made, ...change }])).toBe(false);
  });
  it("counts once somebody approved it", () => {
    expect([isApproved({ approvedAt: null }), isApproved({ approvedAt: 0 })]).toEqual([false, true]);
  });
  it("is not asked to be started by its coordinator", () => {
    const open = {
      state: "open",
      zone: "UTC",
      startsOn: "2027-02-08",
      endsOn: "2027-02-08",
      countedBy: "people",
      toDecide: 0,
      toConfirm: 0,
    } as const;
    expect(dueOn("2027-02-08", open)).toEqual([{ kind: "start", days: 0 }]);
    expect(dueOn("2027-02-08", { ...open, scheduled: true })).toEqual([]);
  });
  it("says all that is amiss in its form at once", () => {
    const { error } = workshopSchema.safeParse({
      programmeId: "1",
      ownLanguage: "en",
      startsOn: "2027-02-30",
      startsAt: "9",
      endsAt: "16:00",
      breakFrom: "12:00",
      breakMinutes: "30",
      zone: "Amman",
      country: "JO",
      capacity: "0",
    });
    expect([...new Set(error!.issues.map((i) => i.path[0]))].sort()).toEqual([
      "capacity",
      "languages",
      "moduleIds",
      "place",
      "startsAt",
      "startsOn",
      "zone",
    ]);
  });
});
