import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import { editCourse, setCourseState } from "../../lib/courses/commands";
import { publicCourse } from "../../lib/courses/queries";
import { courseEditSchema } from "../../lib/courses/schema";
import { askTrainers } from "../../lib/requests/commands";
import { askSchema } from "../../lib/requests/schema";
import {
  proposeSessions,
  replaceTrainer,
  saveSession,
  undoTimetableChange,
} from "../../lib/timetable/commands";
import { doneTo } from "../../lib/timetable/rules/done";
import { proposalSchema, replaceTrainerSchema, sessionSchema } from "../../lib/timetable/schema";
import { doneTraining } from "../../lib/timetable/store/trained";
import { whoCanTeach } from "../../lib/trainers/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { rowsOf } from "../support/timetableSteps";
import { transact } from "../support/transact";
import { courseForm, fault, now, opened, person, planned, value, world } from "../support/world";

freshDatabase();
const w = world();
const [rami, nour] = w.trainerIds as [number, number];
const cx = as(w.coordinator, now);
const { courseId } = opened(w);
const trainer = (name: string) => {
  const personId = person(name);
  transact((db) =>
    db
      .insert(programmeMembers)
      .values({ programmeId: w.programmeId, personId, role: "trainer", since: now })
      .run(),
  );
  return personId;
};
const salma = trainer("Salma");
const team = () =>
  sqlite()
    .prepare("SELECT person_id FROM course_trainers WHERE course_id = ? ORDER BY person_id")
    .pluck()
    .all(courseId);
const toTell = () =>
  Object.fromEntries(
    sqlite()
      .prepare(
        "SELECT person_id, group_concat(message) FROM notices WHERE course_id = ? AND told_at IS NULL GROUP BY person_id",
      )
      .raw()
      .all(courseId) as [number, string][],
  );
const replace = (personId: number, byPersonId: number, reason = "", at = cx) =>
  replaceTrainer(
    at,
    replaceTrainerSchema.parse({
      ...{ courseId: String(courseId), personId: String(personId) },
      ...{ byPersonId: String(byPersonId), reason },
    }),
  );
const trains = (id: number) =>
  courseSessions(cx, courseId).filter((s) => s.trainers.some((t) => t.id === id));

it("a trainer who falls ill is refused in the course's form by name, with the way to replace them", () => {
  const row = sqlite().prepare("SELECT version, starts_on, ends_on FROM courses WHERE id = ?").get(courseId);
  const { version, starts_on, ends_on } = row as { version: number; starts_on: string; ends_on: string };
  const form = courseForm(w, { startsOn: starts_on, endsOn: ends_on, trainerIds: [String(nour)] });
  const said = editCourse(
    cx,
    courseEditSchema.parse({ ...form, courseId: String(courseId), version: String(version) }),
  );
  expect(fault(said)).toMatchObject({
    fields: {
      trainerIds: {
        code: "trainerHasSessions",
        params: { count: trains(rami).length },
        replace: { courseId, personId: rami },
      },
    },
  });
});

it("nobody is offered who would take over a session that they train already; others of the team are", () => {
  const offered = () =>
    whoCanTeach(cx, gate.course(cx, "trainers.ask", courseId), { sessionId: null, replaced: rami }).map(
      ({ id }) => id,
    );
  expect(trains(rami).every(({ trainers }) => trainers.some(({ id }) => id === nour))).toBe(true);
  expect(offered()).toEqual([salma]);
  sqlite().exec("SAVEPOINT alone");
  sqlite().prepare("DELETE FROM session_trainers WHERE person_id = ?").run(nour);
  expect(offered().sort()).toEqual([nour, salma]);
  sqlite().exec("ROLLBACK TO alone; RELEASE alone");
});

