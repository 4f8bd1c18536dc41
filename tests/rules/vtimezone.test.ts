import ICAL from "ical.js";
import { afterEach, describe, expect, it } from "vitest";
import { type CalendarEntry, calendarFile } from "../../lib/calendar/calendar";
import { instantOf, timeAt } from "../../lib/time/zone";

/** A session on a day, as a calendar has it. */
const session = (zone: string, day: string, startsAt = "09:00", endsAt = "15:30"): CalendarEntry => ({
  id: `${zone} ${day} ${startsAt}`,
  sequence: 0,
  lastModified: 0,
  status: "planned",
  summary: "Session",
  location: "",
  description: null,
  url: null,
  day,
  startsAt,
  endsAt,
  zone,
});

/** The instants that a reader of calendars finds in a file which it knows no zone of but by what the file says. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return new Map(
    calendar.getAllSubcomponents("vevent").map((event) => {
      const { uid, startDate, endDate } = new ICAL.Event(event);
      return [uid, [startDate.toJSDate().getTime(), endDate.toJSDate().getTime()]] as const;
    }),
  );
}

const at = (utc: string) => Date.parse(`${utc}:00Z`);

afterEach(() => ICAL.TimezoneService.reset());

describe("a calendar file says the clocks of its zones itself", () => {
  /** Zone, day, hours, and the instants at which that was or will be. */
  const known: [zone: string, day: string, startsAt: string, endsAt: string, from: string, to: string][] = [
    // Lebanon put its change off by decree in March 2023 and then made it within days: the data say the 26th.
    ["Asia/Beirut", "2023-03-25", "09:00", "15:30", "2023-03-25T07:00", "2023-03-25T13:30"],
    ["Asia/Beirut", "2023-03-27", "09:00", "15:30", "2023-03-27T06:00", "2023-03-27T12:30"],
    // Palestine began its summer time after Ramadan: on 29 April 2023, on 20 April 2024.
    ["Asia/Hebron", "2023-04-27", "09:00", "15:30", "2023-04-27T07:00", "2023-04-27T13:30"],
    ["Asia/Hebron", "2023-04-30", "09:00", "15:30", "2023-04-30T06:00", "2023-04-30T12:30"],
    ["Asia/Gaza", "2024-04-18", "09:00", "15:30", "2024-04-18T07:00", "2024-04-18T13:30"],
    ["Asia/Gaza", "2024-04-21", "09:00", "15:30", "2024-04-21T06:00", "2024-04-21T12:30"],
    // Jordan stayed on summer time in October 2022, and for good.
    ["Asia/Amman", "2022-01-20", "09:00", "15:30", "2022-01-20T07:00", "2022-01-20T13:30"],
    ["Asia/Amman", "2022-11-20", "09:00", "15:30", "2022-11-20T06:00", "2022-11-20T12:30"],
    ["Asia/Amman", "2027-01-20", "09:00", "15:30", "2027-01-20T06:00", "2027-01-20T12:30"],
    // Over a change of clocks: an hour longer than they show, and an hour shorter.
    ["Asia/Gaza", "2023-10-28", "00:30", "04:00", "2023-10-27T21:30", "2023-10-28T02:00"],
    ["Asia/Hebron", "2023-04-29", "01:00", "04:00", "2023-04-28T23:00", "2023-04-29T01:00"],
    ["Africa/Lubumbashi", "2027-05-04", "08:00", "12:00", "2027-05-04T06:00", "2027-05-04T10:00"],
    ["Africa/Kinshasa", "2027-05-04", "08:00", "12:00", "2027-05-04T07:00", "2027-05-04T11:00"],
    ["Africa/Nairobi", "2027-05-04", "08:00", "12:00", "2027-05-04T05:00", "2027-05-04T09:00"],
    ["Asia/Bishkek", "2027-05-04", "08:00", "12:00", "2027-05-04T02:00", "2027-05-04T06:00"],
    ["Africa/Casablanca", "2026-03-10", "08:00", "12:00", "2026-03-10T08:00", "2026-03-10T12:00"],
    ["Africa/Casablanca", "2026-04-10", "08:00", "12:00", "2026-04-10T07:00", "2026-04-10T11:00"],
  ];
  const entries = known.map(([zone, day, from, to]) => session(zone, day, from, to));
  it("so that a reader without data of its own finds each instant, with one file a zone and with all in one", () => {
    const together = read(calendarFile("All", entries));
    for (const [i, [zone, day, , , from, to]] of known.entries()) {
      const { id } = entries[i]!;
      expect(together.get(id), id).toEqual([at(from), at(to)]);
      expect(read(calendarFile(zone, [entries[i]!])).get(id), id).toEqual([at(from), at(to)]);
      expect(instantOf(day, entries[i]!.startsAt, zone), id).toBe(at(from));
    }
  });
  it("for every hour of the days around each change", () => {
    for (const [zone, days] of [
      ["Asia/Beirut", ["2023-03-25", "2023-03-26", "2023-10-28", "2023-10-29"]],
      ["Asia/Gaza", ["2023-04-28", "2023-04-29", "2023-10-27", "2023-10-28", "2024-04-19", "2024-04-20"]],
      ["Asia/Amman", ["2022-02-24", "2022-02-25", "2022-10-27", "2022-10-28", "2022-10-29"]],
    ] as const) {
      const hours = days.flatMap((day) =>
        Array.from({ length: 23 }, (_, hour) => {
          const from = String(hour).padStart(2, "0");
          return session(zone, day, `${from}:00`, `${from}:30`);
        }),
      );
      // An hour that the clocks leave out is written as the one that they show then.
      const found = read(calendarFile(zone, hours));
      for (const { id, day, startsAt } of hours) {
        const first = instantOf(day, startsAt, zone);
        // An hour that comes twice is its first one (RFC 5545, 3.3.5); this reader takes the second.
        if (timeAt(first + 3_600_000, zone) === startsAt) continue;
        expect(found.get(id)?.[0], id).toBe(first);
      }
    }
  });
  it("without a name of a zone that people could take for another place", () => {
    const file = calendarFile("Lubumbashi", [session("Africa/Lubumbashi", "2027-05-04")]);
    expect(file).toContain("DTSTART;TZID=Africa/Lubumbashi:20270504T090000");
    expect(file).not.toContain("Maputo");
    expect(file).toMatch(/REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\nBEGIN:VTIMEZONE/);
  });
});
