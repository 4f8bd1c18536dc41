import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closeDatabase, sqlite } from "../../db/client";
import { sessions, sessionTrainers } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { system } from "../../lib/access/table";
import { command } from "../../lib/acts/command";
import { addDays } from "../../lib/time/civil";
import { timeOf } from "../../lib/time/timeOf";
import { deleteSession, saveSession, undoTimetableChange } from "../../lib/timetable/commands";
import { takenElsewhere } from "../../lib/timetable/queries";
import { spanOf } from "../../lib/timetable/rules/conflicts";
import { sessionDeleteSchema } from "../../lib/timetable/schema";
import { costly, plansOf } from "../plans/steps";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { race } from "../support/race";
import { runs } from "../support/runs";
import { takenTwice, timetableGuards, withoutGuards } from "../support/timetableGuards";
import { type Moved, timetableRaces } from "../support/timetableRaces";
import { edited, rowsOf, sessionsOf } from "../support/timetableSteps";
import { transact } from "../support/transact";
import { fault, now, planned, value, world } from "../support/world";

/** Nobody trains in two places and no room holds two sessions: what is found is what a model finds that compares all with all. */
freshDatabase();
const w = world();
const { orders, roomIds: halls } = timetableRaces(w);
const roomIds = [null, ...halls];
const zones = ["Asia/Amman", "Africa/Douala"];

const placed = fc.record({
  course: fc.nat(2),
  day: fc.nat(1),
  from: fc.integer({ min: 0, max: 8 }).map((n) => 8 * 60 + n * 20),
  minutes: fc.constantFrom(20, 40, 90),
  trainers: fc.subarray(w.trainerIds),
  room: fc.nat(2),
});
type Placed = typeof placed extends fc.Arbitrary<infer T> ? T : never;

let year = 2040;
/** Three courses on the same two days, one of them elsewhere and one cancelled. */
function three() {
  year += 1;
  const startsOn = `${year}-02-07`;
  const courses = [0, 1, 2].map(
    (n) => planned(w, { startsOn, endsOn: addDays(startsOn, 1), zone: zones[n % 2]! }).courseId,
  );
  sqlite()
    .prepare("UPDATE courses SET state = 'cancelled', state_reason = 'Snow' WHERE id = ?")
    .run(courses[2]);
  return { courses, startsOn };
}

/** Writes a session as somebody would who asks no command. */
function put({ courses, startsOn }: ReturnType<typeof three>, p: Placed): number {
  const place = {
    day: addDays(startsOn, p.day),
    startsAt: timeOf(p.from),
    endsAt: timeOf(p.from + p.minutes),
  };
  const zone = zones[p.course % 2]!;
  const span = spanOf(place, zone);
  return transact((db) => {
    const row = {
      ...{ courseId: courses[p.course]!, kind: "other" as const, ...place, zone, minutes: p.minutes },
      ...{ startInstant: span.startsAt, endInstant: span.endsAt, roomId: roomIds[p.room] ?? null },
    };
    const { id } = db.insert(sessions).values(row).returning({ id: sessions.id }).get();
    for (const personId of p.trainers) db.insert(sessionTrainers).values({ sessionId: id, personId }).run();
    return id;
  });
}

/** Does something and takes all of it back: nothing waits for the disk. */
function undone(work: () => void): void {
  sqlite().exec("BEGIN IMMEDIATE");
  try {
    work();
  } finally {
    sqlite().exec("ROLLBACK");
  }
}

const refusedByFile = (work: () => unknown): boolean => {
  try {
    work();
    return false;
  } catch (error) {
    expect(String(error)).toMatch(/two places|taken twice/);
    return true;
  }
};

