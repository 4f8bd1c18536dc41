import { beforeEach, describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { system } from "../../lib/access/table";
import { contextOf } from "../../lib/acts/context";
import { scheduleWorkshop, setCourseState } from "../../lib/courses/commands";
import { courseStateSchema, workshopSchema } from "../../lib/courses/schema";
import { dueInCourses } from "../../lib/due/store";
import {
  acceptRequest,
  askAgain,
  askTrainers,
  chaseRequests,
  declineRequest,
  proposeInstead,
  settleRequest,
  takeBackRequest,
} from "../../lib/requests/commands";
import { courseRequests, ownRequests } from "../../lib/requests/queries";
import { askSchema } from "../../lib/requests/schema";
import { addDays } from "../../lib/time/civil";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { transact } from "../support/transact";
import { courseForm, day, fault, now, opened, person, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const [rami] = w.trainerIds as [number, number];
const coordinator = as(w.coordinator, now);
/** Another trainer of the programme, for each test. */
let salma = viewer(0);
let weeks = 0;
/** Days of its own for each course, so that nobody is in two places but where a test says so. */
const startsOn = () => new Date(Date.parse("2027-06-06") + 7 * day * weeks++).toISOString().slice(0, 10);
const trainer = (name: string, programmeId = w.programmeId) => {
  const personId = person(name);
  transact((db) =>
    db.insert(programmeMembers).values({ programmeId, personId, role: "trainer", since: now }).run(),
  );
  return viewer(personId, { trains: [programmeId] });
};
beforeEach(() => {
  salma = trainer("Salma");
});

const course = (more: Record<string, unknown> = {}) => {
  const from = startsOn();
  const to = new Date(Date.parse(from) + 2 * day).toISOString().slice(0, 10);
  return opened(w, { startsOn: from, endsOn: to, trainerIds: [String(rami)], ...more }).courseId;
};
const ask = (courseId: number, personIds: number[], more: Record<string, string> = {}, cx = coordinator) =>
  askTrainers(
    cx,
    askSchema.parse({
      courseId: String(courseId),
      ...{
        sessionId: "",
        trainerIds: personIds.map(String),
        role: "co_trainer",
        answerBy: "2027-02-01",
        message: "",
      },
      ...more,
    }),
  );
const requestOf = (personId: number) =>
  sqlite()
    .prepare("SELECT max(id) FROM trainer_requests WHERE person_id = ?")
    .pluck()
    .get(personId) as number;
const asked = (courseId: number) => {
  value(ask(courseId, [salma.personId!]));
  return requestOf(salma.personId!);
};
const sessionsOf = (courseId: number) => courseSessions(coordinator, courseId);
const due = (courseId: number, at = now) =>
  dueInCourses(as(w.coordinator, at), gate.reach(as(w.coordinator, at), "course.read"), [courseId])
    .map(({ kind }) => kind)
    .filter((kind) => kind === "unanswered" || kind === "ask_others");
const told = (personId: number) =>
  sqlite().prepare("SELECT message FROM notices WHERE person_id = ? ORDER BY id").pluck().all(personId);

describe("asking trainers", () => {
  it("makes them provisional, tells them and the coordinator, and takes them in once they accept", () => {
    const courseId = course();
    const requestId = asked(courseId);
    for (const s of sessionsOf(courseId)) {
      expect(s.asked.map(({ id }) => id)).toEqual([salma.personId]);
      expect(s.trainers.map(({ id }) => id)).toEqual([rami]);
    }
    expect(told(salma.personId!)).toEqual(["trainerAsked"]);
    const mine = as(salma, now);
    expect(ownRequests(mine, gate.self(mine)).map(({ id, shown }) => [id, shown])).toEqual([
      [requestId, "waiting"],
    ]);
    // On Today once the day to answer by is over, where the course takes place.
    const late = Date.parse("2027-02-01T21:00:00Z");
    expect(due(courseId, late - 1)).toEqual([]);
    expect(due(courseId, late)).toEqual(["unanswered"]);
    value(acceptRequest(mine, { requestId }));
    for (const s of sessionsOf(courseId)) {
      expect(s.asked).toEqual([]);
      expect(s.trainers.map(({ id, role }) => [id, role])).toEqual([
        [rami, "lead"],
        [salma.personId, "co_trainer"],
      ]);
    }
    expect(due(courseId, late)).toEqual([]);
    // What they were to be told of it is out of date.
    expect(told(salma.personId!)).toEqual([]);
  });
  it("for one session gives them that one alone, as what they were asked for", () => {
    const courseId = course();
    const [first, second] = sessionsOf(courseId);
    value(ask(courseId, [salma.personId!], { sessionId: String(first!.id), role: "apprentice" }));
    value(acceptRequest(as(salma, now), { requestId: requestOf(salma.personId!) }));
    const after = sessionsOf(courseId);
    expect(after.find(({ id }) => id === first!.id)?.trainers.at(-1)).toMatchObject({
      id: salma.personId,
      role: "apprentice",
    });
    expect(after.find(({ id }) => id === second!.id)?.trainers).toHaveLength(1);
  });
  it("is refused where it makes no sense, and nothing is asked", () => {
    const courseId = course();
    const wrong = (personIds: number[], more: Record<string, string> = {}) => {
      const { code, fields } = fault(ask(courseId, personIds, more));
      return Object.values(fields ?? {})[0]?.code ?? code;
    };
    expect(wrong([rami])).toBe("askedTeaches");
    expect(wrong([trainer("Elsewhere", w.otherId).personId!])).toBe("trainerNotInProgramme");
    expect(wrong([salma.personId!], { answerBy: "2020-01-01" })).toBe("answerByPast");
    expect(wrong([salma.personId!], { answerBy: "2028-12-01" })).toBe("answerByLate");
    const elsewhere = sessionsOf(course())[0]!.id;
    expect(wrong([salma.personId!], { sessionId: String(elsewhere) })).toBe("sessionGone");
    asked(courseId);
    expect(wrong([salma.personId!])).toBe("askedAlready");
    expect(wrong([salma.personId!, rami])).toBe("askedAlready");
    sqlite()
      .prepare(
        "INSERT INTO accounts (person_id, email, created_at, disabled_at) VALUES (?, 'd@example.org', 0, 1)",
      )
      .run(trainer("Disabled").personId);
    const disabled = sqlite().prepare("SELECT max(id) FROM persons").pluck().get() as number;
    expect(wrong([disabled])).toBe("trainerDisabled");
    expect(courseRequests(coordinator, gate.course(coordinator, "trainers.ask", courseId))).toHaveLength(1);
  });
});

describe("the answer", () => {
  it("with a reason, or with another trainer or time, stands on the coordinator's Today until they are done with it", () => {
    const [one, other] = [course(), course()];
    value(declineRequest(as(salma, now), { requestId: asked(one), reason: "Exams" }));
    const instead = {
      otherPersonId: null,
      // Of a whole course that is to come, another day is its first one.
      otherDay: addDays(sessionsOf(other)[0]!.day, 1),
      otherTime: null,
      reason: null,
    };
    const requestId = asked(other);
    expect(
      fault(proposeInstead(as(salma, now), { requestId, ...instead, otherPersonId: salma.personId })).fields,
    ).toHaveProperty("otherPersonId");
    const gone = trainer("Disabled").personId!;
    sqlite()
      .prepare(
        "INSERT INTO accounts (person_id, email, created_at, disabled_at) VALUES (?, 'g@example.org', 0, 1)",
      )
      .run(gone);
    const disabled = proposeInstead(as(salma, now), { requestId, ...instead, otherPersonId: gone });
    expect(fault(disabled).fields).toMatchObject({ otherPersonId: { code: "trainerDisabled" } });
    value(proposeInstead(as(salma, now), { requestId, ...instead }));
    expect([due(one), due(other)]).toEqual([["ask_others"], ["ask_others"]]);
    expect(sessionsOf(one).flatMap((s) => s.asked)).toEqual([]);
    value(settleRequest(coordinator, { requestId }));
    expect(due(other)).toEqual([]);
    expect(fault(settleRequest(coordinator, { requestId })).code).toBe("requestChanged");
  });
  it("is refused where they teach elsewhere by then, and nothing is half done", () => {
    const from = startsOn();
    const days = { startsOn: from, endsOn: from };
    const one = course(days);
    const requestId = asked(one);
    // Meanwhile somebody puts them into another course at that time.
    course({ ...days, trainerIds: [String(salma.personId)], venueId: "" });
    const refused = fault(acceptRequest(as(salma, now), { requestId }));
    expect(refused.code).toMatch(/^trainerBusySelf/);
    expect(sessionsOf(one).every((s) => s.trainers.length === 1 && s.asked.length === 1)).toBe(true);
    value(declineRequest(as(salma, now), { requestId, reason: "I teach elsewhere" }));
  });
  it("given twice, by somebody else, or after it was taken back, cancelled or begun, says so", () => {
    const answer = (requestId: number, by = salma, at = now) =>
      fault(acceptRequest(as(by, at), { requestId })).code;
    const one = asked(course());
    expect(answer(one, trainer("Somebody else"))).toBe("notFound");
    expect(answer(one, w.coordinator)).toBe("notFound");
    value(acceptRequest(as(salma, now), { requestId: one }));
    expect(answer(one)).toBe("requestAnsweredAlready");
    expect(fault(takeBackRequest(coordinator, { requestId: one })).code).toBe("requestChanged");
    const two = asked(course());
    value(takeBackRequest(coordinator, { requestId: two }));
    expect(answer(two)).toBe("requestTakenBack");
    const cancelled = course();
    const three = asked(cancelled);
    value(
      setCourseState(
        coordinator,
        courseStateSchema.parse({
          courseId: String(cancelled),
          from: "open",
          to: "cancelled",
          reason: "No money",
        }),
      ),
    );
    expect(answer(three)).toBe("askedCancelled");
    // Nobody is reminded of what does not take place; whoever was asked is told.
    expect(
      sqlite()
        .prepare(
          "SELECT t.state, (SELECT count(*) FROM audit_log WHERE action = 'request.taken-back' AND json_extract(detail, '$.requestId') = t.id) AS told FROM trainer_requests t WHERE t.id = ?",
        )
        .get(three),
    ).toEqual({ state: "taken_back", told: 1 });
    const late = course();
    const [first] = sessionsOf(late);
    value(ask(late, [salma.personId!], { sessionId: String(first!.id) }));
    expect(answer(requestOf(salma.personId!), salma, first!.startInstant + 1)).toBe("askedTooLate");
    // After the day to answer by it still counts, as long as nobody took it back.
    const four = asked(course());
    value(acceptRequest(as(salma, Date.parse("2027-02-05T08:00:00Z")), { requestId: four }));
    // Whose role has ended trains nobody's course.
    const five = asked(course());
    sqlite().prepare("DELETE FROM programme_members WHERE person_id = ?").run(salma.personId);
    expect(answer(five)).toBe("askedNoTrainer");
  });
});

describe("the reminders", () => {
  const chase = (at: string) => chaseRequests(contextOf(system, Date.parse(at)));
  const reminders = (requestId: number) =>
    sqlite()
      .prepare(
        "SELECT count(*) FROM audit_log WHERE action = 'request.chased' AND json_extract(detail, '$.requestId') = ?",
      )
      .pluck()
      .get(requestId);
  it("go out once before the day and once on it, run twice, late or by two processes", () => {
    const requestId = asked(course());
    expect(chase("2027-01-29T08:00:00Z")).toBe(0);
    chase("2027-01-30T08:00:00Z");
    chase("2027-01-30T09:00:00Z");
    expect(reminders(requestId)).toBe(1);
    chase("2027-02-01T08:00:00Z");
    chase("2027-02-01T08:00:00Z");
    chase("2027-02-09T08:00:00Z");
    expect(reminders(requestId)).toBe(2);
    // A process that was off for a week sends the last one alone.
    const late = asked(course());
    chase("2027-02-09T08:00:00Z");
    chase("2027-02-10T08:00:00Z");
    expect(reminders(late)).toBe(1);
    // Asked again, they are reminded again; who has answered is not.
    value(askAgain(coordinator, { requestId: late, answerBy: "2027-03-01" }));
    chase("2027-03-01T08:00:00Z");
    expect(reminders(late)).toBe(2);
    value(acceptRequest(as(salma, Date.parse("2027-03-01T09:00:00Z")), { requestId: late }));
    expect(chase("2027-03-02T08:00:00Z")).toBe(0);
  });
});

describe("co-trainers of a workshop", () => {
  it("are asked, and teach in it once they accept", () => {
    const from = startsOn();
    const form = workshopSchema.parse({
      ...courseForm(w),
      ...{
        place: "Kufr Asad",
        startsOn: from,
        endsOn: "",
        trainerIds: [String(salma.personId)],
        wholeIds: [],
      },
      ...{ startsAt: "09:00", endsAt: "16:00", breakFrom: "12:00", breakMinutes: "30" },
    });
    const { courseId } = value(scheduleWorkshop(as(w.trainer, now), form));
    expect(sessionsOf(courseId).map((s) => [s.trainers.length, s.asked.length])).toContainEqual([1, 1]);
    value(acceptRequest(as(salma, now), { requestId: requestOf(salma.personId!) }));
    expect(sessionsOf(courseId).every((s) => s.trainers.length === 2)).toBe(true);
  });
});
