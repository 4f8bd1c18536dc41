import { expect, it, vi } from "vitest";
import { start } from "../../app/_server/start";
import { sqlite } from "../../db/client";
import { zoneData } from "../../lib/time/clock";
import { freshDatabase } from "../support/database";
import { withoutGuards } from "../support/timetableGuards";
import { opened, world } from "../support/world";

const logged = vi.hoisted(() => [] as { what: unknown; msg?: string }[]);
vi.mock("../../lib/log/log", async (original) => ({
  ...(await original<object>()),
  log: () => {
    const write = (what: unknown, msg?: string) => logged.push({ what, ...(msg ? { msg } : {}) });
    return { info: write, warn: write, error: write, fatal: write };
  },
}));
// What a process does from time to time is no part of its start.
vi.mock("../../app/_server/background", () => ({ inBackground: () => undefined }));

freshDatabase();
const w = world();
const hour = 3_600_000;

it("makes the instants of sessions anew where other data of time zones made them, once, and says so in the log", () => {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  const { courseId } = opened(w, { startsOn: "2037-02-01", endsOn: "2037-02-05" });
  const instants = () =>
    sqlite()
      .prepare("SELECT start_instant, end_instant FROM sessions WHERE course_id = ? ORDER BY id")
      .raw()
      .all(courseId);
  const known = instants();
  // As a process with an older table of zones left the file.
  withoutGuards(() =>
    sqlite()
      .prepare(
        "UPDATE sessions SET start_instant = start_instant + ?, end_instant = end_instant + ? WHERE course_id = ?",
      )
      .run(hour, hour, courseId),
  );
  sqlite().exec("INSERT OR REPLACE INTO settings (name, value) VALUES ('zoneData', '1999a')");
  const renewed = () => logged.filter(({ msg }) => msg?.startsWith("time zones:")).map(({ what }) => what);
  start();
  expect(instants()).toEqual(known);
  const said = { before: "1999a", now: zoneData(), sessions: known.length, courses: 1, clashes: 0 };
  expect(renewed()).toEqual([said]);
  // With the same data nothing is looked at again.
  start();
  expect(renewed()).toEqual([said]);
  expect(logged.filter(({ msg }) => msg === "ready")).toHaveLength(2);
  vi.useRealTimers();
});
