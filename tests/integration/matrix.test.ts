import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import { takeRoll } from "../../lib/attendance/commands";
import { attendanceMatrix, peopleAtRisk } from "../../lib/attendance/queries";
import { setCourseState } from "../../lib/courses/commands";
import { as } from "../support/as";
import { followRegistration } from "../support/asked";
import { freshDatabase } from "../support/database";
import { ended, opened, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
const sessionsOf = (courseId: number) =>
  sqlite()
    .prepare("SELECT id, day, minutes FROM sessions WHERE course_id = ? ORDER BY start_instant")
    .all(courseId) as { id: number; day: string; minutes: number }[];
const peopleOf = (courseId: number) =>
  sqlite().prepare("SELECT id, token FROM registrations WHERE course_id = ? ORDER BY id").all(courseId) as {
    id: number;
    token: string;
  }[];
const matrixOf = (courseId: number, at: number) => {
  const cx = as(w.coordinator, at);
  const course = gate.course(cx, "roll.read", courseId);
  return { ...attendanceMatrix(cx, course), atRisk: peopleAtRisk(cx, course) };
};

/** A course of 7 to 11 February that runs, with two people; the second misses the sessions of its first days. */
async function missing(days: number) {
  const { courseId, slug } = opened(w);
  for (let i = 0; i < 2; i++) value(await registered(slug));
  const start = { courseId, from: "open", to: "running", reason: null } as const;
  value(setCourseState(as(w.coordinator, noon("2027-02-07")), start));
  const [first, second] = peopleOf(courseId);
  const sessions = sessionsOf(courseId);
  const held = [...new Set(sessions.map(({ day }) => day))].slice(0, days);
  for (const session of sessions.filter(({ day }) => held.includes(day)))
    value(
      takeRoll(as(w.trainer, noon(session.day)), {
        sessionId: session.id,
        marks: [
          { registrationId: first!.id, state: "present", lateMinutes: 0 },
          { registrationId: second!.id, state: "absent", lateMinutes: 0 },
        ],
      }),
    );
  return { courseId, first: first!, second: second!, sessions, held };
}

describe("the matrix of a course", () => {
  it("has every session and everybody with what is entered, and their share of it", async () => {
    const { courseId, first, second, sessions, held } = await missing(2);
    const matrix = matrixOf(courseId, noon("2027-02-09"));
    expect(matrix.sessions.map(({ id }) => id)).toEqual(sessions.map(({ id }) => id));
    const marks = (id: number) => matrix.people.find((p) => p.registrationId === id)!.marks;
    const entered = sessions.filter(({ day }) => held.includes(day));
    for (const [person, state] of [
      [first, "present"],
      [second, "absent"],
    ] as const)
      expect(marks(person.id).map((mark) => [mark.sessionId, mark.state])).toEqual(
        expect.arrayContaining(entered.map(({ id }) => [id, state])),
      );
    const share = (id: number) => matrix.people.find((p) => p.registrationId === id)!.share;
    expect(share(first.id)).toEqual({ percent: 100, below: false });
    expect(share(second.id)).toEqual({ percent: 0, below: true });
    expect(matrix.open).toBe(true);
  });

  it("names who cannot reach the minimum any more, and says the same to them", async () => {
    const { courseId, second, sessions, held } = await missing(2);
    const at = noon("2027-02-09");
    const { atRisk, people } = matrixOf(courseId, at);
    const all = sessions.reduce((sum, { minutes }) => sum + minutes, 0);
    const left = sessions
      .filter(({ day }) => !held.includes(day))
      .reduce((sum, { minutes }) => sum + minutes, 0);
    const outlook = { kind: "lost", needed: 80, most: Math.floor((left * 100) / all) };
    expect(atRisk).toMatchObject([{ registrationId: second.id, outlook }]);
    expect(people.filter((person) => person.outlook)).toHaveLength(1);
    expect(followRegistration(as(visitor, at), second.token)!.outlook).toEqual(outlook);
  });

  it("warns of nobody before anything was missed, nor once the course is over", async () => {
    const before = await missing(0);
    expect(matrixOf(before.courseId, noon("2027-02-07")).atRisk).toEqual([]);
    const { courseId } = await missing(5);
    expect(matrixOf(courseId, noon("2027-02-11")).atRisk).toHaveLength(1);
    value(ended(w.coordinator, courseId, noon("2027-02-12")));
    expect(matrixOf(courseId, noon("2027-02-12")).atRisk).toEqual([]);
  });

  it("asks the database as often however much is entered", async () => {
    const { courseId } = await missing(1);
    const cx = as(w.coordinator, noon("2027-02-09"));
    const course = gate.course(cx, "roll.read", courseId);
    const asked = (what: () => unknown) => {
      const database = sqlite();
      const prepare = database.prepare.bind(database);
      let count = 0;
      database.prepare = ((source: string) => {
        count += 1;
        return prepare(source);
      }) as typeof database.prepare;
      what();
      database.prepare = prepare;
      return count;
    };
    const all = asked(() => attendanceMatrix(cx, course));
    sqlite()
      .prepare("DELETE FROM attendance WHERE session_id IN (SELECT id FROM sessions WHERE course_id = ?)")
      .run(courseId);
    expect(asked(() => attendanceMatrix(cx, course))).toBe(all);
    expect(all).toBeLessThan(15);
  });
});
