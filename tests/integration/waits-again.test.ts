import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { system } from "../../lib/access/table";
import { contextOf } from "../../lib/acts/context";
import { askTrainers, chaseRequests, enterAnswer, takeBackAnswer } from "../../lib/requests/commands";
import { courseRequests } from "../../lib/requests/queries";
import { askSchema, heardAnswerSchema } from "../../lib/requests/schema";
import { replaceTrainer, undoTimetableChange } from "../../lib/timetable/commands";
import { replaceTrainerSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { transact } from "../support/transact";
import { day, now, opened, person, value, world } from "../support/world";

freshDatabase();
const w = world();
const [rami] = w.trainerIds as [number, number];
/** The day by which all are asked to answer, and a day after it: courses are in June. */
const answerBy = "2027-02-01";
const after = Date.parse("2027-02-10T09:00:00Z");
const coordinator = as(w.coordinator, now);
const later = as(w.coordinator, after);
let weeks = 0;

function trainer(name: string): number {
  const personId = person(name);
  const row = { programmeId: w.programmeId, personId, role: "trainer" as const, since: now };
  transact((db) => db.insert(programmeMembers).values(row).run());
  return personId;
}
function course() {
  const startsOn = new Date(Date.parse("2027-06-06") + 7 * day * weeks++).toISOString().slice(0, 10);
  return opened(w, { startsOn, endsOn: startsOn, trainerIds: [String(rami)] }).courseId;
}
function ask(courseId: number, personId: number, sessionId = ""): number {
  const form = { courseId: String(courseId), sessionId, role: "lead", answerBy, message: "" };
  value(askTrainers(coordinator, askSchema.parse({ ...form, trainerIds: [String(personId)] })));
  return sqlite()
    .prepare("SELECT max(id) FROM trainer_requests WHERE person_id = ?")
    .pluck()
    .get(personId) as number;
}
const shown = (courseId: number, requestId: number) =>
  courseRequests(later, gate.course(later, "trainers.ask", courseId)).find(({ id }) => id === requestId)!;
const reminded = (requestId: number, at: string) => {
  chaseRequests(contextOf(system, Date.parse(at)));
  return sqlite().prepare("SELECT chased FROM trainer_requests WHERE id = ?").pluck().get(requestId);
};
const enter = (requestId: number, answer: "accepted" | "declined", cx = coordinator) =>
  value(
    enterAnswer(
      cx,
      heardAnswerSchema.parse({
        requestId: String(requestId),
        answer,
        reason: answer === "declined" ? "Ill" : "",
      }),
    ),
  );

describe("a request that waits again once its day to answer by is over", () => {
  it.each(["accepted", "declined"] as const)(
    "has another day after an answer (%s) is taken back, and is reminded of that one",
    (answer) => {
      const courseId = course();
      const requestId = ask(courseId, trainer("Ziad"));
      expect(reminded(requestId, "2027-02-01T09:00:00Z")).toBe("on");
      enter(requestId, answer);
      value(takeBackAnswer(later, { requestId }));
      expect(shown(courseId, requestId)).toMatchObject({ shown: "waiting", answerBy: "2027-02-17" });
      expect(reminded(requestId, "2027-02-10T10:00:00Z")).toBe(null);
      expect(reminded(requestId, "2027-02-15T09:00:00Z")).toBe("before");
      expect(reminded(requestId, "2027-02-17T09:00:00Z")).toBe("on");
    },
  );

  it("keeps its day, and what was reminded of it, while that is to come", () => {
    const courseId = course();
    const requestId = ask(courseId, trainer("Ziad"));
    expect(reminded(requestId, "2027-01-30T09:00:00Z")).toBe("before");
    enter(requestId, "declined");
    value(takeBackAnswer(coordinator, { requestId }));
    expect(shown(courseId, requestId).answerBy).toBe(answerBy);
    expect(reminded(requestId, "2027-01-31T09:00:00Z")).toBe("before");
  });

  it("has another day where a replacement is undone, and whoever is asked hears of it, who never heard of the rest", () => {
    const courseId = course();
    const salma = trainer("Salma");
    const [session] = courseSessions(coordinator, courseId);
    const requestId = ask(courseId, salma, String(session!.id));
    sqlite().prepare("UPDATE notices SET told_at = ? WHERE person_id = ?").run(now, salma);
    const form = { courseId: String(courseId), personId: String(rami), byPersonId: String(salma) };
    const { changeId } = value(replaceTrainer(later, replaceTrainerSchema.parse({ ...form, reason: "Ill" })));
    expect(shown(courseId, requestId).state).toBe("taken_back");
    value(undoTimetableChange(later, { changeId: changeId! }));
    expect(shown(courseId, requestId)).toMatchObject({ shown: "waiting", answerBy: "2027-02-17" });
    const told = sqlite()
      .prepare("SELECT message, params FROM notices WHERE person_id = ? AND told_at IS NULL")
      .all(salma) as { message: string; params: string }[];
    expect(told.map(({ message }) => message)).toEqual(["trainerAsked"]);
    expect(JSON.parse(told[0]!.params)).toMatchObject({ answerBy: "2027-02-17" });
  });
});
