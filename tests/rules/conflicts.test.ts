import { describe, expect, it } from "vitest";
import { freeTrainers, roomTakenThen, spanOf, wholeSpan } from "../../lib/timetable/rules/conflicts";
import { busyFault, type InTheWay, roomFault } from "../../lib/timetable/rules/named";
import { said } from "../support/posted";

const at = (startsAt: number, endsAt: number) => ({ startsAt, endsAt });

describe("who and what is free", () => {
  it("is whoever does nothing during the span; touching ends are free", () => {
    const engaged = [
      { ...at(10, 20), sessionId: 1, courseId: 1, trainerId: 7 },
      { ...at(20, 30), sessionId: 2, courseId: 1, trainerId: 8 },
    ];
    expect(freeTrainers(at(0, 10), [7, 8], engaged)).toEqual([7, 8]);
    expect(freeTrainers(at(19, 20), [7, 8, 9], engaged)).toEqual([8, 9]);
    expect(freeTrainers(at(19, 21), [7, 8, 9], engaged)).toEqual([9]);
  });
  it("is a room in which only the sessions themselves are; no room is always free", () => {
    const taken = [
      { ...at(10, 20), sessionId: 1, roomId: 4 },
      { ...at(10, 20), sessionId: 2, roomId: 4 },
      { ...at(10, 20), sessionId: 3, roomId: 5 },
    ];
    const found = (roomId: number | null, own: number[]) =>
      roomTakenThen(at(15, 16), roomId, taken, new Set(own)).map((t) => t.sessionId);
    expect(found(4, [])).toEqual([1, 2]);
    expect(found(4, [1])).toEqual([2]);
    expect(found(5, [3])).toEqual([]);
    expect(found(null, [])).toEqual([]);
  });
  it("is asked about from the first instant to the last, in the zone of the course", () => {
    expect(wholeSpan([at(30, 40), at(10, 12), at(11, 35)])).toEqual(at(10, 40));
    expect(wholeSpan([])).toBeNull();
    expect(spanOf({ day: "2027-01-10", startsAt: "09:00", endsAt: "10:30" }, "Asia/Amman")).toEqual(
      at(Date.parse("2027-01-10T06:00:00Z"), Date.parse("2027-01-10T07:30:00Z")),
    );
  });
});

describe("a session that is in the way", () => {
  const rana = { name: "رنا", latinName: "Rana" };
  const other: InTheWay = {
    kind: "module",
    title: null,
    tool: { own: "en", en: "Think.Coop", fr: "Think.Coop en français" },
    module: "M1",
    day: "2027-01-10",
    from: "09:00",
    to: "10:30",
    course: { own: "en", en: "Irbid 2027" },
    city: { own: "en", en: "Amman" },
  };
  it("is named by what it teaches, in each language, with its course", () => {
    const { code, params } = said(busyFault(rana, other));
    expect(code).toBe("trainerBusy");
    expect(params).toMatchObject({
      trainer: { person: rana },
      session: { text: { en: "Think.Coop M1", fr: "Think.Coop en français M1" } },
      course: { text: { en: "Irbid 2027" } },
      city: { text: { en: "Amman" } },
    });
    expect(said(roomFault("Hall", other)).code).toBe("roomBusy");
  });
  it("is told by its hours alone where its course is not the reader's to know", () => {
    const hidden = { ...other, course: null };
    const { code, params } = said(busyFault(rana, hidden));
    expect(code).toBe("trainerBusyElsewhere");
    expect(Object.keys(params).sort()).toEqual(["city", "times", "trainer", "weekday"]);
    expect(said(roomFault("Hall", hidden)).code).toBe("roomBusyElsewhere");
  });
});
