import * as fc from "fast-check";
import { sqlite } from "../../db/client";
import { rooms } from "../../db/schema";
import type { TrainerRole } from "../../db/values/timetable";
import type { Viewer } from "../../lib/access/table";
import type { Context } from "../../lib/acts/context";
import type { Result } from "../../lib/result";
import { fail } from "../../lib/result";
import { addDays, minutesOf } from "../../lib/time/civil";
import { timeOf } from "../../lib/time/timeOf";
import * as commands from "../../lib/timetable/commands";
import { rearrangements } from "../../lib/timetable/rules/ways";
import { rearrangeSchema, sessionSchema } from "../../lib/timetable/schema";
import { as } from "./as";
import { transact } from "./transact";
import { now, planned, type World } from "./world";

type Commands = Record<string, ((cx: Context, input: unknown) => Result<unknown>) | undefined>;
export const changeOf = (result: Result<unknown>) =>
  result.ok ? ((result.value as { changeId?: number | null }).changeId ?? null) : null;

/** Every column of the sessions of a course and of its days, but those that say that and when something was saved. */
export function rowsOf(courseId: number) {
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
export const sessionsOf = (courseId: number) =>
  sqlite()
    .prepare(
      `SELECT id, kind, module_id AS moduleId, title, day, starts_at AS startsAt, ends_at AS endsAt, room_id AS roomId, version
       FROM sessions WHERE course_id = ? ORDER BY start_instant, id`,
    )
    .all(courseId) as SessionRow[];
const trainersOf = (sessionId: number, role: TrainerRole) =>
  sqlite()
    .prepare("SELECT person_id FROM session_trainers WHERE session_id = ? AND role = ? ORDER BY person_id")
    .pluck()
    .all(sessionId, role)
    .map(String);
const startOf = (courseId: number) =>
  sqlite().prepare("SELECT starts_on FROM courses WHERE id = ?").pluck().get(courseId) as string;

/** A session as its form sends it, with something else in it. */
export const edited = (courseId: number, s: SessionRow, more: Record<string, unknown> = {}) =>
  sessionSchema.parse({
    courseId: String(courseId),
    anyway: "on",
    sessionId: String(s.id),
    kind: s.kind,
    moduleId: s.moduleId === null ? "" : String(s.moduleId),
    title: s.title ?? "",
    day: s.day,
    startsAt: s.startsAt,
    endsAt: s.endsAt,
    roomId: s.roomId === null ? "" : String(s.roomId),
    trainerIds: trainersOf(s.id, "lead"),
    coTrainerIds: trainersOf(s.id, "co_trainer"),
    apprenticeIds: trainersOf(s.id, "apprentice"),
    ...more,
  });
const later = (time: string, minutes: number) => timeOf(Math.min(1439, minutesOf(time) + minutes));
export const hours = { startsAt: "09:00", endsAt: "15:30", breakFrom: "12:00", breakMinutes: 60 };

/** A step that is done to a timetable, whatever stands in it. */
type Step =
  | { what: "add"; day: number; from: number }
  | { what: "edit"; which: number; minutes: number; title: string }
  | { what: "trainers"; which: number; count: number; as: "coTrainerIds" | "apprenticeIds" }
  | { what: "room"; which: number; other: boolean }
  | { what: "delete"; which: number }
  | { what: "swap"; which: number; other: number }
  | { what: "rearrange"; which: number; how: (typeof rearrangements)[number]; day: number; by: number }
  | { what: "propose"; from: number; byHand: boolean }
  | { what: "move"; days: number };

export const step = fc.oneof(
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
  fc.record({
    what: fc.constant("trainers" as const),
    which: fc.nat(30),
    count: fc.nat(2),
    as: fc.constantFrom("coTrainerIds" as const, "apprenticeIds" as const),
  }),
  fc.record({ what: fc.constant("room" as const), which: fc.nat(30), other: fc.boolean() }),
  fc.record({ what: fc.constant("delete" as const), which: fc.nat(30) }),
  fc.record({ what: fc.constant("swap" as const), which: fc.nat(30), other: fc.nat(30) }),
  fc.record({
    what: fc.constant("rearrange" as const),
    which: fc.nat(30),
    how: fc.constantFrom(...rearrangements),
    day: fc.nat(8),
    by: fc.integer({ min: -90, max: 90 }),
  }),
  fc.record({
    what: fc.constant("propose" as const),
    from: fc.integer({ min: 7, max: 10 }),
    byHand: fc.boolean(),
  }),
  fc.record({ what: fc.constant("move" as const), days: fc.integer({ min: -10, max: 20 }) }),
);
const stringly = (input: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(input).map(([name, v]) => [
      name,
      Array.isArray(v) ? v.map(String) : v === null ? "" : String(v),
    ]),
  );

/** What is done to the timetables of a world, and undone. */
export function timetableSteps(w: World) {
  const otherRoom = transact((db) =>
    db.insert(rooms).values({ venueId: w.venueId, name: "Small room" }).returning({ id: rooms.id }).get(),
  ).id;
  /** A command by its name: where there is none, nothing happens and nothing can be undone. */
  const run = (name: string, input: unknown, by: Viewer = w.coordinator, at = now): Result<unknown> =>
    (commands as unknown as Commands)[name]?.(as(by, at), input) ?? fail("notFound");
  const undo = (changeId: number | null, by: Viewer = w.coordinator, at = now) =>
    run("undoTimetableChange", { changeId: changeId ?? 0 }, by, at);

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
          anyway: "on",
        }),
      );
    if (s.what === "propose")
      return run("proposeSessions", {
        courseId,
        ...hours,
        startsAt: timeOf(s.from * 60),
        replaceByHand: s.byHand,
      });
    if (s.what === "move")
      return run("moveCourse", { courseId, startsOn: addDays(startOf(courseId), s.days) });
    const session = pick(s.which);
    if (!session) return fail("notFound");
    if (s.what === "delete") return run("deleteSession", { courseId, sessionId: session.id });
    if (s.what === "rearrange") {
      const input = rearrangeSchema.safeParse({
        courseId: String(courseId),
        sessionId: String(session.id),
        version: String(session.version),
        how: s.how,
        day: addDays(startOf(courseId), s.day),
        startsAt: later(session.startsAt, Math.abs(s.by)),
        // Days by tens of minutes: both come about.
        by: String(s.by % 2 === 0 ? Math.trunc(s.by / 40) : s.by),
        unit: s.by % 2 === 0 ? "days" : "minutes",
        minutes: "45",
        kind: "other",
        title: "In between",
      });
      return input.success ? run("rearrangeSessions", input.data) : { ok: false, fault: { code: "invalid" } };
    }
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
          ? {
              ...{ trainerIds: [], coTrainerIds: [], apprenticeIds: [] },
              [s.as]: w.trainerIds.slice(0, s.count).map(String),
              ...(s.count === 2
                ? { trainerIds: [String(w.trainerIds[1])], [s.as]: [String(w.trainerIds[0])] }
                : {}),
            }
          : { roomId: String(s.other ? otherRoom : w.roomId) };
    const parsed = sessionSchema.safeParse({ ...stringly(edited(courseId, session)), ...more });
    return parsed.success ? run("saveSession", parsed.data) : { ok: false, fault: { code: "invalid" } };
  }

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

  return { otherRoom, run, undo, take, courseAlone };
}
