import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { type Viewer, visitor } from "../../lib/access/table";
import { verifyCertificate } from "../../lib/certificates/commands";
import { ownNotices } from "../../lib/messages/queries";
import {
  approve,
  enterCertifiedBefore,
  enterMasterStep,
  enterStep,
  notContinue,
  noteVisit,
  recogniseLearning,
  recommend,
  recommendByException,
  returnRecommendation,
  strikeOut,
  suspend,
} from "../../lib/stages/commands";
import { certificationsPage } from "../../lib/stages/queries/certifications";
import { wayAt } from "../../lib/stages/queries/deciding";
import { waitingCounts, wayWaits } from "../../lib/stages/queries/waits";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, approveAll, serialOf, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { fault, value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const course = await issued("tot");
const at = course.at("2027-03-01");
const ways = course.people.map(({ id }) => wayOf(id));
const [amal, badr, chadi] = ways as [(typeof ways)[0], (typeof ways)[0], (typeof ways)[0]];
const colleague = anotherThan(w.coordinator, amal.personId);
const cx = (by: Viewer) => as(by, at);
const words = "Two years of workshops that were held elsewhere";
const lastId = () => sqlite().prepare("SELECT max(id) FROM stage_events").pluck().get() as number;
const stageOf = (personId: number) =>
  sqlite().prepare("SELECT stage FROM standings WHERE person_id = ?").pluck().get(personId);
const above = (personId: number, superiorId: number) =>
  sqlite()
    .prepare("INSERT OR REPLACE INTO superiors (person_id, superior_id, set_at) VALUES (?, ?, 1)")
    .run(personId, superiorId);

describe("an exception", () => {
  it("is recommended by one and approved by another, both with a sentence, and is said to whoever verifies it", () => {
    value(recommendByException(cx(colleague), { ...amal, words }));
    const recommendationId = lastId();
    const form = { recommendationId, modules: amal.modules };
    expect(fault(approve(cx(colleague), { ...form, words })).code).toBe("recommenderDecides");
    expect(fault(approve(cx(w.coordinator), { ...form, words: null })).fields).toEqual({
      words: { code: "exceptionNeedsWords" },
    });
    const { certificateId } = value(approve(cx(w.coordinator), { ...form, words }));
    expect(verifyCertificate(cx(visitor), serialOf(certificateId), "somewhere")).toMatchObject({
      answer: "valid",
      byException: true,
    });
    expect(stageOf(amal.personId)).toBe("certified");
  });
});

describe("a recommendation", () => {
  it("that went back with a question waits for whoever recommended, on Today and on the way, and never for themselves", () => {
    value(recommendByException(cx(colleague), { ...badr, words }));
    const recommendationId = lastId();
    expect(waitingCounts(cx(colleague)).recommended).toBe(0);
    expect(waitingCounts(cx(w.coordinator)).recommended).toBe(1);
    value(returnRecommendation(cx(w.coordinator), { recommendationId, words: "Which workshops?" }));
    expect(waitingCounts(cx(w.coordinator)).recommended).toBe(0);
    expect(wayWaits(cx(w.coordinator)).returned).toEqual([]);
    expect(wayWaits(cx(colleague)).returned).toMatchObject([
      { words: "Which workshops?", person: { id: badr.personId } },
    ]);
    expect(wayAt(cx(colleague), badr)?.question).toMatchObject({ words: "Which workshops?" });
    value(recommendByException(cx(colleague), { ...badr, words }));
    expect(wayWaits(cx(colleague)).returned).toEqual([]);
    expect(wayAt(cx(colleague), badr)?.question).toBeNull();
  });
  it("is struck out with a reason, which whoever recommended is told", () => {
    value(strikeOut(cx(w.coordinator), { entryId: lastId(), words: "Another person of that name" }));
    const read = ownNotices(cx(colleague), gate.self(cx(colleague)));
    expect(read).toMatchObject([
      { message: "entryStruck", params: { reason: "Another person of that name", entry: "recommended" } },
    ]);
  });
  it("is asked for on Today once all conditions are met, of whoever may recommend", () => {
    sqlite().prepare("UPDATE standings SET next_step = 'recommend' WHERE person_id = ?").run(chadi.personId);
    const named = (by: Viewer) => wayWaits(cx(by)).toRecommend.map(({ person }) => person.id);
    expect(named(w.coordinator)).toEqual([chadi.personId]);
    expect([named(w.stranger), named(w.otherTrainer)]).toEqual([[], []]);
    above(chadi.personId, w.coordinator.personId!);
    expect(named(w.coordinator)).toEqual([]);
    sqlite().exec("DELETE FROM superiors");
  });
});

describe("whoever is set above or below somebody", () => {
  const before = {
    moduleIds: [...w.moduleIds],
    ...{ programmeId: w.programmeId, day: "2024-05-01", until: "2027-05-01", words: "Paper 17" },
  };
  const evidence = (by: Viewer) => {
    const { modules, ...way } = badr;
    const on = { day: "2027-02-20", words };
    return [
      enterStep(cx(by), { ...way, ...on, step: "examination" }),
      noteVisit(cx(by), { ...way, ...on }),
      recogniseLearning(cx(by), { ...way, moduleIds: [...w.moduleIds], day: null, evidence: "A list" }),
      enterCertifiedBefore(cx(by), { ...before, personId: way.personId }),
      enterMasterStep(cx(by), { ...way, ...on, kind: "master_training" }),
      recommend(cx(by), { ...way, modules, words }),
      recommendByException(cx(by), { ...way, modules, words }),
      suspend(cx(by), { ...way, words }),
      notContinue(cx(by), { ...way, words }),
    ].map((result) => fault(result).code);
  };
  it("neither enters what counts nor decides, in both directions and over several steps", () => {
    const { personId } = badr;
    above(personId, chadi.personId);
    above(chadi.personId, w.coordinator.personId!);
    expect(new Set(evidence(w.coordinator))).toEqual(new Set(["subordinate"]));
    sqlite().exec("DELETE FROM superiors");
    above(w.coordinator.personId!, personId);
    expect(new Set(evidence(w.coordinator))).toEqual(new Set(["theirSuperior"]));
    // Nor does what somebody else recommended wait for them.
    value(recommendByException(cx(colleague), { ...badr, words }));
    expect(waitingCounts(cx(w.coordinator)).recommended).toBe(0);
    expect(approveAll(cx(w.coordinator))).toEqual({ approved: 0, faults: ["theirSuperior"] });
    sqlite().exec("DELETE FROM superiors");
  });
  it("and a certification from before that one enters is another's to confirm, or to strike out", () => {
    value(enterCertifiedBefore(cx(w.coordinator), { ...before, personId: chadi.personId }));
    const entryId = lastId();
    expect(waitingCounts(cx(w.coordinator)).before).toBe(0);
    expect(waitingCounts(cx(colleague)).before).toBe(1);
    expect(certificationsPage(cx(colleague), { of: [entryId] }).preview).toMatchObject([
      { fault: null, before: "2024-05-01", words: "Paper 17" },
    ]);
    value(strikeOut(cx(colleague), { entryId, words: "The paper names another person" }));
    expect(waitingCounts(cx(colleague)).before).toBe(0);
    const own = ownNotices(cx(w.coordinator), gate.self(cx(w.coordinator)));
    expect(own.map(({ message, params }) => [message, params.entry])).toEqual([
      ["entryStruck", "certified_before"],
    ]);
    expect(stageOf(chadi.personId)).not.toBe("certified");
  });
  it("what was entered before two persons were asked for stays in force", () => {
    sqlite()
      .prepare(
        "INSERT INTO stage_events (person_id, tool_id, programme_id, kind, day, modules, until, words, entered_at, entered_by) VALUES (?, ?, ?, 'certified_before', '2024-05-01', '[\"M1\"]', '2027-05-01', 'Paper 3', 0, ?)",
      )
      .run(chadi.personId, chadi.toolId, chadi.programmeId, w.coordinator.personId);
    expect(wayAt(cx(w.coordinator), chadi)?.shown.standing).toMatchObject({
      stage: "certified",
      byException: false,
    });
    expect(waitingCounts(cx(colleague)).before).toBe(0);
  });
});
