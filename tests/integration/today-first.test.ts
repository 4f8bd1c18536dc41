import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { setCourseState } from "../../lib/courses/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { todayFor } from "../support/desk";
import { opened, registered, value, world } from "../support/world";

freshDatabase();
const w = world();

describe("the first page of whoever only teaches", () => {
  it("has the sessions of today on top, and below the rolls of other days alone", async () => {
    const { courseId, slug } = opened(w);
    value(await registered(slug));
    const start = { courseId, from: "open", to: "running", reason: null } as const;
    value(setCourseState(as(w.coordinator, Date.parse("2027-02-07T06:00:00Z")), start));
    const now = Date.parse("2027-02-08T20:00:00Z");
    const ofDay = (day: string) =>
      sqlite()
        .prepare("SELECT id FROM sessions WHERE course_id = ? AND day = ? ORDER BY start_instant")
        .pluck()
        .all(courseId, day);
    const rolls = (found: ReturnType<typeof todayFor>) =>
      found.awaits.flatMap((item) => (item.kind === "roll" ? item.sessions.map(({ id }) => id) : []));
    const teaches = todayFor(as(w.trainer, now), "2027-02-08");
    expect(teaches.ofToday.map(({ id }) => id)).toEqual(ofDay("2027-02-08"));
    expect(rolls(teaches)).toEqual(ofDay("2027-02-07"));
    expect(teaches.inAll).toBe(teaches.awaits.length);
    // Who coordinates decides first: all rolls are among what awaits them.
    const coordinates = todayFor(as(w.coordinator, now), "2027-02-08");
    expect(coordinates.ofToday).toEqual([]);
    expect(rolls(coordinates)).toEqual([...ofDay("2027-02-07"), ...ofDay("2027-02-08")]);
  });
});
