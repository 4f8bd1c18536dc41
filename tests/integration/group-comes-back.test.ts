import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import { deleteGroup, groupPeople, restoreGroup, saveGroup } from "../../lib/groups/commands";
import { acceptRequest, askTrainers } from "../../lib/requests/commands";
import { askSchema } from "../../lib/requests/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { join } from "../support/toTell";
import { transact } from "../support/transact";
import { fault, now, opened, person, value, viewer, world } from "../support/world";

delete process.env.SMTP_URL;
freshDatabase();
const w = world();
const coordinator = as(w.coordinator, now);
const salma = viewer(person("Salma"), { trains: [w.programmeId] });
transact((db) =>
  db
    .insert(programmeMembers)
    .values({ programmeId: w.programmeId, personId: salma.personId!, role: "trainer", since: now })
    .run(),
);

const groupOf = (registrationId: number) =>
  sqlite().prepare("SELECT group_id FROM registrations WHERE id = ?").pluck().get(registrationId);

it("a group whose deletion is undone has its people again, but for whoever is in another one, and who was asked for it is asked", async () => {
  const course = opened(w, { capacity: "5" });
  const { courseId } = course;
  const save = (name: string) =>
    value(saveGroup(coordinator, { courseId, groupId: null, version: null, name, language: "ar" })).groupId;
  const [coast, hills] = [save("Coast"), save("Hills")] as [number, number];
  const [stays, moves] = [await join(course), await join(course)] as const;
  value(groupPeople(coordinator, { courseId, groupId: coast, registrationIds: [stays.id, moves.id] }));
  const ask = { courseId: String(courseId), sessionId: "", groupId: String(coast), role: "co_trainer" };
  const form = { ...ask, trainerIds: [String(salma.personId)], answerBy: "2027-02-01", message: "" };
  value(askTrainers(coordinator, askSchema.parse(form)));
  const requestId = sqlite().prepare("SELECT max(id) FROM trainer_requests").pluck().get() as number;
  const { back } = value(deleteGroup(coordinator, { courseId, groupId: coast, people: 2 }));
  expect([groupOf(stays.id), groupOf(moves.id)]).toEqual([null, null]);
  value(groupPeople(coordinator, { courseId, groupId: hills, registrationIds: [moves.id] }));
  // The key of a group of another course brings nobody in.
  const elsewhere = opened(w, { startsOn: "2027-05-02", endsOn: "2027-05-06" });
  const foreign = { ...back, courseId: elsewhere.courseId };
  expect(fault(restoreGroup(coordinator, foreign)).code).toBe("notFound");
  const { groupId } = value(restoreGroup(coordinator, { ...back, courseId }));
  expect([groupOf(stays.id), groupOf(moves.id)]).toEqual([groupId, hills]);
  expect(sqlite().prepare("SELECT name, language FROM course_groups WHERE id = ?").get(groupId)).toEqual({
    name: "Coast",
    language: "ar",
  });
  expect(
    sqlite().prepare("SELECT state, group_id AS groupId FROM trainer_requests WHERE id = ?").get(requestId),
  ).toEqual({ state: "waiting", groupId });
  // Nobody had told her: she is to be told again that she is asked, and may answer.
  expect(
    sqlite().prepare("SELECT message FROM notices WHERE person_id = ?").pluck().all(salma.personId),
  ).toEqual(["trainerAsked"]);
  value(acceptRequest(as(salma, now), { requestId }));
  // There is one of that name by now.
  expect(fault(restoreGroup(coordinator, { ...back, courseId })).code).toBe("undoOvertaken");
});

it("has all its people again, however many, but for whoever was erased, and asks by a day that is to come", async () => {
  const course = opened(w, { capacity: "5", startsOn: "2027-06-06", endsOn: "2027-06-10" });
  const { courseId } = course;
  const form = { courseId, groupId: null, version: null, name: "Valley", language: "ar" } as const;
  const { groupId: valley } = value(saveGroup(coordinator, form));
  const [stays, erased] = [await join(course), await join(course)] as const;
  value(groupPeople(coordinator, { courseId, groupId: valley, registrationIds: [stays.id, erased.id] }));
  const ask = { courseId: String(courseId), sessionId: "", groupId: String(valley), role: "co_trainer" };
  const asked = { ...ask, trainerIds: [String(salma.personId)], answerBy: "2027-02-01", message: "" };
  value(askTrainers(coordinator, askSchema.parse(asked)));
  const { back } = value(deleteGroup(coordinator, { courseId, groupId: valley, people: 2 }));
  // As the address says it, whoever was in it is not written out.
  expect(JSON.stringify(back).length).toBeLessThan(150);
  sqlite().pragma("foreign_keys = OFF");
  sqlite().prepare("DELETE FROM registrations WHERE id = ?").run(erased.id);
  sqlite().pragma("foreign_keys = ON");
  const later = as(w.coordinator, Date.parse("2027-03-01T09:00:00Z"));
  const { groupId } = value(restoreGroup(later, { ...back, courseId }));
  expect(groupOf(stays.id)).toBe(groupId);
  const request = sqlite()
    .prepare("SELECT state, answer_by AS answerBy FROM trainer_requests WHERE course_id = ?")
    .get(courseId) as { state: string; answerBy: string };
  expect(request.state).toBe("waiting");
  expect(request.answerBy >= "2027-03-01").toBe(true);
});
