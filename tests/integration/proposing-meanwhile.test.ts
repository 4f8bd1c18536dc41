import { expect, it, vi } from "vitest";
import { sqlite } from "../../db/client";
import { proposeSessions } from "../../lib/timetable/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { hours, timetables, year } from "../support/timetables";
import { fault, now, value, world } from "../support/world";

/** What somebody else does once a proposal was reckoned, and whether others had to wait while it was. */
const beside = vi.hoisted(() => ({ meanwhile: null as (() => void) | null, alone: [] as boolean[] }));
vi.mock("../../lib/timetable/rules/propose", async (original) => {
  const rules = await original<typeof import("../../lib/timetable/rules/propose")>();
  return {
    ...rules,
    proposeTimetable: (...of: Parameters<typeof rules.proposeTimetable>) => {
      const proposed = rules.proposeTimetable(...of);
      const { meanwhile } = beside;
      beside.meanwhile = null;
      beside.alone.push(sqlite().inTransaction);
      meanwhile?.();
      return proposed;
    },
  };
});

freshDatabase();
const w = world();
const { sessionsOf, word, timetable, save } = timetables(w);
const propose = (courseId: number, foreseen?: string) =>
  proposeSessions(as(w.coordinator, now), { courseId, ...hours, foreseen });
/** A session that somebody else puts into the hours of a proposal while it is reckoned. */
const puts = (courseId: number) => {
  const [first] = sessionsOf(courseId);
  beside.meanwhile = () =>
    value(save(courseId, { day: first!.day, startsAt: "15:30", endsAt: "17:00", trainerIds: [] }));
};

it("a proposal is reckoned once, while others may write", () => {
  const courseId = timetable();
  beside.alone.length = 0;
  value(propose(courseId, word(courseId)));
  expect(beside.alone).toEqual([false]);
});

it("what somebody else changes while a proposal is reckoned is not overwritten: the page is out of date", () => {
  const courseId = timetable();
  const seen = word(courseId);
  puts(courseId);
  expect(fault(propose(courseId, seen)).code).toBe("timetableChanged");
  expect(sessionsOf(courseId).filter((s) => s.title === "A visit")).toHaveLength(1);
});

it("without a page that showed it, what somebody else put in meanwhile stays, and the proposal goes around it", () => {
  const courseId = timetable();
  puts(courseId);
  beside.alone.length = 0;
  const later = value(proposeSessions(as(w.coordinator, now), { courseId, ...hours, endsAt: "18:00" }));
  expect(later).toMatchObject({ stayed: 1 });
  expect(beside.alone).toEqual([false, true]);
  const list = sessionsOf(courseId);
  expect(list.filter((s) => s.title === "A visit")).toHaveLength(1);
  for (const [nth, s] of list.entries())
    expect(list[nth + 1] === undefined || s.endInstant <= list[nth + 1]!.startInstant).toBe(true);
});

it("a holiday that comes meanwhile is no day of the proposal", () => {
  const courseId = timetable();
  const { country, day } = sqlite()
    .prepare(
      "SELECT c.country, s.day FROM courses c JOIN sessions s ON s.course_id = c.id WHERE c.id = ? ORDER BY s.start_instant DESC LIMIT 1",
    )
    .get(courseId) as { country: string; day: string };
  expect(day.startsWith(String(year))).toBe(true);
  beside.meanwhile = () =>
    sqlite()
      .prepare("INSERT INTO holidays (country, day, name) VALUES (?, ?, ?)")
      .run(country, day, JSON.stringify({ own: "en", en: "A day off" }));
  value(propose(courseId, word(courseId)));
  expect(sessionsOf(courseId).map((s) => s.day)).not.toContain(day);
});
