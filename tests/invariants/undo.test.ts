import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import type { Viewer } from "../../lib/access/table";
import { system } from "../../lib/access/table";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import type { Result } from "../../lib/result";
import * as commands from "../../lib/timetable/commands";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { posted } from "../support/posted";
import { runs } from "../support/runs";
import { changeOf, edited, hours, rowsOf, sessionsOf, step, timetableSteps } from "../support/timetableSteps";
import { fault, now, opened, person, planned, registered, value, viewer, world } from "../support/world";

/**
 * Whatever was done to a timetable is undone by its undo, in whatever order things were done: the same sessions, under
 * the same keys, with their rooms and trainers, and the same days of the course. An undo that cannot be whole is refused
 * and changes nothing.
 */
freshDatabase();
const w = world();
const second = viewer(person("Second coordinator"), { coordinates: [w.programmeId] });
const { otherRoom, run, undo, take, courseAlone } = timetableSteps(w);

describe("what was done to a timetable", () => {
  it("is undone in reverse order, whatever was done: the same rows stand as before", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const { courseId } = courseAlone();
        value(run("proposeSessions", { courseId, ...hours }) as Result<object>);
        const states = [rowsOf(courseId)];
        const done: (number | null)[] = [];
        for (const s of steps) {
          const result = take(courseId, s);
          const rows = rowsOf(courseId);
          if (!result.ok) {
            expect(rows, `${JSON.stringify(s)} was refused`).toEqual(states.at(-1));
            continue;
          }
          if (JSON.stringify(rows) === JSON.stringify(states.at(-1))) continue;
          states.push(rows);
          done.push(changeOf(result));
        }
        const versions = new Map(sessionsOf(courseId).map((s) => [s.id, s.version]));
        for (const changeId of done.reverse()) {
          states.pop();
          const result = undo(changeId);
          expect(rowsOf(courseId), `${JSON.stringify(steps)}: ${JSON.stringify(result)}`).toEqual(
            states.at(-1),
          );
          // A calendar takes what comes back for news.
          for (const s of sessionsOf(courseId)) {
            expect(s.version).toBeGreaterThanOrEqual(versions.get(s.id) ?? 0);
            versions.set(s.id, s.version);
          }
        }
      }),
      { numRuns: runs(10) },
    );
  });

  it("is not undone once somebody else has changed what it touched, and nothing else changes", () => {
    let whole = 0;
    fc.assert(
      fc.property(step, fc.nat(30), (s, which) => {
        const { courseId } = courseAlone();
        value(run("proposeSessions", { courseId, ...hours }) as Result<object>);
        const before = new Map(sessionsOf(courseId).map((row) => [row.id, row.version]));
        const result = take(courseId, s);
        if (!result.ok) return;
        const touched = sessionsOf(courseId).filter((row) => before.get(row.id) !== row.version);
        const theirs = touched[which % Math.max(1, touched.length)];
        if (!theirs) return;
        value(
          run("saveSession", edited(courseId, theirs, { title: "By a colleague" }), second) as Result<object>,
        );
        const rows = rowsOf(courseId);
        const refused = undo(changeOf(result));
        expect(refused.ok).toBe(false);
        expect(refused.ok ? "" : refused.fault.code).toBe("undoChanged");
        expect(rowsOf(courseId)).toEqual(rows);
        whole += 1;
      }),
      { numRuns: runs(10) },
    );
    // Steps that are refused, or leave nothing to change, show nothing: most must not be of these.
    expect(whole).toBeGreaterThanOrEqual(3);
  });
});

