import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { rooms } from "../../db/schema";
import type { Viewer } from "../../lib/access/table";
import { system } from "../../lib/access/table";
import type { Context } from "../../lib/acts/context";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import type { Result } from "../../lib/result";
import { fail } from "../../lib/result";
import { addDays, minutesOf, timeOf } from "../../lib/time/civil";
import * as commands from "../../lib/timetable/commands";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { posted } from "../support/posted";
import { transact } from "../support/transact";
import { fault, now, opened, person, planned, registered, value, viewer, world } from "../support/world";

/**
 * Whatever was done to a timetable is undone by its undo, in whatever order things were done: the same sessions, under
 * the same keys, with their rooms and trainers, and the same days of the course. An undo that cannot be whole is refused
 * and changes nothing.
 */
freshDatabase();
const w = world();
const second = viewer(person("Second coordinator"), { coordinates: [w.programmeId] });
const otherRoom = transact((db) =>
  db.insert(rooms).values({ venueId: w.venueId, name: "Small room" }).returning({ id: rooms.id }).get(),
).id;

type Commands = Record<string, ((cx: Context, input: unknown) => Result<unknown>) | undefined>;
/** A command by its name: where there is none, nothing happens and nothing can be undone. */
const run = (name: string, input: unknown, by: Viewer = w.coordinator, at = now): Result<unknown> =>
  (commands as unknown as Commands)[name]?.(as(by, at), input) ?? fail("notFound");
const changeOf = (result: Result<unknown>) =>
  result.ok ? ((result.value as { changeId?: number | null }).changeId ?? null) : null;
const undo = (changeId: number | null, by: Viewer = w.coordinator, at = now) =>
  run("undoTimetableChange", { changeId: changeId ?? 0 }, by, at);

/** Every column of the sessions of a course and of its days, but those that say that and when something was saved. */
function rowsOf(courseId: number) {
  const sessions = sqlite()
    .prepare("SELECT * FROM sessions WHERE course_id = ? ORDER BY id")
    .all(courseId) as Record<string, unknown>[];
  const trainers = sqlite()
    .prepare(
      "SELECT t.* FROM session_trainers t JOIN sessions s ON s.id = t.session_id WHERE s.course_id = ? ORDER BY t.session_id, t.person_id",
    )
    .all(courseId);
  const marks = sqlite()
    .prepare(
      "SELECT a.* FROM attendance a JOIN sessions s ON s.id = a.session_id WHERE s.course_id = ? ORDER BY a.session_id, a.registration_id",
    )
    .all(courseId);
  const dates = sqlite()
    .prepare("SELECT starts_on, ends_on, apply_by FROM courses WHERE id = ?")
    .get(courseId);
  for (const session of sessions) {
    delete session.version;
    delete session.updated_at;
  }
  return { sessions, trainers, marks, dates };
}
type SessionRow = {
  id: number;
  kind: string;
  moduleId: number | null;
  title: string | null;
  day: string;
  startsAt: string;
  endsAt: string;
  roomId: number | null;
  version: number;
};
const sessionsOf = (courseId: number) =>
  sqlite()
    .prepare(
      `SELECT id, kind, module_id AS moduleId, title, day, starts_at AS startsAt, ends_at AS endsAt, room_id AS roomId, version
       FROM sessions WHERE course_id = ? ORDER BY start_instant, id`,
    )
    .all(courseId) as SessionRow[];
const trainersOf = (sessionId: number) =>
  sqlite()
    .prepare("SELECT person_id FROM session_trainers WHERE session_id = ? ORDER BY person_id")
    .pluck()
    .all(sessionId) as number[];
const startOf = (courseId: number) =>
  sqlite().prepare("SELECT starts_on FROM courses WHERE id = ?").pluck().get(courseId) as string;

/** A session as its form sends it, with something else in it. */
const edited = (courseId: number, s: SessionRow, more: Record<string, unknown> = {}) =>
  sessionSchema.parse({
    courseId: String(courseId),
    sessionId: String(s.id),
    kind: s.kind,
    moduleId: s.moduleId === null ? "" : String(s.moduleId),
    title: s.title ?? "",
    day: s.day,
    startsAt: s.startsAt,
    endsAt: s.endsAt,
    roomId: s.roomId === null ? "" : String(s.roomId),
    trainerIds: trainersOf(s.id).map(String),
    ...more,
  });
