import { beforeEach, describe, expect, it } from "vitest";
import { writeMessage } from "../../app/_words/message";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import {
  approveWorkshop,
  confirmCourse,
  editCourse,
  setCourseState,
  turnDownWorkshop,
} from "../../lib/courses/commands";
import { courseEditSchema } from "../../lib/courses/schema";
import { seenOf } from "../../lib/courses/store/workshops";
import { saveGroup } from "../../lib/groups/commands";
import { valuesOf } from "../../lib/messages/values";
import { acceptRequest, askTrainers, declineRequest, proposeInstead } from "../../lib/requests/commands";
import { askSchema } from "../../lib/requests/schema";
import { moveCourse, replaceTrainer, saveSession, undoTimetableChange } from "../../lib/timetable/commands";
import { replaceTrainerSchema, sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { trainingAsWritten as written } from "../support/toTell";
import { transact } from "../support/transact";
import {
  courseForm,
  day,
  now,
  opened,
  ownWorkshop,
  person,
  planned,
  registered,
  value,
  viewer,
  world,
} from "../support/world";

freshDatabase();
const w = world();
const [rami, nour] = w.trainerIds as [number, number];
const coordinator = as(w.coordinator, now);
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
let weeks = 0;
/** Days of its own for each course, from a Sunday. */
const days = () => {
  const from = Date.parse("2027-06-06") + 7 * day * weeks++;
  const at = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return { startsOn: at(from), endsOn: at(from + 2 * day) };
};
const course = (more: Record<string, unknown> = {}) => opened(w, { ...days(), ...more });
let salma = 0;
beforeEach(() => {
  salma = trainer("Salma");
});

const ask = (courseId: number, personId: number, sessionId: number | null = null) => {
  value(
    askTrainers(
      coordinator,
      askSchema.parse({
        ...{ courseId: String(courseId), sessionId: sessionId === null ? "" : String(sessionId) },
        ...{ trainerIds: [String(personId)], role: "co_trainer", answerBy: "2027-02-01", message: "" },
      }),
    ),
  );
  return sqlite()
    .prepare("SELECT max(id) FROM trainer_requests WHERE person_id = ?")
    .pluck()
    .get(personId) as number;
};
const accepts = (courseId: number, personId: number, sessionId: number | null = null) =>
  value(acceptRequest(as(viewer(personId), now), { requestId: ask(courseId, personId, sessionId) }));
/** Who stands among the people to tell of a course, and with what. */
const toTell = (courseId: number) =>
  Object.fromEntries(
    sqlite()
      .prepare(
        "SELECT person_id, group_concat(message) FROM notices WHERE course_id = ? AND told_at IS NULL GROUP BY person_id",
      )
      .raw()
      .all(courseId) as [number, string][],
  );
const cancel = (courseId: number, from: "open" | "draft" = "open", cx = coordinator) =>
  value(setCourseState(cx, { courseId, from, to: "cancelled", reason: "No money" }));
const edit = (courseId: number, more: Record<string, unknown>) => {
  const row = sqlite().prepare("SELECT version, starts_on, ends_on FROM courses WHERE id = ?").get(courseId);
  const { version, starts_on, ends_on } = row as { version: number; starts_on: string; ends_on: string };
  return value(
    editCourse(
      coordinator,
      courseEditSchema.parse({
        ...courseForm(w, { startsOn: starts_on, endsOn: ends_on, ...more }),
        ...{ courseId: String(courseId), version: String(version) },
      }),
    ),
  );
};

describe("of a cancellation everybody who would have come is told once", () => {
  it("trainers of the course and of one session, who is asked, and people; nothing else stays to be told", async () => {
    const { courseId, slug } = course();
    const [one, two, asked] = [trainer("One"), trainer("Two"), trainer("Asked")];
    accepts(courseId, one);
    const [first, second] = courseSessions(coordinator, courseId);
    accepts(courseId, two, first!.id);
    ask(courseId, asked);
    // Asked for two sessions, somebody is to hear of both.
    ask(courseId, salma, first!.id);
    ask(courseId, salma, second!.id);
    expect(toTell(courseId)[salma]).toBe("trainerAsked,trainerAsked");
    value(await registered(slug));
    const { personId: hana } = sqlite()
      .prepare("SELECT person_id AS personId FROM registrations WHERE course_id = ?")
      .get(courseId) as { personId: number };
    cancel(courseId);
    expect(toTell(courseId)).toEqual({
      ...Object.fromEntries([rami, nour, one, two, asked, salma].map((id) => [id, "trainingCancelled"])),
      [hana]: "courseCancelled",
    });
  });
  it("of a draft too, and by mail where mail reaches them", () => {
    const { courseId } = planned(w, days());
    sqlite().prepare("UPDATE persons SET email = 'rami@example.org' WHERE id = ?").run(rami);
    const cx = as(w.coordinator, now);
    const settings = { ...cx.settings, smtpUrl: "smtp://127.0.0.1:9" };
    cancel(courseId, "draft", { ...cx, settings });
    sqlite().prepare("UPDATE persons SET email = NULL WHERE id = ?").run(rami);
    expect(toTell(courseId)).toEqual({ [nour]: "trainingCancelled" });
    expect(
      sqlite().prepare("SELECT person_id FROM jobs WHERE message = 'trainingCancelled'").pluck().all(),
    ).toEqual([rami]);
  });
  it("of a workshop that is turned down: its trainer hears that, the others that it does not take place", () => {
    const { courseId } = ownWorkshop(w, days(), "open", false);
    const requestId = ask(courseId, salma);
    value(
      turnDownWorkshop(as(viewer(person("Judge"), { coordinates: [w.programmeId] }), now), {
        ...{ courseId, reason: "Too near" },
        seen: seenOf(coordinator, courseId),
      }),
    );
    expect(toTell(courseId)).toEqual({
      [rami]: "workshopTurnedDown",
      [nour]: "trainingCancelled",
      [salma]: "trainingCancelled",
    });
    expect(sqlite().prepare("SELECT state FROM trainer_requests WHERE id = ?").pluck().get(requestId)).toBe(
      "taken_back",
    );
  });
  it("of a workshop that is approved: its trainer hears that, whoever trains beside them that it takes place", () => {
    const { courseId } = ownWorkshop(w, days(), "open", false);
    const seen = seenOf(coordinator, courseId);
    value(
      approveWorkshop(as(viewer(person("Judge"), { coordinates: [w.programmeId] }), now), { courseId, seen }),
    );
    expect(toTell(courseId)).toEqual({ [rami]: "workshopApproved", [nour]: "trainingConfirmed" });
  });
  it("and of the word that it takes place, whoever trains hears as well", () => {
    const { courseId } = course({ minimumPeople: "5", decideBy: "2027-05-01" });
    value(confirmCourse(coordinator, { courseId }));
    expect(toTell(courseId)).toEqual({ [rami]: "trainingConfirmed", [nour]: "trainingConfirmed" });
  });
});

describe("trainers of a course that is changed", () => {
  it("are told of other days, also who is only asked, and not where they are as before again", () => {
    const { courseId } = course();
    ask(courseId, salma);
    const heard = ask(courseId, trainer("Heard"));
    sqlite().prepare("UPDATE notices SET told_at = ? WHERE topic = ?").run(now, `request:${heard}`);
    const { startsOn } = days();
    const { changeId } = value(moveCourse(coordinator, { courseId, startsOn }));
    expect(toTell(courseId)).toEqual({
      [rami]: "trainingMoved",
      [nour]: "trainingMoved",
      [salma]: "trainerAsked",
      [salma + 1]: "trainingMoved",
    });
    value(undoTimetableChange(coordinator, { changeId: changeId! }));
    expect(toTell(courseId)).toEqual({ [salma]: "trainerAsked" });
  });
  it("are told where one takes the place of another: who trains now, who no longer does, nobody else", () => {
    const { courseId } = course();
    const lead = courseSessions(coordinator, courseId)[0]!;
    edit(courseId, { trainerIds: [rami, nour, salma].map(String) });
    expect(toTell(courseId)).toEqual({ [salma]: "trainingGiven" });
    // Before anybody told her, she is taken off again.
    edit(courseId, { trainerIds: [rami, nour].map(String) });
    expect(toTell(courseId)).toEqual({});
    // Of one session: whose hours are others hears it, the colleague does not.
    const { id, version, kind, moduleId, title, day: on, startsAt, endsAt } = lead;
    value(
      saveSession(
        coordinator,
        sessionSchema.parse({
          ...{ courseId: String(courseId), sessionId: String(id), version: String(version), kind },
          ...{ moduleId: moduleId === null ? "" : String(moduleId), title: title ?? "", day: on },
          ...{ startsAt, endsAt, roomId: "", groupId: "", trainerIds: [String(nour)] },
        }),
      ),
    );
    expect(toTell(courseId)).toEqual({ [rami]: "trainingMoved" });
    // Which session it is: it takes place, without him.
    const said = written(coordinator, courseId, rami);
    expect(said).toMatch(/What has changed:\n.+, no longer yours/);
    expect(said).not.toContain("instead of");
  });
  it("hear nothing of a draft, but for who was asked", () => {
    const { courseId } = planned(w, { ...days(), trainerIds: [String(rami)] });
    accepts(courseId, salma);
    edit(courseId, { ...days(), trainerIds: [rami, salma].map(String) });
    expect(toTell(courseId)).toEqual({ [salma]: "trainingMoved" });
    edit(courseId, { trainerIds: [String(rami)] });
    expect(toTell(courseId)).toEqual({ [salma]: "trainingEnded" });
  });
});

describe("who no longer trained, and was asked again", () => {
  it("is not told any more that they do not train, once they accepted", () => {
    const { courseId } = course();
    const change = { courseId: String(courseId), personId: String(rami), byPersonId: String(salma) };
    value(replaceTrainer(coordinator, replaceTrainerSchema.parse({ ...change, reason: "Ill" })));
    expect(toTell(courseId)[rami]).toBe("trainingEnded");
    accepts(courseId, rami);
    expect(toTell(courseId)[rami]).toBeUndefined();
  });
});

describe("what is told of a request for one session", () => {
  const text = (
    told: Parameters<typeof valuesOf>[1] & { message: "trainerAsked" },
    language: "en" | "fr" | "ar",
  ) => writeMessage({ language, message: told.message, params: valuesOf(coordinator, told, language) }).text;
  it("says who asks, which, when, as what, and the contact once", () => {
    const { courseId } = course();
    sqlite().prepare("UPDATE programmes SET contact_name = 'The desk' WHERE id = ?").run(w.programmeId);
    const [first] = courseSessions(coordinator, courseId).filter(({ moduleId }) => moduleId !== null);
    const request = String(ask(courseId, salma, first!.id));
    const told = { personId: salma, registrationId: null, courseId, message: "trainerAsked" as const };
    const said = text({ ...told, params: { request } }, "en");
    const asker = sqlite()
      .prepare("SELECT name FROM persons WHERE id = ?")
      .pluck()
      .get(w.coordinator.personId);
    expect(said).toContain(`${asker} asks you to train one session of`);
    expect(said).toMatch(new RegExp(`Session: ${first!.moduleCode} Module .* · ${first!.startsAt}`));
    expect(said).toContain("As: co-trainer");
    expect(said.match(/The desk/g)).toHaveLength(1);
    expect(text({ ...told, params: { request } }, "fr")).toContain("une séance de");
  });
  it("calls a group that is meant a group and no session, in every language", () => {
    const { courseId } = course();
    value(saveGroup(coordinator, { courseId, groupId: null, version: null, name: "Coast", language: null }));
    const groupId = String(sqlite().prepare("SELECT max(id) FROM course_groups").pluck().get());
    const request = String(ask(courseId, salma));
    sqlite().prepare("UPDATE trainer_requests SET group_id = ? WHERE id = ?").run(groupId, request);
    const told = { personId: salma, registrationId: null, courseId, message: "trainerAsked" as const };
    const lines = (["ar", "fr", "en"] as const).map((language) =>
      text({ ...told, params: { request } }, language)
        .split("\n")
        .find((line) => line.includes("Coast")),
    );
    expect(lines).toEqual(["المجموعة: \u2068Coast\u2069", "Groupe : Coast", "Group: Coast"]);
  });
  it("names whom and when somebody proposes instead to whoever asked, and each answer by itself", () => {
    const { courseId } = course();
    const [first] = courseSessions(coordinator, courseId);
    const nadia = trainer("Nadia");
    const by = (personId: number) => {
      const cx = as(viewer(personId), now);
      return { ...cx, settings: { ...cx.settings, smtpUrl: "smtp://127.0.0.1:9" } };
    };
    const email = (address: string | null) =>
      sqlite().prepare("UPDATE persons SET email = ? WHERE id = ?").run(address, w.coordinator.personId);
    const [one, two] = [ask(courseId, salma, first!.id), ask(courseId, nadia, first!.id)];
    email("samar@example.org");
    const instead = { otherPersonId: nadia, otherDay: first!.day, otherTime: "14:00", reason: null };
    value(proposeInstead(by(salma), { requestId: one, ...instead }));
    value(declineRequest(by(nadia), { requestId: two, reason: "Exams" }));
    email(null);
    const mails = sqlite()
      .prepare("SELECT payload FROM jobs WHERE message = 'requestAnswered' AND done_at IS NULL ORDER BY id")
      .pluck()
      .all() as string[];
    const [proposed, declined] = mails.map((payload) => text(JSON.parse(payload).told, "en"));
    expect(proposed).toMatch(/Salma proposes[\s\S]*Proposed instead: Nadia, .*, 14:00/);
    expect(declined).toMatch(/Nadia cannot[\s\S]*Exams/);
  });
});