describe("a double booking", () => {
  it("is refused by the file itself just where the model finds one, whoever writes", () => {
    fc.assert(
      fc.property(fc.array(placed, { minLength: 3, maxLength: 14 }), (list) =>
        undone(() => {
          const world = three();
          for (const one of list) {
            // What the model says of it is seen where nothing is refused; then it is taken back.
            const id = withoutGuards(() => put(world, one));
            const meets = takenTwice().length > 0;
            sqlite().prepare("DELETE FROM sessions WHERE id = ?").run(id);
            expect(refusedByFile(() => put(world, one))).toBe(meets);
          }
          const ids = sqlite().prepare("SELECT id FROM sessions WHERE course_id = ?");
          for (const courseId of world.courses.slice(0, 2))
            for (const id of ids.pluck().all(courseId) as number[]) {
              const move = () =>
                sqlite()
                  .prepare(
                    "UPDATE sessions SET start_instant = start_instant + 2400000, end_instant = end_instant + 2400000 WHERE id = ?",
                  )
                  .run(id);
              const back = sqlite()
                .prepare("SELECT start_instant, end_instant FROM sessions WHERE id = ?")
                .get(id);
              withoutGuards(move);
              const meets = takenTwice().length > 0;
              withoutGuards(() =>
                sqlite()
                  .prepare(
                    "UPDATE sessions SET start_instant = @start_instant, end_instant = @end_instant WHERE id = @id",
                  )
                  .run({ ...(back as object), id }),
              );
              expect(refusedByFile(move)).toBe(meets);
            }
          const takeUp = () =>
            sqlite()
              .prepare("UPDATE courses SET state = 'draft', state_reason = NULL WHERE id = ?")
              .run(world.courses[2]);
          const meets = withoutGuards(() =>
            sqlite().transaction(() => {
              takeUp();
              const found = takenTwice().length > 0;
              sqlite()
                .prepare("UPDATE courses SET state = 'cancelled', state_reason = 'Snow' WHERE id = ?")
                .run(world.courses[2]);
              return found;
            })(),
          );
          expect(refusedByFile(takeUp)).toBe(meets);
        }),
      ),
      { numRuns: runs(6) },
    );
  });

  it("of older data is shown as the model finds it, may be saved where it stays, and comes back when it was deleted", () => {
    fc.assert(
      fc.property(fc.array(placed, { minLength: 3, maxLength: 10 }), (list) =>
        undone(() => {
          const world = three();
          withoutGuards(() => {
            for (const one of list) put(world, one);
          });
          const twice = takenTwice();
          const cx = as(w.coordinator, now);
          const found = world.courses.slice(0, 2).flatMap((courseId) => {
            const course = gate.course(cx, "timetable.edit", courseId);
            return [...takenElsewhere(cx, course, courseSessions(cx, courseId))].flatMap(([id, elsewhere]) =>
              elsewhere.map(({ what }) => `${what} at ${id}`),
            );
          });
          const model = twice.flatMap(({ what, sessions: both }) => both.map((id) => `${what} at ${id}`));
          expect(found.sort()).toEqual(model.sort());
          for (const courseId of world.courses.slice(0, 2))
            for (const session of sessionsOf(courseId))
              value(saveSession(cx, edited(courseId, session, { title: "Named" })));
          let later = now;
          for (const courseId of world.courses.slice(0, 2)) {
            const before = rowsOf(courseId);
            for (const { id: sessionId } of sessionsOf(courseId)) {
              later += 1;
              const at = as(w.coordinator, later);
              const { changeId } = value(deleteSession(at, { courseId, sessionId }));
              value(undoTimetableChange(at, { changeId: changeId! }));
            }
            expect(rowsOf(courseId)).toEqual(before);
          }
          expect(takenTwice()).toEqual(twice);
        }),
      ),
      { numRuns: runs(6) },
    );
  });

  it("that the file refuses is told as a fault by whatever command comes to it, never an error", () => {
    const { courses, startsOn } = three();
    const [course] = courses as [number, number, number];
    put({ courses, startsOn }, { course: 0, day: 0, from: 600, minutes: 90, trainers: [], room: 1 });
    const unasked = command("timetable.edit", sessionDeleteSchema, () =>
      put({ courses, startsOn }, { course: 1, day: 0, from: 560, minutes: 90, trainers: [], room: 1 }),
    );
    expect(fault(unasked(as(w.coordinator, now), { courseId: course, sessionId: 1 })).code).toBe(
      "roomTakenMeanwhile",
    );
    sqlite().exec("DELETE FROM sessions");
  });
});

describe("looking for a double booking", () => {
  it("goes by what is at that hour alone, however much there is", () => {
    const by = {
      trainer: "session_trainers_person (person_id=? AND start_instant>? AND start_instant<?)",
      room: "sessions_room (room_id=? AND start_instant>? AND start_instant<?)",
    };
    const questions = timetableGuards().flatMap(({ sql }) =>
      [...sql.matchAll(/EXISTS \(\s*([\s\S]*?)\);/g)].map(([, text]) =>
        text!.replace(/\b(NEW|OLD)\.\w+/g, "1"),
      ),
    );
    expect(questions).toHaveLength(7);
    for (const spread of [false, true])
      for (const text of questions)
        for (const plan of plansOf((cx) => cx.db.all(text as never), as(system), spread)) {
          expect(costly(plan, false), plan.text).toEqual([]);
          expect(plan.steps.join("\n")).toContain(/session_trainers st/.test(text) ? by.trainer : by.room);
        }
  });
});

describe("two coordinators and a trainer in two processes", () => {
  const count = () =>
    sqlite().prepare("SELECT count(*) FROM timetable_changes WHERE by_person_id = ?").pluck();

  it("who move sessions at once never bring one about", async () => {
    const list = orders(10, true);
    const before = list[0]!.people.map(({ personId }) => count().get(personId) as number);
    closeDatabase();
    const answers = await race<Moved>(list);
    expect(takenTwice()).toEqual([]);
    expect(answers.flatMap(({ broke }) => broke)).toEqual([]);
    const moved = list[0]!.people.map(({ personId }, i) => (count().get(personId) as number) - before[i]!);
    for (const moves of moved) expect(moves).toBeGreaterThan(0);
  });

  it("do bring one about without lock and guards, so this test would notice", async () => {
    for (const { name } of timetableGuards()) sqlite().exec(`DROP TRIGGER ${name}`);
    // Processes meet by chance: on a machine that is busy they may pass one another once.
    for (let round = 1; round <= 3 && takenTwice().length === 0; round++) {
      const list = orders(8, false, 80);
      closeDatabase();
      await race<Moved>(list);
    }
    expect(takenTwice().length).toBeGreaterThan(0);
  });
});
