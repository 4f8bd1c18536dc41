import { describe, expect, it } from "vitest";
import { groundOf } from "../../lib/timetable/rules/ground";
import { makingRoom, placesForCopy } from "../../lib/timetable/rules/rearrange";

describe("a session that comes to a timetable", () => {
  it("puts a copy neither over the lunch and the prayer that were asked for nor after the day, while it has time", () => {
    const at = (day: string, startsAt: string, endsAt: string) => ({ day, startsAt, endsAt });
    const days = ["2027-05-10", "2027-05-11", "2027-05-12"];
    const breaks = { breakFrom: "12:00", breakMinutes: 60, prayerFrom: "15:00", prayerMinutes: 20 };
    const asked = { startsAt: "08:30", endsAt: "16:30", ...breaks };
    const session = at(days[0]!, "08:30", "09:30");
    const all = [
      ...[session, at(days[0]!, "09:30", "12:00"), at(days[0]!, "13:00", "17:30")],
      ...[at(days[1]!, "08:30", "11:30"), at(days[1]!, "13:00", "14:30")],
    ];
    const places = placesForCopy(session, all, days, asked);
    expect(places[0]).toEqual(at(days[1]!, "15:20", "16:20"));
    expect(places.every(({ startsAt, endsAt }) => endsAt <= "12:00" || startsAt >= "13:00")).toBe(true);
    expect(places.findIndex(({ endsAt }) => endsAt > "16:30")).toBe(
      places.filter(({ endsAt }) => endsAt <= "16:30").length,
    );
  });
  it("makes room for what is put in between out of the free time of the day first, and never out of a break", () => {
    const at = (startsAt: string, endsAt: string) => ({ day: "2027-05-13", startsAt, endsAt });
    const asked = {
      ...{ startsAt: "08:30", endsAt: "16:30", breakFrom: "12:00", breakMinutes: 60 },
      ...{ prayerFrom: null, prayerMinutes: 0 },
    };
    const [first, second, third] = [at("08:30", "10:00"), at("10:15", "11:25"), at("13:00", "15:00")];
    const room = (minutes: number, ...later: ReturnType<typeof at>[]) =>
      makingRoom(first, later, minutes, groundOf([first, ...later], asked, 60)).map(({ session, by }) => [
        session.startsAt,
        by,
      ]);
    // Thirty-five minutes before lunch are free: the afternoon stays.
    expect(room(15, second, third)).toEqual([["10:15", 15]]);
    expect(room(50, second, third)).toEqual([
      ["10:15", 50],
      ["13:00", 15],
    ]);
    expect(room(15, at("10:00", "12:00"), third)).toEqual([
      ["10:00", 15],
      ["13:00", 15],
    ]);
  });
});
