import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { askTrainers, declineRequest, takeBackRequest } from "../../lib/requests/commands";
import { courseRequests, trainersCalled } from "../../lib/requests/queries";
import { askSchema } from "../../lib/requests/schema";
import { whoCanTeach } from "../../lib/trainers/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions, todayFor } from "../support/desk";
import { transact } from "../support/transact";
import { now, opened, person, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const [rami] = w.trainerIds as [number, number];
const coordinator = as(w.coordinator, now);
const trainer = (name: string, programmeId = w.programmeId) => {
  const personId = person(name);
  transact((db) =>
    db.insert(programmeMembers).values({ programmeId, personId, role: "trainer", since: now }).run(),
  );
  return personId;
};
const course = (startsOn: string) =>
  opened(w, { startsOn, endsOn: startsOn, trainerIds: [String(rami)] }).courseId;
const ask = (courseId: number, personIds: number[], answerBy = "2027-02-01") =>
  askTrainers(
    coordinator,
    askSchema.parse({
      ...{ courseId: String(courseId), sessionId: "", trainerIds: personIds.map(String) },
      ...{ role: "co_trainer", answerBy, message: "" },
    }),
  );

it("of several asks whoever need be, and says who was left out", () => {
  const courseId = course("2027-06-06");
  const salma = trainer("Salma");
  value(ask(courseId, [salma]));
  const others = [trainer("Hala"), trainer("Omar")];
  const said = value(ask(courseId, [salma, others[0]!, rami, others[1]!]));
  expect(said).toMatchObject({ asked: 2, leftWaiting: [salma], leftTraining: [rami] });
  const waiting = courseRequests(coordinator, gate.course(coordinator, "trainers.ask", courseId));
  expect(waiting.map(({ personId }) => personId).sort()).toEqual([salma, ...others].sort());
  const granted = gate.course(coordinator, "trainers.ask", courseId);
  expect(trainersCalled(coordinator, granted, [salma, rami]).map(({ name }) => name)).toEqual([
    "Salma",
    "Rami",
  ]);
  // Whoever asks is told no name of somebody who trains neither there nor in its programme.
  const stranger = trainer("Foreign", w.otherId);
  expect(trainersCalled(coordinator, granted, [stranger])).toEqual([]);
});
it("whoever trains a part of the course and waits for an answer about the rest is left out as who waits", () => {
  const courseId = course("2027-06-13");
  const salma = trainer("Salma");
  value(ask(courseId, [salma]));
  // Somebody put her on the team meanwhile: her request for the course still waits.
  sqlite()
    .prepare("INSERT INTO course_groups (course_id, name, created_at) VALUES (?, 'A', 0), (?, 'B', 0)")
    .run(courseId, courseId);
  sqlite().prepare("INSERT INTO course_trainers (course_id, person_id) VALUES (?, ?)").run(courseId, salma);
  const said = value(ask(courseId, [salma, trainer("Hala")]));
  expect(said).toMatchObject({ asked: 1, leftWaiting: [salma], leftTraining: [] });
});
it("who said that they cannot is named with it where somebody is asked and on Today, and who trains it already comes last", () => {
  const courseId = course("2027-06-20");
  const salma = trainer("Aaa Salma");
  value(ask(courseId, [salma]));
  const requestId = sqlite().prepare("SELECT max(id) FROM trainer_requests").pluck().get() as number;
  const own = viewer(salma, { trains: [w.programmeId] });
  value(declineRequest(as(own, now), { requestId, reason: "Exams" }));
  const granted = gate.course(coordinator, "trainers.ask", courseId);
  const people = whoCanTeach(coordinator, granted, { sessionId: null });
  expect(people.find(({ id }) => id === salma)).toMatchObject({ declined: "Exams", waitsForAll: false });
  const waits = trainer("Waits");
  value(ask(courseId, [waits]));
  const [session] = courseSessions(coordinator, courseId);
  const forSession = whoCanTeach(coordinator, granted, { sessionId: session!.id });
  expect(forSession.find(({ id }) => id === waits)).toMatchObject({ waitsForAll: true });
  sqlite().prepare("DELETE FROM session_trainers WHERE session_id = ?").run(session!.id);
  const last = whoCanTeach(coordinator, granted, { sessionId: session!.id }).at(-1);
  expect(last).toMatchObject({ id: rami, trainsHere: true });
  const awaits = todayFor(coordinator, "2027-01-20").awaits.filter(({ kind }) => kind === "ask_others");
  expect(awaits).toMatchObject([{ answered: [{ name: "Aaa Salma", state: "declined" }] }]);
});
it("nobody is told that a request is taken back of which they never heard", () => {
  const courseId = course("2027-06-27");
  const [told, untold] = [trainer("Told"), trainer("Untold")];
  value(ask(courseId, [told, untold]));
  sqlite().prepare("UPDATE notices SET told_at = ? WHERE person_id = ?").run(now, told);
  const ids = sqlite()
    .prepare("SELECT id FROM trainer_requests WHERE course_id = ?")
    .pluck()
    .all(courseId) as number[];
  for (const requestId of ids) value(takeBackRequest(coordinator, { requestId }));
  expect(
    sqlite()
      .prepare("SELECT person_id, message FROM notices WHERE course_id = ? AND told_at IS NULL")
      .raw()
      .all(courseId),
  ).toEqual([[told, "requestTakenBack"]]);
});
it("on Today is late by its day: who is late is named, who is in time said with the day", () => {
  const courseId = course("2027-06-13");
  const [early, later] = [trainer("Early"), trainer("Later")];
  value(ask(courseId, [early]));
  value(ask(courseId, [later], "2027-02-03"));
  const shown = (civil: string) =>
    todayFor(as(w.coordinator, Date.parse(`${civil}T06:00:00Z`)), civil).awaits.flatMap((item) =>
      item.kind === "unanswered" && item.course.id === courseId
        ? {
            count: item.count,
            late: item.late.map(({ name }) => name),
            inTime: item.inTime.map(({ name, answerBy }) => `${name} ${answerBy}`),
          }
        : [],
    );
  expect(shown("2027-02-01")).toEqual([]);
  expect(shown("2027-02-02")).toEqual([{ count: 1, late: ["Early"], inTime: ["Later 2027-02-03"] }]);
  expect(shown("2027-02-04")).toEqual([{ count: 2, late: ["Early", "Later"], inTime: [] }]);
});
