import { describe, expect, it } from "vitest";
import { addDays, weekday } from "../../lib/time/civil";
import { clashAt, isSoft } from "../../lib/timetable/rules/carry";

const first = "2027-01-10";

describe("what a session meets where it is carried", () => {
  const at = (
    id: number,
    startsAt: string,
    endsAt: string,
    of: [group: number | null, trainer: number, room: number],
  ) => ({
    ...{ id, day: first, startsAt, endsAt, groupId: of[0], roomId: of[2] },
    kind: "module" as const,
    trainers: [{ id: of[1] }],
    asked: [{ id: 9 }],
  });
  const all = [
    at(1, "09:00", "10:00", [1, 7, 3]),
    at(2, "10:00", "11:00", [2, 7, 4]),
    at(3, "11:00", "12:00", [2, 8, 3]),
    at(4, "12:00", "13:00", [null, 8, 4]),
    at(5, "13:00", "14:00", [2, 8, 4]),
  ];
  const taken = [
    { trainerId: 7, roomId: null, day: first, startsAt: "14:00", endsAt: "15:00" },
    { trainerId: null, roomId: 3, day: first, startsAt: "15:00", endsAt: "16:00" },
  ];
  const weekly = { kind: "weekly" as const, weekday: weekday(first), startsAt: "13:00", endsAt: "18:00" };
  const elsewhere = {
    taken,
    away: [
      { trainerId: 8, time: weekly },
      { trainerId: 9, time: { ...weekly, startsAt: "16:00" } },
    ],
    breaks: {
      ...{ startsAt: "08:00", endsAt: "18:00", breakFrom: "13:00", breakMinutes: 30 },
      ...{ prayerFrom: "16:00", prayerMinutes: 20 },
    },
  };
  const met = (startsAt: string, endsAt: string) => {
    const clash = clashAt({ day: first, startsAt, endsAt }, 1, all, elsewhere);
    if (clash?.kind === "away") return [clash.kind, clash.trainerId];
    if (clash && !("other" in clash)) return [clash.kind];
    return clash && [clash.kind, "id" in clash.other ? clash.other.id : clash.other.startsAt];
  };
  it("is its trainer or its room in a session of any group or course, then a session of its people", () => {
    expect(met("09:00", "10:00")).toBeNull();
    expect(met("10:15", "11:15")).toEqual(["trainer", 2]);
    expect(met("11:15", "12:15")).toEqual(["room", 3]);
    expect(met("12:15", "12:45")).toEqual(["sameTime", 4]);
    expect(met("13:30", "14:00")).toBeNull();
    expect(met("14:30", "15:30")).toEqual(["trainer", "14:00"]);
    expect(met("15:00", "15:15")).toEqual(["room", "15:00"]);
    // Whoever is asked for it is away; the trainer of another session does not matter.
    expect(met("16:30", "17:30")).toEqual(["away", 9]);
    expect(
      clashAt({ day: addDays(first, 1), startsAt: "10:00", endsAt: "11:00" }, 1, all, elsewhere),
    ).toBeNull();
  });
  it("is the lunch or the prayer where nothing else is in its way, and only told", () => {
    expect(met("13:15", "14:00")).toEqual(["lunch"]);
    expect(met("16:00", "16:15")).toEqual(["away", 9]);
    const place = { day: addDays(first, 1), startsAt: "15:45", endsAt: "16:15" };
    const clash = clashAt(place, 1, all, { ...elsewhere, away: [] });
    expect(clash).toEqual({ kind: "prayer" });
    expect(isSoft(clash!)).toBe(true);
    expect(isSoft({ kind: "sameTime", other: all[1]! })).toBe(false);
  });
});
