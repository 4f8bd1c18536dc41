import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { read, sqlite } from "../../db/client";
import { registrationChanges } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import { decideRegistrations, registerPerson, undoDecision } from "../../lib/admission/commands";
import { withdraw } from "../../lib/registrations/commands";
import { happenedTo } from "../../lib/registrations/queries";
import type { Decision } from "../../lib/registrations/rules";
import { decisionSchema, registerPersonSchema } from "../../lib/registrations/schema";
import { as } from "../support/as";
import {
  courseRegistrations,
  followRegistration,
  undoableDecision,
  undoableDecisions,
} from "../support/asked";
import { freshDatabase } from "../support/database";
import { expectHistoryToAgree, placeOnList, rows } from "../support/registrationRows";
import { day, fault, now, opened, person, registered, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();

describe("deciding", () => {
  it("accepts as many as there are places, or nobody; declining owes a reason; the history says who and why", async () => {
    const course = opened(w, { admission: "selection", capacity: "2" });
    for (let i = 0; i < 3; i++) value(await registered(course.slug));
    const ids = rows(course.courseId).map((r) => r.id);
    const decision = {
      courseId: course.courseId,
      registrationIds: ids,
      to: "accepted" as const,
      reason: null,
    };
    expect(fault(decideRegistrations(as(w.coordinator, now), decision)).code).toBe("noPlaceLeft");
    expect(rows(course.courseId).every((r) => r.state === "applied")).toBe(true);
    value(decideRegistrations(as(w.coordinator, now), { ...decision, registrationIds: ids.slice(0, 2) }));
    value(
      decideRegistrations(as(w.coordinator, now), {
        ...decision,
        registrationIds: [ids[2]!],
        to: "declined",
        reason: "Full",
      }),
    );
    const last = read()
      .select()
      .from(registrationChanges)
      .where(eq(registrationChanges.registrationId, ids[2]!))
      .orderBy(asc(registrationChanges.id))
      .all()
      .at(-1);
    expect(last).toMatchObject({
      fromState: "applied",
      toState: "declined",
      reason: "Full",
      byPersonId: w.coordinator.personId,
    });
    expectHistoryToAgree(course.courseId);
  });
  it("is for the programme's coordinators alone, and keeps to the course of the form", async () => {
    const course = opened(w, { admission: "selection" });
    const other = opened(w, { admission: "selection" });
    value(await registered(course.slug));
    const decision = {
      courseId: course.courseId,
      registrationIds: rows(course.courseId).map((r) => r.id),
      to: "accepted" as const,
      reason: null,
    };
    for (const by of [w.stranger, w.trainer, w.participant])
      expect(fault(decideRegistrations(as(by, now), decision)).code).toBe("notFound");
    expect(fault(decideRegistrations(as(visitor, now), decision)).code).toBe("signInNeeded");
    expect(
      fault(decideRegistrations(as(w.coordinator, now), { ...decision, courseId: other.courseId })).code,
    ).toBe("notFound");
    for (const by of [w.stranger, w.trainer, w.participant, visitor])
      expect(courseRegistrations(as(by), course.courseId, { state: null, q: null })).toBeNull();
    expect(rows(course.courseId)[0]?.state).toBe("applied");
  });
  it("registers somebody without an account, and nobody twice", () => {
    const course = opened(w, { admission: "selection" });
    const input = registerPersonSchema([]).parse({
      courseId: String(course.courseId),
      formKey: "by-hand-12345",
      name: "No Phone",
      language: "ar",
      accept: "on",
      consent: "on",
    });
    value(registerPerson(as(w.coordinator, now), input));
    value(registerPerson(as(w.coordinator, now), input));
    expect(rows(course.courseId)).toHaveLength(1);
    expect(rows(course.courseId)[0]).toMatchObject({ state: "accepted", source: "coordinator" });
    expect(fault(registerPerson(as(w.stranger, now), { ...input, formKey: "by-hand-99999" })).code).toBe(
      "notFound",
    );
  });
});

describe("somebody who called and cannot come", () => {
  const withdrawn = (courseId: number, registrationIds: number[], reason: string | null = "She called") =>
    decideRegistrations(as(w.coordinator, now), { courseId, registrationIds, to: "withdrawn", reason });
  const undo = (courseId: number, registrationIds: number[]) =>
    undoDecision(as(w.coordinator, now), { courseId, registrationIds, at: now });
  const states = (courseId: number) => rows(courseId).map((r) => r.state);

  it("is withdrawn by the coordinator with a reason, and whoever waits longest has the place", async () => {
    const course = opened(w, { capacity: "2" });
    for (let i = 0; i < 3; i++) value(await registered(course.slug));
    const [first] = rows(course.courseId);
    const form = { courseId: String(course.courseId), registrationIds: [String(first!.id)], to: "withdrawn" };
    const issue = decisionSchema.safeParse(form).error?.issues[0];
    expect(issue).toMatchObject({ path: ["reason"], params: { fault: { code: "reasonRequired" } } });
    value(withdrawn(course.courseId, [first!.id]));
    expect(states(course.courseId)).toEqual(["withdrawn", "accepted", "accepted"]);
    const { history } = followRegistration(as(visitor), first!.token)!;
    expect(history.at(-1)).toMatchObject({
      toState: "withdrawn",
      reason: "She called",
      by: { name: "Samar", latinName: null },
    });
    // The place is gone: undoing it would make one too many.
    expect(fault(undo(course.courseId, [first!.id])).code).toBe("placeGivenOn");
    expectHistoryToAgree(course.courseId);
  });
  it("comes back where they stood when it is undone, several at once", async () => {
    const course = opened(w, { capacity: "1" });
    for (let i = 0; i < 4; i++) value(await registered(course.slug));
    const [, second, third, last] = rows(course.courseId);
    const ids = [second!.id, third!.id];
    expect(value(withdrawn(course.courseId, ids)).moved).toBe(2);
    expect(placeOnList(last!)).toBe(1);
    expect(undoableDecisions(as(w.coordinator), course.courseId, ids)).toBe(2);
    expect(value(undo(course.courseId, ids)).moved).toBe(2);
    expect([second!, third!, last!].map(placeOnList)).toEqual([1, 2, 3]);
    expect(undoableDecisions(as(w.coordinator), course.courseId, ids)).toBe(0);
    expect(fault(undo(course.courseId, ids)).code).toBe("notWithdrawnHere");
    expectHistoryToAgree(course.courseId);
  });
  it("has the place again when it is undone while it is free", async () => {
    const course = opened(w, { admission: "selection" });
    value(await registered(course.slug));
    const row = rows(course.courseId)[0]!;
    const one = { courseId: course.courseId, registrationIds: [row.id] };
    value(decideRegistrations(as(w.coordinator, now - day), { ...one, to: "accepted", reason: null }));
    const since = rows(course.courseId)[0]!.placeSince;
    value(withdrawn(course.courseId, [row.id]));
    value(undo(course.courseId, [row.id]));
    expect(rows(course.courseId)[0]).toMatchObject({ state: "accepted", placeSince: since });
  });
  it("is told of no decision that was undone before anybody heard of it, and of a place that they have again", async () => {
    const course = opened(w, { admission: "selection" });
    for (let i = 0; i < 2; i++) value(await registered(course.slug));
    const [one, other] = rows(course.courseId);
    const ids = (row: { id: number }) => ({ courseId: course.courseId, registrationIds: [row.id] });
    const decide = (row: { id: number }, to: "accepted" | "declined" | "waiting") =>
      value(decideRegistrations(as(w.coordinator, now), { ...ids(row), to, reason: "Too far" }));
    const hears = () =>
      sqlite()
        .prepare(
          "SELECT topic FROM jobs WHERE done_at IS NULL AND topic LIKE 'registration:%:place' UNION ALL SELECT topic FROM notices WHERE told_at IS NULL AND topic LIKE 'registration:%:place'",
        )
        .pluck()
        .all();
    const place = (row: { id: number }) => `registration:${row.id}:place`;
    decide(one!, "declined");
    expect(hears()).toContain(place(one!));
    value(undo(course.courseId, [one!.id]));
    expect(hears()).not.toContain(place(one!));
    expect(states(course.courseId)).toEqual(["applied", "applied"]);
    // A place that came with a decision was none; one that was taken away is said again.
    decide(one!, "accepted");
    value(undo(course.courseId, [one!.id]));
    expect(rows(course.courseId)[0]).toMatchObject({ state: "applied", placeSince: null });
    decide(other!, "accepted");
    decide(other!, "waiting");
    value(undo(course.courseId, [other!.id]));
    expect(rows(course.courseId)[1]).toMatchObject({ state: "accepted", placeSince: now });
    expect(hears()).toContain(place(other!));
    expectHistoryToAgree(course.courseId);
  });
  it("is found by when it was decided, as long as all of it can be undone, for who decided alone", async () => {
    const course = opened(w, { admission: "selection" });
    for (let i = 0; i < 2; i++) value(await registered(course.slug));
    const ids = rows(course.courseId).map((row) => row.id);
    const { at } = value(
      decideRegistrations(as(w.coordinator, now + 7), {
        courseId: course.courseId,
        registrationIds: ids,
        to: "waiting",
        reason: null,
      }),
    );
    const found = (by = w.coordinator) => undoableDecision(as(by), course.courseId, at);
    expect(found()).toMatchObject({ to: "waiting" });
    expect(found()!.ids.sort()).toEqual([...ids].sort());
    expect(found(w.trainer)).toBeNull();
    value(
      decideRegistrations(as(w.coordinator, now + 9), {
        courseId: course.courseId,
        registrationIds: [ids[0]!],
        to: "accepted",
        reason: null,
      }),
    );
    expect(found()).toBeNull();
  });
  it("is not brought back by a coordinator who did not withdraw them", async () => {
    const course = opened(w);
    value(await registered(course.slug));
    const row = rows(course.courseId)[0]!;
    value(withdraw(as(visitor, now), { token: row.token, reason: null }));
    expect(undoableDecisions(as(w.coordinator), course.courseId, [row.id])).toBe(0);
    expect(fault(undo(course.courseId, [row.id])).code).toBe("notWithdrawnHere");
  });
});

describe("a decision from a page that is out of date", () => {
  const second = viewer(person("Colleague"), { coordinates: [w.programmeId] });
  const seen = () => sqlite().prepare("SELECT max(id) FROM registration_changes").pluck().get() as number;
  const decideBy = (
    by: typeof second,
    courseId: number,
    registrationIds: number[],
    to: Decision,
    shown: number,
  ) => decideRegistrations(as(by, now), { courseId, registrationIds, to, reason: "Said", seen: shown });

  it.each(["declined", "waiting", "shortlisted", "accepted"] as const)(
    "does not make somebody %s whom a colleague decided on since, and says what they did",
    async (to) => {
      const course = opened(w, { admission: "selection" });
      value(await registered(course.slug));
      const [row] = rows(course.courseId);
      const shown = seen();
      value(decideBy(second, course.courseId, [row!.id], "accepted", shown));
      const refused = fault(decideBy(w.coordinator, course.courseId, [row!.id], to, shown));
      expect(refused).toMatchObject({
        code: "decidedSince",
        params: { state: "accepted", by: { person: { name: "Colleague" } }, others: 0 },
      });
      const own = fault(decideBy(second, course.courseId, [row!.id], to, shown));
      expect(own.params).toMatchObject({ by: "you" });
      expect(rows(course.courseId)[0]?.state).toBe("accepted");
      // Whoever looks again decides.
      if (to !== "accepted" && to !== "shortlisted")
        value(decideBy(w.coordinator, course.courseId, [row!.id], to, seen()));
    },
  );
  it("is made for the others of several, and names whom it leaves with what happened to them", async () => {
    const course = opened(w, { admission: "selection" });
    for (let i = 0; i < 3; i++) value(await registered(course.slug));
    const [first, second_, third] = rows(course.courseId).map((row) => row.id);
    const shown = seen();
    value(decideBy(second, course.courseId, [second_!], "waiting", shown));
    const done = value(
      decideBy(w.coordinator, course.courseId, [first!, second_!, third!], "declined", shown),
    );
    expect(done).toMatchObject({ moved: 2, left: [second_] });
    expect(rows(course.courseId).map((row) => row.state)).toEqual(["declined", "waiting", "declined"]);
    const mine = gate.course(as(w.coordinator), "registrations.read", course.courseId);
    expect(happenedTo(as(w.coordinator), mine, done.left)).toMatchObject([
      { id: second_, state: "waiting", by: "Colleague", at: now },
    ]);
  });
  it("is made where somebody is again as the page showed them", async () => {
    const course = opened(w, { admission: "selection" });
    value(await registered(course.slug));
    const [row] = rows(course.courseId);
    const shown = seen();
    value(decideBy(second, course.courseId, [row!.id], "accepted", shown));
    value(undoDecision(as(second, now), { courseId: course.courseId, registrationIds: [row!.id], at: now }));
    value(decideBy(w.coordinator, course.courseId, [row!.id], "waiting", shown));
  });
});
