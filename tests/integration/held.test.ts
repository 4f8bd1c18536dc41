import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { sessionKinds } from "../../db/values/timetable";
import { visitor } from "../../lib/access/table";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import {
  issueCertificates,
  prepareCertificates,
  revokeCertificate,
  verifyCertificate as verify,
} from "../../lib/certificates/commands";
import { setCourseState } from "../../lib/courses/commands";
import { comeBack, withdraw } from "../../lib/registrations/commands";
import { minutesOf } from "../../lib/time/civil";
import { timeOf } from "../../lib/time/timeOf";
import { instantOf } from "../../lib/time/zone";
import { saveSession } from "../../lib/timetable/commands";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { courseRecords } from "../support/asked";
import { freshDatabase } from "../support/database";
import { todayFor } from "../support/desk";
import { posted } from "../support/posted";
import { ended, fault, opened, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

type Row = { id: number; day: string; startsAt: string; endsAt: string; version: number };
const sessionsOf = (courseId: number) =>
  sqlite()
    .prepare(
      "SELECT id, day, starts_at AS startsAt, ends_at AS endsAt, version FROM sessions WHERE course_id = ? ORDER BY start_instant",
    )
    .all(courseId) as Row[];
const registrationsOf = (courseId: number) =>
  sqlite().prepare("SELECT id, token FROM registrations WHERE course_id = ? ORDER BY id").all(courseId) as {
    id: number;
    token: string;
  }[];

/** A course of 7 to 11 February that runs, with two people. */
async function running(more: Record<string, unknown> = {}) {
  const course = opened(w, more);
  for (let i = 0; i < 2; i++) value(await registered(course.slug));
  const start = { courseId: course.courseId, from: "open", to: "running", reason: null } as const;
  value(setCourseState(as(w.coordinator, noon("2027-02-07")), start));
  const people = registrationsOf(course.courseId);
  const mark = (session: Row, states: string[], at = noon(session.day)) =>
    takeRoll(
      as(w.trainer, at),
      rollSchema.parse(
        posted({
          sessionId: String(session.id),
          ...Object.fromEntries(states.map((state, i) => [`marks.${people[i]!.id}.state`, state])),
        }),
      ),
    );
  return { ...course, people, mark, sessions: sessionsOf(course.courseId) };
}

it("a trainer's workshop is to be ended once its last session is over and all attendance is taken, on that day too", async () => {
  const { courseId, sessions, mark } = await running();
  sqlite()
    .prepare("UPDATE courses SET scheduled_by = ?, approved_at = created_at WHERE id = ?")
    .run(w.trainer.personId, courseId);
  const offers = (at: number) =>
    todayFor(as(w.trainer, at), new Date(at).toISOString().slice(0, 10)).awaits.filter(
      (item) => item.kind === "close" && item.course.id === courseId,
    );
  const last = sessions.at(-1)!;
  const end = instantOf(last.day, last.endsAt, "Asia/Amman");
  for (const session of sessions.slice(0, -1)) value(mark(session, ["present", "present"]));
  expect(offers(end)).toEqual([]);
  value(mark(last, ["present", "present"], end));
  expect(offers(end - 1)).toEqual([]);
  expect(offers(end)).toMatchObject([{ kind: "close", days: 0 }]);
});

describe("what was held", () => {
  it("stays with when it was: a session with a roll does not move to a time to come", async () => {
    const { courseId, sessions, mark } = await running();
    const [first] = sessions;
    value(mark(first!, ["present", "present"]));
    const move = (day: string, startsAt = "09:00", endsAt = "10:00") =>
      saveSession(
        as(w.coordinator, noon("2027-02-08")),
        sessionSchema.parse({
          courseId: String(courseId),
          sessionId: String(first!.id),
          kind: "other",
          title: "Moved",
          day,
          startsAt,
          endsAt,
          corrects: "on",
        }),
      );
    expect(fault(move("2027-02-10")).fields).toEqual({ day: { code: "sessionWasHeld" } });
    // Later on the same day is still to come as well.
    expect(fault(move("2027-02-08", "17:00", "18:00")).fields).toEqual({ day: { code: "sessionWasHeld" } });
    value(move("2027-02-08"));
    expect(fault(move("2027-02-08", "17:00", "18:00")).fields).toEqual({
      startsAt: { code: "sessionWasHeld" },
    });
  });
  it("gets another time only from whoever says that it was held then, having been told whose hours are counted again", async () => {
    const { courseId, sessions, mark } = await running();
    const first = sessions.find((one) => minutesOf(one.endsAt) - minutesOf(one.startsAt) > 60)!;
    value(mark(first, ["present", "present"]));
    const save = (more: Record<string, unknown>) =>
      saveSession(
        as(w.coordinator, noon("2027-02-12")),
        sessionSchema.parse({
          ...{ courseId: String(courseId), sessionId: String(first.id), kind: "other", title: "Corrected" },
          ...{ day: first.day, startsAt: first.startsAt, endsAt: first.endsAt, ...more },
        }),
      );
    const shorter = { endsAt: timeOf(minutesOf(first.endsAt) - 30) };
    const minutes = () => courseRecords(as(w.coordinator), courseId)!.people.map((person) => person.minutes);
    const before = minutes();
    const earlier = { startsAt: "07:00", endsAt: "08:00" };
    for (const another of [shorter, earlier, { day: "2027-02-09" }]) {
      expect(fault(save(another)).fields).toEqual({
        corrects: { code: "sessionTimeHeld", params: { count: 2 } },
      });
      expect(minutes()).toEqual(before);
    }
    // Its name is nobody's hours.
    value(save({ title: "Another name" }));
    value(save({ ...shorter, corrects: "on" }));
    expect(minutes()).toEqual(before.map((was) => was - 30));
  });
  it("was missed by whoever leaves and comes back", async () => {
    const { courseId, sessions, mark, people } = await running({ endsOn: "2027-02-18" });
    for (const session of sessions.slice(0, 3)) value(mark(session, ["present", "absent"]));
    const percent = () => {
      const person = courseRecords(as(w.coordinator), courseId)!.people.find(
        (p) => p.registrationId === people[1]!.id,
      )!;
      return [person.minutes, person.plannedMinutes, person.joinedLater];
    };
    const before = percent();
    const { token } = people[1]!;
    value(withdraw(as(visitor, noon("2027-02-09")), { token, reason: null }));
    sqlite().prepare("UPDATE courses SET state = 'open' WHERE id = ?").run(courseId);
    value(await comeBack(as(visitor, noon("2027-02-10")), { token }, "an-address"));
    expect(percent()).toEqual(before);
  });
});

describe("a session of whatever kind", () => {
  it("can be planned, and counts for whoever is in the course by its minutes", async () => {
    const { courseId, people } = await running();
    const planned = () =>
      courseRecords(as(w.coordinator), courseId)!.people.find((p) => p.registrationId === people[0]!.id)!
        .plannedMinutes;
    const before = planned();
    for (const [i, kind] of sessionKinds.entries())
      value(
        saveSession(
          as(w.coordinator, noon("2027-02-08")),
          sessionSchema.parse({
            courseId: String(courseId),
            kind,
            moduleId: kind === "module" ? String(w.moduleIds[0]) : "",
            day: "2027-02-10",
            startsAt: timeOf(16 * 60 + i * 30),
            endsAt: timeOf(16 * 60 + i * 30 + 20),
          }),
        ),
      );
    expect(planned()).toBe(before + sessionKinds.length * 20);
  });
});

describe("a course that is entered when some of it is over", () => {
  it("counts its first sessions for everybody: nobody joined later than anybody", async () => {
    const course = opened(w, { endsOn: "2027-02-18" });
    const entered = noon("2027-02-10");
    for (let i = 0; i < 2; i++) value(await registered(course.slug, {}, entered + i));
    const [person] = courseRecords(as(w.coordinator), course.courseId)!.people;
    const all = sessionsOf(course.courseId).length;
    expect(person).toMatchObject({ joinedLater: null, sessionsWithoutEntry: all });
  });
});

describe("a sheet prepared for the last day", () => {
  it("is not valid before the day that it bears, where the course ends early", async () => {
    const { courseId, sessions, mark } = await running();
    for (const session of sessions.filter((s) => s.day < "2027-02-11"))
      value(mark(session, ["present", "absent"]));
    for (const session of sessions.filter((s) => s.day === "2027-02-11"))
      value(
        takeRoll(as(w.trainer, noon("2027-02-10")), {
          sessionId: session.id,
          reason: "Everybody leaves tonight",
          marks: registrationsOf(courseId).map((r, i) => ({
            registrationId: r.id,
            state: i === 0 ? "present" : "absent",
            lateMinutes: 0,
          })),
        }),
      );
    value(prepareCertificates(as(w.coordinator, noon("2027-02-10")), { courseId }));
    value(ended(w.coordinator, courseId, noon("2027-02-10"), { reason: "Everybody leaves tonight" }));
    const serial = sqlite()
      .prepare(
        "SELECT serial FROM certificates x JOIN registrations r ON r.id = x.registration_id WHERE r.course_id = ? AND voided_at IS NULL",
      )
      .pluck()
      .get(courseId) as string;
    const answer = (day: string) => verify(as(visitor, noon(day)), serial, "a").answer;
    expect([answer("2027-02-10"), answer("2027-02-11")]).toEqual(["prepared", "valid"]);
  });
});

describe("a certificate that rests on what has gone", () => {
  it("is in Today however long its course is over", async () => {
    const { courseId, sessions, mark, people } = await running();
    for (const session of sessions) value(mark(session, ["present", "present"]));
    value(ended(w.coordinator, courseId, noon("2027-02-12")));
    value(issueCertificates(as(w.coordinator, noon("2027-02-12")), { courseId, reason: null }));
    const late = noon("2029-02-12");
    const lost = () =>
      todayFor(as(w.coordinator, late), "2029-02-12").awaits.filter(
        (item) => item.kind === "rule_lost" && item.course.id === courseId,
      );
    expect(lost()).toEqual([]);
    for (const session of sessions)
      value(
        takeRoll(as(w.trainer, late), {
          sessionId: session.id,
          reason: "Was another person",
          marks: [{ registrationId: people[0]!.id, state: "absent", lateMinutes: 0 }],
        }),
      );
    expect(lost()).toMatchObject([{ count: 1 }]);
    const certificateId = sqlite()
      .prepare("SELECT id FROM certificates WHERE registration_id = ?")
      .pluck()
      .get(people[0]!.id) as number;
    value(revokeCertificate(as(w.coordinator, late), { certificateId, reason: "Was another person" }));
    expect(lost()).toEqual([]);
  });
});
