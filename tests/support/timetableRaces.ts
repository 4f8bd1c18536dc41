import { sqlite } from "../../db/client";
import { programmeMembers, rooms } from "../../db/schema";
import type { Viewer } from "../../lib/access/table";
import { addDays } from "../../lib/time/civil";
import { saveSession } from "../../lib/timetable/commands";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "./as";
import { transact } from "./transact";
import { now, person, planned, value, viewer, type World } from "./world";

/** A course of a race: its sessions, which anybody of `by` moves among the hours of two days. */
type RacedCourse = { courseId: number; day: string; sessionIds: number[]; by: number[] };

/** What one process does: its people move sessions, in turns that differ from racer to racer. */
export type MoveOrder = {
  what: "move";
  /** False: nothing holds the lock from what is read until what is written. */
  locked: boolean;
  courses: RacedCourse[];
  people: Viewer[];
  trainerIds: number[];
  roomIds: number[];
  count: number;
  racer: number;
  now: number;
};

const hours = ["09:00", "10:00", "11:00"];
const ends = (from: string) => `${String(Number(from.slice(0, 2)) + 1).padStart(2, "0")}:30`;

const session = (course: RacedCourse, at: number, more: Record<string, unknown>) => {
  const from = hours[at % hours.length]!;
  return sessionSchema.parse({
    courseId: String(course.courseId),
    kind: "other",
    title: "A visit",
    day: addDays(course.day, Math.floor(at / hours.length) % 2),
    startsAt: from,
    endsAt: ends(from),
    anyway: "on",
    ...more,
  });
};

/** How often sessions were moved, how often that was refused, with what it broke off, and how long one took at most (ms). */
export type Moved = { done: number; refused: number; broke: string[]; longest: number };

/**
 * Between two moves, as between two requests, the lock is free for so long (ms). SQLite serves nobody in turn: who waits asks
 * again every tenth of a second, and meets the lock taken for ever where the other process takes it again at once.
 */
const breathMs = 5;

/** Moves sessions as fast as requests could come. */
export function moveSessions(order: MoveOrder): Moved {
  const { courses, people, trainerIds, roomIds, count, racer, now: at } = order;
  let turn = racer * 7919 + 1;
  const random = (below: number) => {
    turn = (turn * 48_271) % 2_147_483_647;
    return turn % below;
  };
  const breath = new Int32Array(new SharedArrayBuffer(4));
  const answers: Moved = { done: 0, refused: 0, broke: [], longest: 0 };
  for (const course of courses)
    for (let i = 0; i < count; i++) {
      const by = people[course.by[random(course.by.length)]!]!;
      const wanted = session(course, random(6), {
        sessionId: String(course.sessionIds[random(course.sessionIds.length)]),
        trainerIds: [String(trainerIds[random(trainerIds.length)])],
        roomId: String(roomIds[random(roomIds.length)]),
      });
      const began = performance.now();
      try {
        answers[saveSession(as(by, at), wanted).ok ? "done" : "refused"] += 1;
      } catch (error) {
        answers.broke.push(String(error));
      }
      answers.longest = Math.max(answers.longest, performance.now() - began);
      Atomics.wait(breath, 0, 0, breathMs);
    }
  return answers;
}

/** Makes what is raced for: in each run three courses on the same days with the same trainers and rooms, one a trainer's own. */
export function timetableRaces(w: World) {
  const second = person("Dina");
  const small = transact((db) => {
    db.insert(programmeMembers)
      .values({ programmeId: w.programmeId, personId: second, role: "coordinator", since: now })
      .run();
    return db.insert(rooms).values({ venueId: w.venueId, name: "Library" }).returning({ id: rooms.id }).get();
  });
  const people = [w.coordinator, viewer(second, { coordinates: [w.programmeId] }), w.trainer];
  const roomIds = [w.roomId, small.id];
  let day = "2028-01-02";

  function course(own: boolean): RacedCourse {
    const { courseId } = planned(w, { startsOn: day, endsOn: addDays(day, 1) });
    if (own)
      sqlite()
        .prepare("UPDATE courses SET scheduled_by = ?, approved_at = ? WHERE id = ?")
        .run(w.trainer.personId, now, courseId);
    const raced = { courseId, day, by: own ? [2] : [0, 1] };
    const sessionIds = [0, 3].map(
      (at) =>
        value(saveSession(as(w.coordinator, now), session({ ...raced, sessionIds: [] }, at, {}))).sessionId,
    );
    return { ...raced, sessionIds };
  }

  /** Courses of so many runs, and the orders of two processes that race for them: in each a coordinator, and the trainer. */
  function orders(runs: number, locked: boolean, from = 0): MoveOrder[] {
    const courses = Array.from({ length: runs }, () => {
      day = addDays(day, 3);
      return [course(false), course(false), course(true)];
    }).flat();
    const rest = { what: "move", locked, people, trainerIds: w.trainerIds, now } as const;
    return [0, 1].map((who) => {
      const mine = courses.map((c) => ({ ...c, by: c.by.includes(who) ? [who] : c.by }));
      return { ...rest, courses: mine, roomIds, count: 5, racer: from + who };
    });
  }

  return { orders, roomIds };
}