const later = (time: string, minutes: number) => timeOf(Math.min(1439, minutesOf(time) + minutes));
const hours = { startsAt: "09:00", endsAt: "15:30", breakFrom: "12:00", breakMinutes: 60 };

type Step =
  | { what: "add"; day: number; from: number }
  | { what: "edit"; which: number; minutes: number; title: string }
  | { what: "trainers"; which: number; count: number }
  | { what: "room"; which: number; other: boolean }
  | { what: "delete"; which: number }
  | { what: "swap"; which: number; other: number }
  | { what: "propose"; from: number; byHand: boolean }
  | { what: "move"; days: number };

const step = fc.oneof(
  fc.record({
    what: fc.constant("add" as const),
    day: fc.nat(4),
    from: fc.integer({ min: 6 * 60, max: 21 * 60 }),
  }),
  fc.record({
    what: fc.constant("edit" as const),
    which: fc.nat(30),
    minutes: fc.integer({ min: -45, max: 90 }),
    title: fc.constantFrom("", "Visit to a cooperative", "زيارة"),
  }),
  fc.record({ what: fc.constant("trainers" as const), which: fc.nat(30), count: fc.nat(2) }),
  fc.record({ what: fc.constant("room" as const), which: fc.nat(30), other: fc.boolean() }),
  fc.record({ what: fc.constant("delete" as const), which: fc.nat(30) }),
  fc.record({ what: fc.constant("swap" as const), which: fc.nat(30), other: fc.nat(30) }),
  fc.record({
    what: fc.constant("propose" as const),
    from: fc.integer({ min: 7, max: 10 }),
    byHand: fc.boolean(),
  }),
  fc.record({ what: fc.constant("move" as const), days: fc.integer({ min: -10, max: 20 }) }),
);

/** Does a step to the timetable as it stands; what is refused changes nothing. */
function take(courseId: number, s: Step): Result<unknown> {
  const list = sessionsOf(courseId);
  const pick = (at: number) => list[at % Math.max(1, list.length)];
  if (s.what === "add")
    return run(
      "saveSession",
      sessionSchema.parse({
        courseId: String(courseId),
        kind: "other",
        title: "Added",
        day: addDays(startOf(courseId), s.day),
        startsAt: timeOf(s.from),
        endsAt: timeOf(s.from + 45),
        trainerIds: w.trainerIds.map(String),
      }),
    );
  if (s.what === "propose")
    return run("proposeSessions", {
      courseId,
      ...hours,
      startsAt: timeOf(s.from * 60),
      replaceByHand: s.byHand,
    });
  if (s.what === "move") return run("moveCourse", { courseId, startsOn: addDays(startOf(courseId), s.days) });
  const session = pick(s.which);
  if (!session) return fail("notFound");
  if (s.what === "delete") return run("deleteSession", { courseId, sessionId: session.id });
  if (s.what === "swap")
    return run("swapSessions", { courseId, sessionId: session.id, otherId: pick(s.other)!.id });
  const more =
    s.what === "edit"
      ? {
          title: s.title,
          startsAt: later(session.startsAt, s.minutes),
          endsAt: later(session.endsAt, s.minutes),
        }
      : s.what === "trainers"
        ? { trainerIds: w.trainerIds.slice(0, s.count).map(String) }
        : { roomId: String(s.other ? otherRoom : w.roomId) };
  const parsed = sessionSchema.safeParse({ ...stringly(edited(courseId, session)), ...more });
  return parsed.success ? run("saveSession", parsed.data) : { ok: false, fault: { code: "invalid" } };
}
const stringly = (input: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(input).map(([name, v]) => [
      name,
      Array.isArray(v) ? v.map(String) : v === null ? "" : String(v),
    ]),
  );

let year = 2028;
/** A course in a year of its own, so that its trainers are free. */
function courseAlone(more: Record<string, unknown> = {}) {
  year += 1;
  return planned(w, {
    startsOn: `${year}-02-07`,
    endsOn: `${year}-02-15`,
    applyBy: `${year}-02-01`,
    ...more,
  });
}

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
      { numRuns: 25 },
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
      { numRuns: 25 },
    );
    // Steps that are refused, or leave nothing to change, show nothing: most must not be of these.
    expect(whole).toBeGreaterThanOrEqual(8);
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
    refusedWhile(
      "UPDATE courses SET venue_id = NULL WHERE id = ?",
      `UPDATE courses SET venue_id = ${w.venueId} WHERE id = ?`,
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
