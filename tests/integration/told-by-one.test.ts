import { beforeEach, expect, it } from "vitest";
import { writeMessage } from "../../app/_words/message";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { askTrainers, tellRequest } from "../../lib/requests/commands";
import { courseRequests } from "../../lib/requests/queries";
import { askSchema } from "../../lib/requests/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions, todayFor } from "../support/desk";
import { transact } from "../support/transact";
import { day, fault, now, ownWorkshop, person, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const coordinator = as(w.coordinator, now);
const own = as(w.trainer, now);
let weeks = 0;
let ziad = viewer(0);

/** A trainer of the programme without mail. */
function trainer(name: string, more: { email?: string } = {}) {
  const personId = person(name, more);
  const row = { programmeId: w.programmeId, personId, role: "trainer" as const, since: now };
  transact((db) => db.insert(programmeMembers).values(row).run());
  return viewer(personId, { trains: [w.programmeId] });
}
beforeEach(() => {
  ziad = trainer("Ziad");
});

const days = () => {
  const startsOn = new Date(Date.parse("2027-06-06") + 7 * day * weeks++).toISOString().slice(0, 10);
  return { startsOn, endsOn: startsOn, trainerIds: [String(w.trainerIds[0])] };
};
function ask(courseId: number, cx = coordinator, more: Record<string, string> = {}, who = ziad) {
  const form = { courseId: String(courseId), sessionId: "", role: "co_trainer", answerBy: "2027-02-01" };
  const asked = askTrainers(
    cx,
    askSchema.parse({ ...form, trainerIds: [String(who.personId)], message: "", ...more }),
  );
  value(asked);
  return sqlite()
    .prepare("SELECT max(id) FROM trainer_requests WHERE person_id = ?")
    .pluck()
    .get(who.personId) as number;
}
const shown = (courseId: number, requestId: number, cx = coordinator) =>
  courseRequests(cx, gate.course(cx, "trainers.ask", courseId)).find(({ id }) => id === requestId)!;
const awaits = (by: Viewer, courseId: number) =>
  todayFor(as(by, now), "2027-01-10").awaits.filter(
    (item) => item.kind !== "roll" && item.course.id === courseId,
  );

it("who is asked and gets no mail of a workshop that awaits approval is told by whoever asked, with their number; its coordinator reads who does it, and by whom it was done", () => {
  const { courseId } = ownWorkshop(w, days(), "open", false);
  sqlite().prepare("UPDATE persons SET phone = '+962790000001' WHERE id = ?").run(ziad.personId);
  const requestId = ask(courseId, own);
  expect(awaits(w.coordinator, courseId)).toEqual([]);
  expect(awaits(w.trainer, courseId)).toMatchObject([{ kind: "tell_asked", people: [{ name: "Ziad" }] }]);
  expect(shown(courseId, requestId, own).toTell).toMatchObject({ tells: "viewer", phone: "+962790000001" });
  expect(shown(courseId, requestId).toTell).toMatchObject({ tells: "asker", phone: null });
  value(tellRequest(own, { requestId }));
  expect(awaits(w.trainer, courseId)).toEqual([]);
  expect(shown(courseId, requestId)).toMatchObject({
    toTell: null,
    told: { at: now, by: { name: "Rami" } },
  });
  expect(fault(tellRequest(own, { requestId })).code).toBe("requestChanged");
});
it("who is asked and gets no mail for whose workshop a coordinator asked, is told by coordinators, and no trainer gets the number", () => {
  const { courseId } = ownWorkshop(w, days());
  sqlite().prepare("UPDATE persons SET phone = '+962790000001' WHERE id = ?").run(ziad.personId);
  const requestId = ask(courseId);
  expect(awaits(w.coordinator, courseId)).toMatchObject([{ kind: "tell", count: 1 }]);
  expect(awaits(w.trainer, courseId)).toEqual([]);
  expect(shown(courseId, requestId).toTell).toMatchObject({ tells: "viewer", phone: "+962790000001" });
  expect(shown(courseId, requestId, own).toTell).toMatchObject({ tells: "coordinators", phone: null });
});
it("who is asked and gets no mail and has not answered by the day is named to whose workshop it is", () => {
  const { courseId } = ownWorkshop(w, days());
  ask(courseId, own, { answerBy: "2027-01-12" });
  const kinds = (at: number) =>
    todayFor(as(w.trainer, at), "2027-01-10").awaits.filter(
      (item) => item.kind === "unanswered" && item.course.id === courseId,
    );
  expect(kinds(Date.parse("2027-01-12T09:00:00Z"))).toEqual([]);
  expect(kinds(Date.parse("2027-01-14T09:00:00Z"))).toMatchObject([{ late: [{ name: "Ziad" }] }]);
});
it("who is asked and gets no mail reads how to answer whom; a link only who can sign in", () => {
  const { courseId } = ownWorkshop(w, days());
  const requestId = ask(courseId, own);
  const text = () => writeMessage({ ...toTell(), params: toTell().values }).text;
  const toTell = () => shown(courseId, requestId).toTell!;
  expect(text()).toContain("Please say yes or no to Rami, by telephone or in person.");
  expect(text()).not.toContain("/my/requests");
  expect(text()).not.toContain("Telephone");
  sqlite().prepare("UPDATE persons SET phone = '+962790000002' WHERE id = ?").run(w.trainer.personId);
  expect(text()).toMatch(/Telephone: \+962\s7\s9000\s0002/);
  const all = courseSessions(coordinator, courseId).length;
  expect(text()).toContain(`Sessions: ${all} session`);
  sqlite()
    .prepare("INSERT INTO accounts (person_id, email, created_at) VALUES (?, ?, 0)")
    .run(ziad.personId, `ziad${requestId}@example.org`);
  expect(text()).toContain("/my/requests");
});
