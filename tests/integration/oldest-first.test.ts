import { beforeAll, describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { setCourseState } from "../../lib/courses/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { todayFor } from "../support/desk";
import { opened, planned, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
type Found = ReturnType<typeof todayFor>;
const rolls = ({ awaits }: Found) =>
  awaits.flatMap((item) => (item.kind === "roll" ? item.sessions.map(({ id }) => id) : []));
const courses = ({ awaits }: Found, kind: string) =>
  awaits.flatMap((item) => (item.kind === kind && item.kind !== "roll" ? item.course.id : []));

/** Seven courses of one month after the other, under way, of which no roll was ever taken. */
const months = ["01", "02", "03", "04", "05", "06", "07"];
const sessions = () =>
  sqlite()
    .prepare(
      "SELECT s.id, s.day, s.start_instant AS start FROM sessions s JOIN courses c ON c.id = s.course_id WHERE c.state = 'running' ORDER BY s.start_instant",
    )
    .all() as { id: number; day: string; start: number }[];

beforeAll(async () => {
  for (const month of months) {
    const { courseId, slug } = opened(w, { startsOn: `2028-${month}-06`, endsOn: `2028-${month}-10` });
    value(await registered(slug));
    const start = { courseId, from: "open", to: "running", reason: null } as const;
    value(setCourseState(as(w.coordinator, Date.parse(`2028-${month}-06T05:00:00Z`)), start));
  }
});

describe("where more waits than Today names", () => {
  it("names the rolls that wait longest, and says how many more there are", () => {
    const all = sessions();
    const last = all.at(-1)!;
    expect(all.length).toBeGreaterThan(20);
    const found = todayFor(as(w.coordinator, last.start + 86_400_000), last.day);
    expect(rolls(found)).toEqual(all.slice(0, 20).map(({ id }) => id));
    expect(found.inAll).toBeGreaterThan(found.awaits.length);
  });
  it("says of a session of today that its roll is still to be taken, however many wait longer", () => {
    const last = sessions().at(-1)!;
    const now = Date.parse(`${last.day}T20:00:00Z`);
    const { ofToday } = todayFor(as(w.trainer, now), last.day);
    expect(ofToday.map(({ id }) => id)).toContain(last.id);
    expect(ofToday.every(({ rollMissing }) => rollMissing)).toBe(true);
  });
  it("names the courses whose end waits longest first, and the oldest drafts", () => {
    const now = Date.parse("2028-09-01T08:00:00Z");
    const ends = courses(todayFor(as(w.coordinator, now), "2028-09-01"), "close");
    expect(ends).toHaveLength(months.length);
    expect(ends).toEqual([...ends].sort((a, b) => a - b));
    const drafts = Array.from({ length: 27 }, () => planned(w).courseId);
    expect(courses(todayFor(as(w.coordinator, now), "2028-09-01"), "draft")).toEqual(drafts.slice(0, 25));
  });
});