describe("an undo", () => {
  let courseId = 0;
  beforeAll(() => {
    ({ courseId } = courseAlone());
    value(run("proposeSessions", { courseId, ...hours }) as Result<object>);
  });

  it("brings a deleted session back under its own key, with room and trainers; a second one says so", () => {
    const session = sessionsOf(courseId)[2]!;
    value(run("saveSession", edited(courseId, session, { roomId: String(w.roomId) })) as Result<object>);
    const before = rowsOf(courseId);
    const { version } = sessionsOf(courseId)[2]!;
    const deleted = run("deleteSession", { courseId, sessionId: session.id });
    expect(sessionsOf(courseId).some((s) => s.id === session.id)).toBe(false);
    const first = undo(changeOf(deleted));
    expect(rowsOf(courseId)).toEqual(before);
    expect(first.ok).toBe(true);
    expect(sessionsOf(courseId)[2]!.version).toBeGreaterThan(version);
    expect(fault(undo(changeOf(deleted)))).toMatchObject({ code: "undoneAlready" });
    expect(rowsOf(courseId)).toEqual(before);
  });

  it("is everybody's own: neither a colleague, a trainer nor a stranger undoes it", () => {
    const added = take(courseId, { what: "add", day: 0, from: 18 * 60 });
    const rows = rowsOf(courseId);
    for (const by of [second, w.trainer, w.stranger, w.participant])
      expect(undo(changeOf(added), by)).toMatchObject({ ok: false, fault: { code: "notFound" } });
    expect(rowsOf(courseId)).toEqual(rows);
    expect(undo(changeOf(added)).ok).toBe(true);
  });

  it("is refused where a trainer is elsewhere meanwhile, by name, and where the room was taken", () => {
    const session = sessionsOf(courseId)[1]!;
    value(run("saveSession", edited(courseId, session, { roomId: String(w.roomId) })) as Result<object>);
    const rows = rowsOf(courseId);
    const gone = run("deleteSession", { courseId, sessionId: session.id });
    const elsewhere = planned(w, { startsOn: session.day, endsOn: session.day });
    const meeting = (more: Record<string, unknown>) =>
      run(
        "saveSession",
        sessionSchema.parse({
          courseId: String(elsewhere.courseId),
          kind: "other",
          title: "Elsewhere",
          day: session.day,
          startsAt: session.startsAt,
          endsAt: session.endsAt,
          ...more,
        }),
        second,
      );
    const busy = meeting({ trainerIds: [String(w.trainerIds[0])] });
    expect(undo(changeOf(gone))).toMatchObject({ ok: false, fault: { code: "trainerBusy" } });
    expect(undo(changeOf(busy), second).ok).toBe(true);
    const taken = meeting({ roomId: String(w.roomId) });
    expect(undo(changeOf(gone))).toMatchObject({ ok: false, fault: { code: "roomBusy" } });
    expect(undo(changeOf(taken), second).ok).toBe(true);
    expect(undo(changeOf(gone)).ok).toBe(true);
    expect(rowsOf(courseId)).toEqual(rows);
  });

  it("is refused where a room or a module is no longer the course's, and then changes nothing", () => {
    const session = sessionsOf(courseId).find((s) => s.moduleId !== null)!;
    const roomed = value(
      run("saveSession", edited(courseId, session, { roomId: String(otherRoom) })) as Result<object>,
    );
    expect(roomed).toBeTruthy();
    const rows = rowsOf(courseId);
    const gone = run("deleteSession", { courseId, sessionId: session.id });
    const without = rowsOf(courseId);
    const refusedWhile = (off: string, on: string, key: number, code: string) => {
      sqlite().prepare(off).run(key);
      expect(undo(changeOf(gone))).toMatchObject({ ok: false, fault: { code } });
      expect(rowsOf(courseId)).toEqual(without);
      sqlite().prepare(on).run(key);
    };
    refusedWhile(
      "UPDATE rooms SET retired_at = 1 WHERE id = ?",
      "UPDATE rooms SET retired_at = NULL WHERE id = ?",
      otherRoom,
      "undoRoomGone",
    );
    // Another venue of the country may be one of its places; one abroad is not.
    refusedWhile(
      "UPDATE courses SET venue_id = NULL, country = 'LB' WHERE id = ?",
      `UPDATE courses SET venue_id = ${w.venueId}, country = 'JO' WHERE id = ?`,
      courseId,
      "undoRoomGone",
    );
    const row = sqlite()
      .prepare("SELECT position FROM course_modules WHERE course_id = ? AND module_id = ?")
      .get(courseId, session.moduleId) as { position: number };
    refusedWhile(
      `DELETE FROM course_modules WHERE course_id = ? AND module_id = ${session.moduleId}`,
      `INSERT INTO course_modules (course_id, module_id, position) VALUES (?, ${session.moduleId}, ${row.position})`,
      courseId,
      "undoModuleGone",
    );
    expect(undo(changeOf(gone)).ok).toBe(true);
    expect(rowsOf(courseId)).toEqual(rows);
  });

  it("is nobody's who is no person, and forgotten after its time", () => {
    const gone = run("deleteSession", { courseId, sessionId: sessionsOf(courseId)[0]!.id });
    const key = changeOf(gone)!;
    sqlite().prepare("UPDATE timetable_changes SET by_person_id = NULL WHERE id = ?").run(key);
    const nobody = { ...w.coordinator, personId: null } as Viewer;
    expect(undo(key, nobody)).toMatchObject({ ok: false, fault: { code: "notFound" } });
    const there = () =>
      sqlite().prepare("SELECT count(*) FROM timetable_changes WHERE id = ?").pluck().get(key);
    commands.forgetTimetableChanges(as(system), now);
    expect(there()).toBe(1);
    commands.forgetTimetableChanges(as(system), now + 1);
    expect(there()).toBe(0);
  });

  it("is refused once a roll rests on what would change, and brings back marks of people who left", async () => {
    const course = opened(w, { startsOn: "2027-01-17", endsOn: "2027-01-21" });
    const id = course.courseId;
    const { token } = value(await registered(course.slug));
    const registrationId = sqlite()
      .prepare("SELECT id FROM registrations WHERE token = ?")
      .pluck()
      .get(token) as number;
    sqlite().prepare("UPDATE courses SET state = 'running' WHERE id = ?").run(id);
    const [first] = sessionsOf(id);
    const at = Date.parse("2027-01-18T09:00:00Z");
    const longer = run("saveSession", edited(id, first!, { startsAt: "08:45" }), w.coordinator, at);
    value(
      takeRoll(
        as(w.coordinator, at),
        rollSchema.parse(
          posted({ sessionId: String(first!.id), [`marks.${registrationId}.state`]: "present" }),
        ),
      ),
    );
    const rows = rowsOf(id);
    expect(undo(changeOf(longer), w.coordinator, at)).toMatchObject({
      ok: false,
      fault: { code: "undoRollTaken" },
    });
    expect(rowsOf(id)).toEqual(rows);
    // Who holds no place any more blocks nothing; their mark comes back with the session.
    sqlite().prepare("UPDATE registrations SET state = 'withdrawn' WHERE id = ?").run(registrationId);
    const gone = run("deleteSession", { courseId: id, sessionId: first!.id }, w.coordinator, at);
    expect(gone.ok).toBe(true);
    expect(rowsOf(id).marks).toEqual([]);
    undo(changeOf(gone), w.coordinator, at);
    expect(rowsOf(id)).toEqual(rows);
  });
});
