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
  // A key of another course brings nobody in.
  const elsewhere = await join(opened(w, { startsOn: "2027-05-02", endsOn: "2027-05-06" }));
  const foreign = { ...back, courseId, registrationIds: [elsewhere.id] };
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
