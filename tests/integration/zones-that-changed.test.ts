import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { system } from "../../lib/access/table";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import { renewTimes, saveSession } from "../../lib/timetable/commands";
import { takenElsewhere } from "../../lib/timetable/queries";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { posted } from "../support/posted";
import { timetableGuards, withoutGuards } from "../support/timetableGuards";
import { opened, planned, registered, value, world } from "../support/world";

/**
 * The file as a process with an older table of zones left it: one that has Lebanon's clocks go ahead later than is known
 * now, as where a government changes its mind after courses were planned.
 */
freshDatabase();
const w = world();
const hour = 3_600_000;

const session = (courseId: number, day: string, startsAt: string, endsAt: string) =>
  value(
    saveSession(
      as(w.coordinator),
      sessionSchema.parse({
        courseId,
        kind: "other",
        title: "Visit",
        day,
        startsAt,
        endsAt,
        trainerIds: [w.trainerIds[0]],
      }),
    ),
  ).sessionId;
const instants = (id: number) =>
  sqlite().prepare("SELECT start_instant, end_instant FROM sessions WHERE id = ?").raw().get(id) as number[];
const version = (id: number) => sqlite().prepare("SELECT version FROM sessions WHERE id = ?").pluck().get(id);
const guardsNow = () => timetableGuards().sort((a, b) => a.name.localeCompare(b.name));
const civil = () =>
  sqlite().prepare("SELECT id, day, starts_at, ends_at, zone, minutes FROM sessions ORDER BY id").all();

describe("where the rules of a zone change after a course was planned", () => {
  it("what was agreed on stays, instants follow once, and two sessions that meet are shown and not refused", async () => {
    const days = { startsOn: "2027-03-28", endsOn: "2027-04-02" };
    const { courseId, slug } = opened(w, { ...days, zone: "Asia/Beirut" });
    sqlite().prepare("DELETE FROM sessions WHERE course_id = ?").run(courseId);
    const other = planned(w, days).courseId;
    const gone = session(courseId, "2027-03-28", "08:00", "09:00");
    const taken = session(courseId, "2027-03-29", "08:00", "09:00");
    const first = session(courseId, "2027-03-29", "10:00", "12:00");
    const second = session(courseId, "2027-03-29", "12:00", "14:00");
    const beirut = [gone, taken, first, second];
    const known = new Map(beirut.map((id) => [id, instants(id)]));
    expect(renewTimes(as(system), "older")).toEqual({ before: null, sessions: 0, courses: 0, clashes: 0 });
    withoutGuards(() =>
      sqlite().exec(
        `UPDATE sessions SET start_instant = start_instant + ${hour}, end_instant = end_instant + ${hour} WHERE course_id = ${courseId}`,
      ),
    );
    // By that table ten in Beirut is eleven in Irbid, so the trainer is free there for an hour before.
    const inIrbid = session(other, "2027-03-29", "10:00", "11:00");
    const { token } = value(await registered(slug));
    const registrationId = sqlite()
      .prepare("SELECT id FROM registrations WHERE token = ?")
      .pluck()
      .get(token);
    sqlite().prepare("UPDATE courses SET state = 'running' WHERE id = ?").run(courseId);
    const marked = {
      sessionId: String(taken),
      reason: "Early",
      [`marks.${registrationId}.state`]: "present",
    };
    value(takeRoll(as(w.coordinator), rollSchema.parse(posted(marked))));

    const agreed = civil();
    const guards = guardsNow();
    const before = new Map(beirut.map((id) => [id, version(id) as number]));
    // The session of the 28th has begun.
    const at = Date.parse("2027-03-28T08:00:00Z");
    expect(renewTimes(as(system, at), "newer")).toEqual({
      before: "older",
      sessions: 2,
      courses: 1,
      clashes: 1,
    });
    expect(civil()).toEqual(agreed);
    for (const id of [first, second]) {
      expect(instants(id)).toEqual(known.get(id));
      expect(version(id)).toBe(before.get(id)! + 1);
    }
    for (const id of [gone, taken])
      expect(instants(id)).toEqual(known.get(id)!.map((instant) => instant + hour));
    const shown = (of: number) => {
      const cx = as(w.coordinator, at);
      return [...takenElsewhere(cx, gate.course(cx, "timetable.edit", of), courseSessions(cx, of)).keys()];
    };
    expect([shown(courseId), shown(other)]).toEqual([[first], [inIrbid]]);
    expect(guardsNow()).toEqual(guards);
    expect(guards.length).toBeGreaterThan(4);
    // The same data again: nothing is looked at.
    expect(renewTimes(as(system, at), "newer")).toBeNull();
    const log = sqlite()
      .prepare("SELECT detail FROM audit_log WHERE action = 'timetable.times-renewed'")
      .all();
    expect(log).toEqual([{ detail: JSON.stringify({ sessions: 2 }) }]);
  });
});
