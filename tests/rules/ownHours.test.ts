import { describe, expect, it } from "vitest";
import { clockIn } from "../../lib/time/clockIn";
import { dayAt, instantOf, timeAt } from "../../lib/time/zone";
import { type TaughtThen, taughtMeanwhile } from "../../lib/timetable/rules/ownHours";

const ramallah = "Asia/Hebron";
const amman = "Asia/Amman";
/** A day of a course in Ramallah in winter, when it is an hour later in Amman. */
const taught = (day: string, ...hours: [string, string][]): TaughtThen => ({
  ...{ day, startsAt: hours[0]![0], endsAt: hours.at(-1)![1] },
  sessions: hours.map(([from, to]) => ({
    startsAt: instantOf(day, from, ramallah),
    endsAt: instantOf(day, to, ramallah),
  })),
});
const day = "2027-01-11";
const planned = (startsAt: string, endsAt: string, zone = amman, from = day) => ({
  ...{ from, to: from, startsAt, endsAt, zone },
});

describe("what a trainer teaches while a workshop of theirs is planned", () => {
  const morning = taught(day, ["09:00", "10:30"], ["13:00", "14:30"]);

  it("meets the hours of the workshop by the clocks of the workshop, not by its own", () => {
    // 14:45 in Jordan is 13:45 in Ramallah.
    expect(taughtMeanwhile([morning], planned("14:45", "18:00"))).toMatchObject([
      { clashes: true, here: { day, startsAt: "10:00", endsAt: "15:30" } },
    ]);
    expect(taughtMeanwhile([morning], planned("15:30", "18:00"))).toMatchObject([{ clashes: false }]);
    // Between two sessions nothing is in the way.
    expect(taughtMeanwhile([morning], planned("11:30", "14:00"))).toMatchObject([{ clashes: false }]);
  });

  it("is said by its own clocks alone where those of the workshop show the same", () => {
    expect(taughtMeanwhile([morning], planned("14:00", "18:00", ramallah))).toMatchObject([
      { clashes: true, here: null },
    ]);
  });

  it("is nothing on other days, and meets no hours that are not typed yet", () => {
    expect(taughtMeanwhile([morning], planned("09:00", "16:00", amman, "2027-01-12"))).toEqual([]);
    expect(taughtMeanwhile([morning], planned("", "16:00"))).toMatchObject([{ clashes: false }]);
  });

  it("is met on the day that it is at the workshop, where that is another one", () => {
    const late = taught(day, ["22:30", "23:45"]);
    expect(taughtMeanwhile([late], planned("00:15", "02:00", amman, "2027-01-12"))).toMatchObject([
      { clashes: true, here: { day, startsAt: "23:30", endsAt: "00:45" } },
    ]);
  });
});

it("clocks of the browser show what those of the calendar do, over the changes of the clocks", () => {
  for (const zone of [ramallah, amman, "Africa/Nairobi", "Asia/Bishkek", "UTC"])
    for (let at = Date.UTC(2027, 0, 1); at < Date.UTC(2028, 0, 1); at += 1_000 * 60 * 60 * 7)
      expect(clockIn(zone)(at)).toEqual({ day: dayAt(at, zone), time: timeAt(at, zone) });
});
