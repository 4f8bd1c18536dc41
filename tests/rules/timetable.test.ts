import { describe, expect, it } from "vitest";
import { daysMoved, dayToShow, hoursToPropose, swapPartners, usualHours } from "../../lib/timetable/rules";

const session = (id: number, day: string, startsAt: string, entries = 0) => ({ id, day, startsAt, entries });

describe("with whom a session can change places", () => {
  it("leaves out what was held and what is at its own time", () => {
    const own = session(1, "2027-01-12", "09:00");
    const all = [
      own,
      session(2, "2027-01-12", "11:00"),
      session(3, "2027-01-13", "09:00"),
      session(4, "2027-01-14", "09:00", 3),
      session(5, "2027-01-12", "09:00"),
    ];
    expect(swapPartners(own, all).map(({ id }) => id)).toEqual([2, 3]);
  });
});

describe("the hours that a proposal begins with", () => {
  const of = (startsAt: string, endsAt: string, placedByHand = false) => ({
    day: "2027-01-12",
    startsAt,
    endsAt,
    placedByHand,
  });
  it("are the usual ones where nothing is proposed yet", () => {
    expect(hoursToPropose([])).toEqual(usualHours);
    expect(hoursToPropose([of("07:00", "08:00", true)])).toEqual(usualHours);
  });
  it("are those of the last proposal, whatever a hand placed beside it", () => {
    expect(hoursToPropose([of("08:30", "12:00"), of("13:00", "16:00"), of("18:00", "19:00", true)])).toEqual({
      startsAt: "08:30",
      endsAt: "16:00",
      breakFrom: "12:00",
      breakMinutes: 60,
    });
  });
  it("take no coffee break for lunch", () => {
    const [coffee, lunch] = [
      [of("09:00", "10:30"), of("10:45", "12:00")],
      [of("13:00", "14:15"), of("14:30", "16:00")],
    ] as const;
    expect(hoursToPropose([...coffee, ...lunch])).toMatchObject({ breakFrom: "12:00", breakMinutes: 60 });
    // A day that ends at noon has a coffee break alone.
    const half = coffee.map((s) => ({ ...s, day: "2027-01-13" }));
    expect(hoursToPropose([...coffee, ...lunch, ...half])).toMatchObject({
      breakFrom: "12:00",
      breakMinutes: 60,
    });
    expect(hoursToPropose(half)).toMatchObject({ endsAt: "12:00", breakMinutes: 0 });
  });
  it("are the usual ones where the gap is longer than a break can be", () => {
    expect(hoursToPropose([of("08:00", "09:00"), of("15:00", "16:00")])).toEqual(usualHours);
  });
});

describe("the days of a timetable that moves", () => {
  it("each go to one day, with the number of their sessions", () => {
    const on = (...days: string[]) => days.map((day) => ({ day }));
    expect(
      daysMoved(on("2027-01-12", "2027-01-12", "2027-01-13"), on("2027-01-19", "2027-01-19", "2027-01-20")),
    ).toEqual([
      { from: "2027-01-12", to: "2027-01-19", sessions: 2 },
      { from: "2027-01-13", to: "2027-01-20", sessions: 1 },
    ]);
  });
});

describe("the day that a sheet is of", () => {
  const days = ["2027-01-12", "2027-01-13"];
  it("is the next one from today on, and the first once all are over", () => {
    expect(dayToShow(days, null, "2027-01-01")).toBe("2027-01-12");
    expect(dayToShow(days, null, "2027-01-13")).toBe("2027-01-13");
    expect(dayToShow(days, null, "2027-02-01")).toBe("2027-01-12");
  });
  it("is the one asked for, and none where there is no such day", () => {
    expect(dayToShow(days, "2027-01-13", "2027-01-01")).toBe("2027-01-13");
    expect(dayToShow(days, "2027-01-14", "2027-01-01")).toBeUndefined();
  });
});
