import { beforeEach, describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { notReached } from "../../lib/messages/tell";
import {
  acceptRequest,
  askTrainers,
  declineRequest,
  enterAnswer,
  takeBackAnswer,
} from "../../lib/requests/commands";
import { courseRequests } from "../../lib/requests/queries";
import { askSchema, heardAnswerSchema } from "../../lib/requests/schema";
import { undoTimetableChange } from "../../lib/timetable/commands";
import { whoCanTeach } from "../../lib/trainers/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions, ownTimetableChanges, todayFor } from "../support/desk";
import { statementsOf } from "../support/statements";
import { transact } from "../support/transact";
import { day, fault, now, opened, ownWorkshop, person, value, viewer, world } from "../support/world";

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
const heard = (requestId: number, answer: string, more: Record<string, string> = {}) =>
  heardAnswerSchema.parse({ requestId: String(requestId), answer, reason: "", ...more });
const shown = (courseId: number, requestId: number, cx = coordinator) =>
  courseRequests(cx, gate.course(cx, "trainers.ask", courseId)).find(({ id }) => id === requestId)!;
const trains = (courseId: number, who = ziad) =>
  courseSessions(coordinator, courseId).filter((s) => s.trainers.some(({ id }) => id === who.personId))
    .length;
const untold = (who = ziad) =>
  sqlite()
    .prepare("SELECT message FROM notices WHERE person_id = ? AND told_at IS NULL")
    .pluck()
    .all(who.personId);
const awaits = (by: Viewer, courseId: number) =>
  todayFor(as(by, now), "2027-01-10").awaits.filter(
    (item) => item.kind !== "roll" && item.course.id === courseId,
  );

describe("an answer that a trainer gave by telephone", () => {
  it("counts as theirs, says who entered it, and waits again once it is taken back", () => {
    const { courseId } = opened(w, days());
    const all = courseSessions(coordinator, courseId).length;
    const requestId = ask(courseId);
    value(enterAnswer(coordinator, heard(requestId, "accepted")));
    expect(trains(courseId)).toBe(all);
    const entered = shown(courseId, requestId);
    expect([entered.state, entered.enteredBy?.name]).toEqual(["accepted", "Samar"]);
    // They have just said so: nobody need tell them.
    expect(untold()).toEqual([]);
    value(takeBackAnswer(coordinator, { requestId }));
    expect(trains(courseId)).toBe(0);
    const again = shown(courseId, requestId);
    expect([again.state, again.enteredBy, again.answeredAt]).toEqual(["waiting", null, null]);
    expect(untold()).toEqual([]);
    expect(fault(takeBackAnswer(coordinator, { requestId })).code).toBe("requestChanged");
    // What waits again is theirs to answer.
    value(acceptRequest(as(ziad, now), { requestId }));
    expect(trains(courseId)).toBe(all);
    // What they answered themselves nobody takes back for them.
    expect(fault(takeBackAnswer(coordinator, { requestId })).code).toBe("requestChanged");
  });
  it("can be undone where the timetable lists it, too", () => {
    const { courseId } = opened(w, days());
    const requestId = ask(courseId);
    value(enterAnswer(coordinator, heard(requestId, "accepted")));
    const [change] = ownTimetableChanges(coordinator, courseId, null);
    expect(change!.accepted?.name).toBe("Ziad");
    value(undoTimetableChange(coordinator, { changeId: change!.id }));
    expect(trains(courseId)).toBe(0);
    expect(shown(courseId, requestId).state).toBe("waiting");
  });
  it("that they cannot needs the reason they gave, and asks for somebody else", () => {
    const { courseId } = opened(w, days());
    const requestId = ask(courseId);
    const without = heardAnswerSchema.safeParse({
      requestId: String(requestId),
      answer: "declined",
      reason: "",
    });
    expect(without.success).toBe(false);
    value(enterAnswer(coordinator, heard(requestId, "declined", { reason: "Harvest" })));
    expect(shown(courseId, requestId)).toMatchObject({ state: "declined", reason: "Harvest" });
    expect(awaits(w.coordinator, courseId).map(({ kind }) => kind)).toContain("ask_others");
    value(takeBackAnswer(coordinator, { requestId }));
    expect(shown(courseId, requestId)).toMatchObject({ state: "waiting", reason: null });
  });
  it("is entered by whose own workshop it is as well, and by nobody else", () => {
    const { courseId } = ownWorkshop(w, days(), "open", false);
    const requestId = ask(courseId, own);
    const others = [as(w.otherTrainer, now), as(w.stranger, now), as(ziad, now)];
    for (const cx of others)
      expect(fault(enterAnswer(cx, heard(requestId, "accepted"))).code).toBe("notFound");
    value(enterAnswer(own, heard(requestId, "accepted")));
    expect(shown(courseId, requestId, own).enteredBy?.name).toBe("Rami");
  });
  it("is confirmed by mail to whom mail reaches", () => {
    const { courseId } = opened(w, days());
    const dina = trainer("Dina", { email: "dina@example.org" });
    const cx = { ...coordinator, settings: { ...coordinator.settings, smtpUrl: "smtp://example.org" } };
    const requestId = ask(courseId, cx, {}, dina);
    value(enterAnswer(cx, heard(requestId, "accepted")));
    const mails = () =>
      sqlite()
        .prepare("SELECT message FROM jobs WHERE person_id = ? AND done_at IS NULL")
        .pluck()
        .all(dina.personId);
    expect(mails()).toEqual(["trainingGiven"]);
    value(takeBackAnswer(cx, { requestId }));
    expect(mails()).toEqual([]);
  });
});

describe("an answer that was entered and is taken back", () => {
  const team = (courseId: number) =>
    sqlite().prepare("SELECT person_id FROM course_trainers WHERE course_id = ?").pluck().all(courseId);
  const join = (courseId: number) =>
    sqlite()
      .prepare("INSERT INTO course_trainers (course_id, person_id) VALUES (?, ?)")
      .run(courseId, ziad.personId);
  const empty = (courseId: number) =>
    sqlite().prepare("DELETE FROM sessions WHERE course_id = ?").run(courseId);
  it("is kept once a session of it has begun, by either way", () => {
    const { courseId } = opened(w, days());
    const requestId = ask(courseId);
    value(enterAnswer(coordinator, heard(requestId, "accepted")));
    const [change] = ownTimetableChanges(coordinator, courseId, null);
    expect(shown(courseId, requestId).takesBack).toBe(true);
    const first = courseSessions(coordinator, courseId)[0]!;
    const begun = as(w.coordinator, first.startInstant);
    const all = trains(courseId);
    expect(fault(takeBackAnswer(begun, { requestId })).code).toBe("undoBegun");
    expect(fault(undoTimetableChange(begun, { changeId: change!.id })).code).toBe("undoBegun");
    expect(trains(courseId)).toBe(all);
    expect(shown(courseId, requestId, begun).takesBack).toBe(false);
  });
  it("takes them alone off the sessions, where another's was entered since", () => {
    const { courseId } = opened(w, days());
    const dina = trainer("Dina");
    const [mistaken, right] = [ask(courseId), ask(courseId, coordinator, {}, dina)];
    value(enterAnswer(coordinator, heard(mistaken, "accepted")));
    value(enterAnswer(coordinator, heard(right, "accepted")));
    const all = trains(courseId, dina);
    value(takeBackAnswer(coordinator, { requestId: mistaken }));
    expect([trains(courseId), trains(courseId, dina)]).toEqual([0, all]);
    expect(team(courseId)).not.toContain(ziad.personId);
    expect(shown(courseId, mistaken).state).toBe("waiting");
    expect(untold()).toEqual([]);
    value(takeBackAnswer(coordinator, { requestId: right }));
    expect(trains(courseId, dina)).toBe(0);
  });
  it("is kept where the same was asked anew, and so is the timetable", () => {
    const { courseId } = opened(w, days());
    const requestId = ask(courseId);
    value(enterAnswer(coordinator, heard(requestId, "accepted")));
    const [change] = ownTimetableChanges(coordinator, courseId, null);
    sqlite()
      .prepare(
        `INSERT INTO trainer_requests (course_id, person_id, role, answer_by, asked_at)
         VALUES (?, ?, 'co_trainer', '2027-02-01', ?)`,
      )
      .run(courseId, ziad.personId, now);
    const all = trains(courseId);
    expect(fault(takeBackAnswer(coordinator, { requestId })).code).toBe("undoAskedAnew");
    expect(fault(undoTimetableChange(coordinator, { changeId: change!.id })).code).toBe("undoAskedAnew");
    expect([trains(courseId), shown(courseId, requestId).state]).toEqual([all, "accepted"]);
  });
  it.each([false, true])("leaves whoever was on the team before on it (%s)", (before) => {
    const { courseId } = opened(w, days());
    empty(courseId);
    const requestId = ask(courseId);
    if (before) join(courseId);
    value(enterAnswer(coordinator, heard(requestId, "accepted")));
    expect(team(courseId)).toContain(ziad.personId);
    value(takeBackAnswer(coordinator, { requestId }));
    expect(team(courseId).includes(ziad.personId)).toBe(before);
  });
});

describe("whoever is asked and gets no mail", () => {
  it("is said to, beside the name", () => {
    const { courseId } = opened(w, days());
    const cx = { ...coordinator, settings: { ...coordinator.settings, smtpUrl: "smtp://example.org" } };
    const dina = trainer("Dina", { email: "dina@example.org" });
    const people = whoCanTeach(cx, gate.course(cx, "trainers.ask", courseId), { sessionId: null });
    const byHand = (who: Viewer) => people.find(({ id }) => id === who.personId)?.byHand;
    expect([byHand(ziad), byHand(dina)]).toEqual([true, false]);
    // All are looked up at once.
    const all = people.map(({ id }) => id);
    expect(statementsOf(() => notReached(cx, all))).toBe(statementsOf(() => notReached(cx, all.slice(0, 1))));
  });
});

describe("a declined request", () => {
  const today = (courseId: number) => awaits(w.coordinator, courseId).map(({ kind }) => kind);
  it("asks for nobody any more once somebody accepts who was asked after it", () => {
    const { courseId } = opened(w, days());
    const first = ask(courseId);
    value(declineRequest(as(ziad, now + 1), { requestId: first, reason: "On leave" }));
    expect(today(courseId)).toContain("ask_others");
    const dina = trainer("Dina");
    const second = ask(courseId, as(w.coordinator, now + 2), {}, dina);
    value(acceptRequest(as(dina, now + 3), { requestId: second }));
    expect(today(courseId)).not.toContain("ask_others");
  });
  it("still does where the other was asked beside them", () => {
    const { courseId } = opened(w, days());
    const first = ask(courseId);
    const dina = trainer("Dina");
    const second = ask(courseId, coordinator, {}, dina);
    value(declineRequest(as(ziad, now + 1), { requestId: first, reason: "On leave" }));
    value(acceptRequest(as(dina, now + 2), { requestId: second }));
    expect(today(courseId)).toContain("ask_others");
  });
  it("asks for one fewer for each who accepts, and again for them once that is taken back", () => {
    const { courseId } = opened(w, days());
    const [dina, omar] = [trainer("Dina"), trainer("Omar")];
    const asked = [ask(courseId), ask(courseId, coordinator, {}, dina)] as const;
    for (const requestId of asked)
      value(enterAnswer(as(w.coordinator, now + requestId), heard(requestId, "declined", { reason: "Ill" })));
    const later = as(w.coordinator, now + 10_000);
    const third = ask(courseId, later, {}, omar);
    const open = () => asked.filter((id) => shown(courseId, id).settledAt === null);
    value(enterAnswer(later, heard(third, "accepted")));
    expect(open()).toEqual([asked[1]]);
    value(takeBackAnswer(later, { requestId: third }));
    expect(open()).toEqual([...asked]);
  });
});
