import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { visitor } from "../../lib/access/table";
import { takeRoll } from "../../lib/attendance/commands";
import { setCourseState } from "../../lib/courses/commands";
import { as } from "../support/as";
import { completionOf, followRegistration } from "../support/asked";
import { freshDatabase } from "../support/database";
import { ended, opened, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
const afterwards = noon("2027-02-13");

/** A course of 7 to 11 February with one person, who is at the sessions of its first days and misses the others. */
async function there(days: number, end = true) {
  const { courseId, slug } = opened(w);
  value(await registered(slug));
  const start = { courseId, from: "open", to: "running", reason: null } as const;
  value(setCourseState(as(w.coordinator, noon("2027-02-07")), start));
  const person = sqlite()
    .prepare("SELECT id, token FROM registrations WHERE course_id = ?")
    .get(courseId) as {
    id: number;
    token: string;
  };
  const sessions = sqlite()
    .prepare("SELECT id, day FROM sessions WHERE course_id = ? ORDER BY start_instant")
    .all(courseId) as { id: number; day: string }[];
  const first = [...new Set(sessions.map(({ day }) => day))].slice(0, days);
  for (const { id, day } of sessions)
    value(
      takeRoll(as(w.trainer, noon(day)), {
        sessionId: id,
        marks: [
          { registrationId: person.id, state: first.includes(day) ? "present" : "absent", lateMinutes: 0 },
        ],
      }),
    );
  if (end) value(ended(w.coordinator, courseId, noon("2027-02-12")));
  return followRegistration(as(visitor, afterwards), person.token)!;
}

describe("somebody's own page once the course has ended", () => {
  it("says why no certificate comes to whoever was there too little", async () => {
    const own = await there(2);
    expect(own.state).toBe("attended");
    const attendance = own.lacks.find(({ kind }) => kind === "attendance");
    expect(attendance).toMatchObject({
      needed: 80,
      percent: Math.floor((own.attendedMinutes * 100) / own.plannedMinutes),
    });
  });

  it("says nothing to whoever meets the conditions and waits for the certificate", async () => {
    expect((await there(5)).lacks).toEqual([]);
  });

  it("says what the page of certificates says to the coordinator", async () => {
    const own = await there(1);
    const cx = as(w.coordinator, afterwards);
    const { everyone } = completionOf(cx, own.courseId)!;
    expect(everyone.map(({ registrationId, lacks }) => ({ registrationId, lacks }))).toEqual([
      { registrationId: own.id, lacks: own.lacks },
    ]);
  });

  it("says nothing of it while the course goes on", async () => {
    expect((await there(0, false)).lacks).toEqual([]);
  });
});
