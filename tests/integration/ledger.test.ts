import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { recogniseLearning, takeBackLearning } from "../../lib/stages/commands";
import { waysToJudge } from "../../lib/stages/judge";
import { ownLedger, personLedger, personStandings, recognisers } from "../../lib/stages/queries";
import { knownOn } from "../../lib/stages/rules/known";
import { recogniseSchema } from "../../lib/stages/schema";
import { qualifiedFor } from "../../lib/timetable/queries/qualified";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { fault, value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const course = await issued("tot");
const [amal, badr] = course.people.map(({ personId }) => personId) as [number, number];
const at = course.at("2027-03-01");
const ledgerOf = (personId: number, by: Viewer = w.coordinator) =>
  personLedger(as(by, at), gate.person(as(by, at), "people.read", personId));
const recognise = (by: Viewer, personId: number, more: Record<string, unknown> = {}) =>
  recogniseLearning(
    as(by, at),
    recogniseSchema.parse({
      personId,
      programmeId: w.programmeId,
      moduleIds: [String(w.moduleIds[0])],
      day: "2019-05-03",
      evidence: "ITCILO certificate 4711",
      ...more,
    }),
  );

describe("what somebody learnt and taught", () => {
  it("is each module of a course with a certificate, with the minutes attended in it", () => {
    const [tool] = ledgerOf(amal);
    expect(tool).toMatchObject({ code: "think-coop", complete: true });
    const minutes = sqlite()
      .prepare(
        "SELECT sum(a.minutes) FROM attendance a JOIN sessions s ON s.id = a.session_id WHERE a.registration_id = ? AND s.module_id = ?",
      )
      .pluck()
      .get(course.people[0]!.id, w.moduleIds[0]);
    expect(minutes).toBeGreaterThan(0);
    expect(tool!.modules[0]!.learnt).toMatchObject([
      { by: "course", courseId: course.courseId, kind: "tot", day: course.endsOn, minutes },
    ]);
    expect(ownLedger(as(w.participant, at), gate.self(as(w.participant, at)))).toEqual([]);
  });
  it("is taught in each role apart, in sessions that were held", () => {
    const [rami, nour] = w.trainerIds as [number, number];
    const roles = (personId: number) =>
      ledgerOf(personId)[0]?.modules.flatMap(({ taught }) => taught.map(({ role }) => role));
    expect([roles(rami), roles(nour)]).toEqual([
      ["lead", "lead"],
      ["co_trainer", "co_trainer"],
    ]);
    expect(ledgerOf(rami)[0]!.complete).toBe(false);
  });
});

describe("earlier learning", () => {
  const nour = w.trainerIds[1]!;
  it("is recognised by a coordinator on evidence, counts until it is taken back, and says by whom", () => {
    value(recognise(w.coordinator, nour));
    const [tool] = ledgerOf(nour);
    expect(tool!.modules[0]!.learnt).toMatchObject([
      {
        by: "recognition",
        day: "2019-05-03",
        evidence: "ITCILO certificate 4711",
        recognisedBy: { name: "Samar" },
        at,
      },
    ]);
    const qualified = () => qualifiedFor(as(w.coordinator, at), [nour], w.moduleIds);
    expect(w.moduleIds.map((id) => qualified()(nour, id))).toEqual([true, false]);
    const recognitionId = sqlite().prepare("SELECT max(id) FROM recognised_learning").pluck().get() as number;
    value(takeBackLearning(as(w.coordinator, at + 1), { recognitionId, reason: "Another Nour" }));
    expect(ledgerOf(nour)[0]!.modules.flatMap(({ learnt }) => learnt)).toEqual([]);
    expect(w.moduleIds.map((id) => qualified()(nour, id))).toEqual([false, false]);
    expect(fault(takeBackLearning(as(w.coordinator, at + 2), { recognitionId, reason: "Again" })).code).toBe(
      "stale",
    );
    const log = sqlite().prepare("SELECT action FROM audit_log WHERE action LIKE 'learning.%'").pluck().all();
    expect(log).toEqual(["learning.recognised", "learning.taken-back"]);
  });
  it("that was taken back stays in the history of the days before", () => {
    value(recognise(w.coordinator, badr));
    const recognitionId = sqlite().prepare("SELECT max(id) FROM recognised_learning").pluck().get() as number;
    const later = course.at("2027-06-01");
    value(takeBackLearning(as(w.coordinator, later), { recognitionId, reason: "Another Badr" }));
    const [way] = waysToJudge(as(w.coordinator, later), [badr]);
    const on = (day: string) => knownOn(way!.history, day).filter(({ kind }) => kind === "recognised");
    expect([on("2019-05-02"), on("2027-05-31"), on("2027-06-01")].map(({ length }) => length)).toEqual([
      0, 1, 0,
    ]);
  });
  it("is nobody's to recognise for themselves, nor another programme's, nor of a day to come, nor twice", () => {
    const samar = w.coordinator.personId!;
    expect(fault(recognise(w.coordinator, samar)).code).toBe("ownStage");
    expect(
      recognisers(as(w.coordinator, at), gate.person(as(w.coordinator, at), "people.read", samar)),
    ).toEqual([]);
    expect(fault(recognise(w.stranger, badr)).code).toBe("notFound");
    expect(fault(recognise(w.trainer, badr)).code).toBe("notFound");
    expect(fault(recognise(w.coordinator, badr, { day: "2027-03-09" })).fields).toEqual({
      day: { code: "dayToCome" },
    });
    expect(fault(recognise(w.coordinator, badr, { day: "1950-03-09" })).fields).toEqual({
      day: { code: "dayLongAgo" },
    });
    value(recognise(w.coordinator, badr));
    expect(fault(recognise(w.coordinator, badr)).fields).toEqual({
      moduleIds: { code: "recognisedAlready" },
    });
  });
});

it("counts what is recognised among what somebody completed on their way, until it is taken back", () => {
  // A training that taught one module less.
  sqlite()
    .prepare("DELETE FROM course_modules WHERE course_id = ? AND module_id = ?")
    .run(course.courseId, w.moduleIds[1]);
  const completed = () => {
    const cx = as(w.coordinator, at);
    return personStandings(cx, gate.person(cx, "people.read", amal), "2027-03-01")[0]!.standing.modules;
  };
  expect(completed()).toEqual(["M1"]);
  value(recognise(w.coordinator, amal, { moduleIds: [String(w.moduleIds[1])] }));
  expect(completed()).toEqual(["M1", "M2"]);
});