it("another one takes over every session to come in the same role, with a reason, and both hear of it; the undo brings all back", () => {
  const before = rowsOf(courseId);
  const roles = trains(rami).map((s) => [s.id, s.trainers.find(({ id }) => id === rami)!.role]);
  expect(roles.length).toBeGreaterThan(2);
  const ask = { sessionId: "", role: "co_trainer", answerBy: "2027-01-31", message: "" };
  const [session] = courseSessions(cx, courseId);
  sqlite()
    .prepare("DELETE FROM session_trainers WHERE session_id = ? AND person_id = ?")
    .run(session!.id, rami);
  value(
    askTrainers(
      cx,
      askSchema.parse({
        ...ask,
        courseId: String(courseId),
        sessionId: String(session!.id),
        trainerIds: [String(rami)],
      }),
    ),
  );
  const left = rowsOf(courseId);
  // Nobody knows that she can lead these modules.
  expect(fault(replace(rami, salma))).toMatchObject({ fields: { reason: { code: "replaceReason" } } });
  expect(team()).toEqual([rami, nour]);
  const { changeId, sessions } = value(replace(rami, salma, "She taught them in Paris"));
  expect(sessions).toBe(roles.length - 1);
  expect(team()).toEqual([nour, salma]);
  expect(trains(rami)).toEqual([]);
  expect(trains(salma).map((s) => [s.id, s.trainers.find(({ id }) => id === salma)!.role])).toEqual(
    roles.slice(1),
  );
  const states = () => sqlite().prepare("SELECT state FROM trainer_requests ORDER BY id").pluck().all();
  expect(states()).toEqual(["taken_back"]);
  expect(toTell()).toMatchObject({ [salma]: "trainingGiven" });
  expect(toTell()[rami]).toContain("trainingEnded");
  value(undoTimetableChange(cx, { changeId: changeId! }));
  expect(rowsOf(courseId)).toEqual(left);
  expect(rowsOf(courseId)).not.toEqual(before);
  expect(team()).toEqual([rami, nour]);
  expect(toTell()[salma]).toBeUndefined();
  // What he was asked waits again, and he is told so.
  expect(states()).toEqual(["waiting"]);
  expect(toTell()[rami]).toBe("trainerAsked");
  sqlite().prepare("DELETE FROM trainer_requests").run();
});

it("what the newcomer was asked is settled where they train all of it in that role, and waits again after the undo", () => {
  const { id: sessionId } = trains(rami)[1]!;
  const put = (person: number, role: "lead" | "apprentice") =>
    sqlite()
      .prepare("UPDATE session_trainers SET role = ? WHERE session_id = ? AND person_id = ?")
      .run(role, sessionId, person);
  const ask = { sessionId: String(sessionId), role: "lead", answerBy: "2027-01-31", message: "" };
  value(
    askTrainers(cx, askSchema.parse({ ...ask, courseId: String(courseId), trainerIds: [String(salma)] })),
  );
  const states = () => sqlite().prepare("SELECT state FROM trainer_requests").pluck().all();
  const change = () => value(replace(rami, salma, "Ill")).changeId!;
  put(rami, "apprentice");
  const asApprentice = change();
  expect(states()).toEqual(["waiting"]);
  value(undoTimetableChange(cx, { changeId: asApprentice }));
  put(rami, "lead");
  const asLead = change();
  expect(states()).toEqual(["taken_back"]);
  value(undoTimetableChange(cx, { changeId: asLead }));
  expect(states()).toEqual(["waiting"]);
  sqlite().prepare("DELETE FROM trainer_requests").run();
});

it("both hear of it in a draft too, of which nobody was asked; the undo takes it back, told or not", () => {
  const draft = planned(w, { startsOn: "2027-06-06", endsOn: "2027-06-10" });
  const propose = { startsAt: "08:00", endsAt: "15:00", breakFrom: "12:00", breakMinutes: "30" };
  value(proposeSessions(cx, proposalSchema.parse({ courseId: String(draft.courseId), ...propose })));
  const told = () =>
    Object.fromEntries(
      sqlite()
        .prepare("SELECT person_id, message, params FROM notices WHERE course_id = ? AND told_at IS NULL")
        .raw()
        .all(draft.courseId)
        .map((row) => {
          const [personId, message, params] = row as [number, string, string];
          return [personId, JSON.parse(params).takesOver ? `${message}, takes over` : message];
        }),
    );
  const change = (personId: number, byPersonId: number) =>
    value(
      replaceTrainer(
        cx,
        replaceTrainerSchema.parse({
          ...{ courseId: String(draft.courseId), personId: String(personId) },
          ...{ byPersonId: String(byPersonId), reason: "Ill" },
        }),
      ),
    ).changeId!;
  const first = change(rami, salma);
  expect(told()).toEqual({ [rami]: "trainingEnded", [salma]: "trainingGiven" });
  value(undoTimetableChange(cx, { changeId: first }));
  expect(told()).toEqual({});
  // Once they have heard of it, they hear of its end as well.
  const second = change(rami, salma);
  sqlite().prepare("UPDATE notices SET told_at = ? WHERE course_id = ?").run(now, draft.courseId);
  value(undoTimetableChange(cx, { changeId: second }));
  expect(told()).toEqual({ [rami]: "trainingGiven", [salma]: "trainingEnded" });
  sqlite().prepare("UPDATE notices SET told_at = ? WHERE course_id = ?").run(now, draft.courseId);
  // Who trains in it already takes over one more's sessions: that is no news of dates.
  sqlite()
    .prepare(
      "DELETE FROM session_trainers WHERE person_id = ? AND session_id IN (SELECT id FROM sessions WHERE course_id = ?)",
    )
    .run(nour, draft.courseId);
  change(rami, nour);
  expect(told()).toEqual({ [rami]: "trainingEnded", [nour]: "trainingGiven, takes over" });
});

