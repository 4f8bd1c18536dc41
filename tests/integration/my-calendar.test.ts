import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { awaitsApproval } from "../../lib/courses/rules";
import { eventsIn } from "../../lib/feeds/queries";
import { ownTeaching } from "../../lib/timetable/queries";
import { monthAndNext, withAsked } from "../../lib/timetable/rules/mine";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { now, opened, world } from "../support/world";

freshDatabase();
const w = world();
const mine = as(w.trainer, now);
const days = (from: string, to: string) => ownTeaching(mine, gate.self(mine), from, to);

describe("a trainer's calendar", () => {
  it("has all that they teach, over all programmes, with where they are on the days next to it", () => {
    const trainerIds = [String(w.trainerIds[0])];
    opened(w, { startsOn: "2027-05-03", endsOn: "2027-05-04", trainerIds });
    const there = { venueId: "", placeEn: "Aqaba", placeAr: "العقبة" };
    const { courseId } = opened(w, { startsOn: "2027-05-05", endsOn: "2027-05-06", trainerIds, ...there });
    // Of another programme, which is not theirs to open.
    sqlite().prepare("UPDATE courses SET programme_id = ? WHERE id = ?").run(w.otherId, courseId);
    const found = days("2027-05-01", "2027-05-31");
    expect(found.map(({ day }) => day)).toEqual(["2027-05-03", "2027-05-04", "2027-05-05", "2027-05-06"]);
    const places = (of: readonly { place: { en?: string } }[]) => of.map(({ place }) => place.en);
    expect(found.map(({ before, after }) => [places(before), places(after)])).toEqual([
      [[], []],
      [[], ["Aqaba"]],
      [["Irbid"], []],
      [[], []],
    ]);
    expect(found.flatMap((of) => of.sessions).some((s) => s.courseId === courseId && !s.opens)).toBe(true);
    // The day before the span still says where they come from.
    expect(places(days("2027-05-05", "2027-05-05")[0]!.before)).toEqual(["Irbid"]);
    // What they are asked for stands on its day, also where they teach nothing then.
    const asked = [{ day: "2027-05-04" }, { day: "2027-05-02" }];
    expect(
      withAsked(found, asked).map(({ day, teaches, asked }) => [day.slice(8), !!teaches, asked.length]),
    ).toEqual([
      ["02", false, 1],
      ["03", true, 0],
      ["04", true, 1],
      ["05", true, 0],
      ["06", true, 0],
    ]);
    sqlite().prepare("UPDATE courses SET state = 'cancelled', state_reason = 'x' WHERE id = ?").run(courseId);
    expect(days("2027-05-01", "2027-05-31")).toHaveLength(2);
  });

  it("goes on beyond the end of the present month to what comes next, and of another month has that alone", () => {
    expect(monthAndNext("2026-11-01", "2026-11-28")).toEqual({ from: "2026-11-01", to: "2026-12-12" });
    expect(monthAndNext("2026-11-01", "2026-11-03")).toEqual({ from: "2026-11-01", to: "2026-11-30" });
    expect(monthAndNext("2026-12-01", "2026-11-28")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
  });

  it("has a workshop that awaits approval as one that is not certain yet, here and in the feed", () => {
    const { courseId } = opened(w, {
      startsOn: "2027-06-07",
      endsOn: "2027-06-07",
      trainerIds: [String(w.trainerIds[0])],
    });
    const states = () => {
      const events = eventsIn(mine, { feed: "mine", self: gate.self(mine) });
      return new Set(events.flatMap(({ course, state }) => (course?.id === courseId ? state : [])));
    };
    const awaited = () =>
      days("2027-06-07", "2027-06-07")[0]!.sessions.map(({ course }) => awaitsApproval(course));
    expect([...states()]).toEqual(["planned"]);
    expect(awaited()).not.toContain(true);
    sqlite().prepare("UPDATE courses SET approved_at = NULL WHERE id = ?").run(courseId);
    expect([...states()]).toEqual(["tentative"]);
    expect(awaited()).not.toContain(false);
  });
});