it("what was begun stays; who teaches elsewhere at that time is refused with that session", () => {
  const [first, second] = courseSessions(cx, courseId);
  const busy = planned(w, { startsOn: second!.day, endsOn: second!.day, trainerIds: [String(salma)] });
  value(
    saveSession(
      cx,
      sessionSchema.parse({
        ...{ courseId: String(busy.courseId), kind: "other", title: "Elsewhere", day: second!.day },
        ...{ startsAt: second!.startsAt, endsAt: second!.endsAt, trainerIds: [String(salma)] },
      }),
    ),
  );
  expect(fault(replace(nour, salma, "Ill"))).toMatchObject({
    fields: { byPersonId: { code: "trainerBusy" } },
  });
  const other = trainer("Other");
  value(replace(nour, other, "Ill", as(w.coordinator, first!.startInstant + 1)));
  expect(trains(nour).map(({ id }) => id)).toEqual([first!.id]);
  expect(team()).toContain(nour);
});

it("who trained what is over and handed on the rest is not of the team for what comes: not named, not proposed, not told; the record keeps them", () => {
  const own = opened(w, { startsOn: "2027-04-04", endsOn: "2027-04-06" });
  const [first, ...rest] = courseSessions(cx, own.courseId);
  const next = rest.find(({ day }) => day !== first!.day)!;
  const then = as(w.coordinator, next.startInstant - 2);
  const other = trainer("Comes after");
  const change = { courseId: String(own.courseId), personId: String(nour), byPersonId: String(other) };
  value(replaceTrainer(then, replaceTrainerSchema.parse({ ...change, reason: "Ill" })));
  const later = as(w.coordinator, next.startInstant - 1);
  sqlite().prepare("UPDATE sessions SET placed_by_hand = 1 WHERE id = ?").run(first!.id);
  const named = () => publicCourse(as(visitor, later.now), own.slug)!.trainers;
  expect(named().flatMap(({ id, done }) => (done ? id : []))).toEqual([nour]);
  value(
    proposeSessions(
      later,
      proposalSchema.parse({
        courseId: String(own.courseId),
        startsAt: "08:00",
        endsAt: "15:00",
        breakFrom: "12:00",
        breakMinutes: "30",
      }),
    ),
  );
  const trained = courseSessions(cx, own.courseId).filter((s) => s.trainers.some(({ id }) => id === nour));
  expect(trained.every((s) => s.startInstant <= first!.startInstant)).toBe(true);
  const told = () =>
    sqlite()
      .prepare("SELECT message FROM notices WHERE course_id = ? AND person_id = ? AND told_at IS NULL")
      .pluck()
      .all(own.courseId, nour);
  expect(told()).toEqual(["trainingEnded"]);
  sqlite().prepare("UPDATE notices SET told_at = ?").run(now);
  value(setCourseState(later, { courseId: own.courseId, from: "open", to: "cancelled", reason: "Flood" }));
  expect(told()).toEqual([]);
  // Once all of it is over, everybody who trained it is named.
  const over = as(w.coordinator, Date.parse("2027-05-01T09:00:00Z"));
  expect(doneTraining(over, { id: own.courseId, scheduledBy: null })).toEqual([]);
});

it("nobody is done with a course while nobody is named for something that comes", () => {
  const own = opened(w, { startsOn: "2027-04-11", endsOn: "2027-04-13" });
  const [first, ...rest] = courseSessions(cx, own.courseId);
  const next = rest.find(({ day }) => day !== first!.day)!;
  sqlite()
    .prepare(
      "DELETE FROM session_trainers WHERE session_id IN (SELECT id FROM sessions WHERE course_id = ? AND day > ?)",
    )
    .run(own.courseId, first!.day);
  const then = as(w.coordinator, next.startInstant - 1);
  expect(publicCourse(as(visitor, then.now), own.slug)!.trainers.some(({ done }) => done)).toBe(false);
  value(setCourseState(then, { courseId: own.courseId, from: "open", to: "cancelled", reason: "Flood" }));
  const told = sqlite()
    .prepare("SELECT count(*) FROM notices WHERE course_id = ? AND person_id = ? AND told_at IS NULL")
    .pluck();
  expect(told.get(own.courseId, nour)).toBe(1);
});

it("is said in the list of changes as what it is", () => {
  const at = (id: number) => ({ id, day: "2027-02-07", startsAt: "09:00", endsAt: "10:00" });
  expect(doneTo([at(1), at(2)], [at(1), at(2)])).toBe("trainers");
});
