import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { persons, programmeMembers } from "../../db/schema";
import { type Viewer, visitor } from "../../lib/access/table";
import { verifyCertificate } from "../../lib/certificates/commands";
import { statusOn } from "../../lib/certificates/rules";
import {
  approve,
  approveMany,
  notContinue,
  recommend,
  refuseRecommendation,
  resume,
  returnRecommendation,
  setSuperior,
  strikeOut,
  suspend,
  withdraw,
} from "../../lib/stages/commands";
import { certificationsPage } from "../../lib/stages/queries/certifications";
import { wayAt } from "../../lib/stages/queries/deciding";
import { waitingCounts } from "../../lib/stages/queries/waits";
import { addMonths, dayAt } from "../../lib/time/zone";
import { as } from "../support/as";
import { completionOf } from "../support/asked";
import { coursesToCertify } from "../support/certified";
import { serialOf, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { setFirstGates } from "../support/gatesSet";
import { transact } from "../support/transact";
import { fault, now, value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
// What is asked here is met by completing the training.
setFirstGates(w, {});
const second: Viewer = transact((db) => {
  const person = db
    .select()
    .from(persons)
    .all()
    .find(({ name }) => name === "Nour")!;
  db.insert(programmeMembers)
    .values({ programmeId: w.programmeId, personId: person.id, role: "coordinator", since: now })
    .run();
  return { ...w.coordinator, personId: person.id, name: "Nour" };
});
const course = await issued("tot");
const at = course.at("2027-03-01");
const people = course.people.map(({ id }) => id);
const way = (nth: number) => wayOf(people[nth]!);
const eventsOf = (nth: number) =>
  sqlite()
    .prepare(
      "SELECT id, kind, words, exception, certificate_id AS certificateId FROM stage_events WHERE person_id = ? ORDER BY id",
    )
    .all(way(nth).personId) as {
    id: number;
    kind: string;
    words: string;
    exception: number;
    certificateId: number | null;
  }[];
const recommending = (nth: number, by: Viewer = w.coordinator, modules = way(nth).modules) =>
  recommend(as(by, at), { ...way(nth), modules, words: "Three good workshops" });
const last = (nth: number) => eventsOf(nth).at(-1)!.id;
const approving = (nth: number, by: Viewer, modules = way(nth).modules, when = at) =>
  approve(as(by, when), { recommendationId: last(nth), modules, words: null });
const stopping = (nth: number) => ({
  personId: way(nth).personId,
  programmeId: way(nth).programmeId,
  toolId: way(nth).toolId,
  words: "A reason",
});

/** What somebody is to be told of their certificates. */
const toldOfCertificates = (nth: number) =>
  (
    sqlite()
      .prepare(
        "SELECT message, params FROM notices WHERE person_id = ? AND (message LIKE 'cert%' OR message LIKE 'trainerCert%') ORDER BY id",
      )
      .all(way(nth).personId) as { message: string; params: string }[]
  ).map(({ message, params }) => ({ message, ...JSON.parse(params) }));

describe("recommending and approving", () => {
  it("are two persons, and the certificate comes of it", () => {
    value(recommending(0));
    expect(fault(recommending(0, second)).code).toBe("recommendedAlready");
    expect(fault(approving(0, w.coordinator)).code).toBe("recommenderDecides");
    const { certificateId } = value(approving(0, second, ["M1"]));
    const serial = serialOf(certificateId);
    const { facts, expires } = sqlite()
      .prepare("SELECT facts, expires_on AS expires FROM certificates WHERE id = ?")
      .get(certificateId) as { facts: string; expires: string };
    expect(JSON.parse(facts)).toMatchObject({
      tools: [{ modules: [{ code: "M1" }] }],
      recommendedBy: "Samar",
      approvedBy: "Nour",
    });
    expect(expires).toBe(addMonths("2027-03-01", 36));
    expect(verifyCertificate(as(visitor, at), serial, "somewhere")).toMatchObject({
      answer: "valid",
      recommendedBy: { printed: "Samar" },
    });
    expect(eventsOf(0).at(-1)).toMatchObject({ kind: "approved", exception: 0, certificateId });
    // Beside their certificate of participation, of which they are to hear all the same.
    expect(toldOfCertificates(0)).toMatchObject([
      { message: "certificateReady" },
      {
        message: "trainerCertified",
        modules: expect.stringMatching(/^M1 /),
        until: expires,
        at: `/verify/${serial}`,
      },
    ]);
  });
  it("of more modules replaces what holds, with all of them, each until its own end", () => {
    expect(fault(recommending(0, w.coordinator, ["M1"])).code).toBe("alreadyCertified");
    value(recommending(0, w.coordinator, ["M2"]));
    const { certificateId } = value(approving(0, second, ["M2"], at + 86_400_000));
    const rows = sqlite()
      .prepare(
        "SELECT id, serial, facts, expires_on AS expires, revoked_at AS revoked FROM certificates WHERE kind = 'trainer_certification' ORDER BY id",
      )
      .all() as { id: number; serial: string; facts: string; expires: string; revoked: number | null }[];
    expect(rows.map(({ revoked }) => revoked === null)).toEqual([false, true]);
    expect(rows.at(-1)!.id).toBe(certificateId);
    const [of1, of2] = [addMonths("2027-03-01", 36), addMonths("2027-03-02", 36)];
    expect(rows.at(-1)).toMatchObject({ expires: of2 });
    expect(JSON.parse(rows.at(-1)!.facts)).toMatchObject({
      tools: [{ modules: [{ code: "M1" }, { code: "M2" }] }],
      ends: [{ code: "M1", until: of1 }, { until: of2 }],
    });
    expect(toldOfCertificates(0).at(-1)).toMatchObject({ until: of1 });
    // What the first paper is of was not renewed by another module.
    const shown = (serial: string) => verifyCertificate(as(visitor, at + 86_400_000), serial, "elsewhere");
    expect(shown(rows[0]!.serial)).toMatchObject({ answer: "replaced", renewedUntil: null });
    expect(shown(rows.at(-1)!.serial)).toMatchObject({
      answer: "valid",
      ends: [{ until: of1 }, { until: of2 }],
    });
  });
  it("is never for oneself, nor for whoever answers to one, and only of what was completed", () => {
    expect(fault(recommending(1, w.coordinator, ["M9"])).fields).toMatchObject({
      modules: { code: "modulesNotCompleted" },
    });
    const { personId } = way(1);
    value(setSuperior(as(w.coordinator), { personId, superiorId: w.trainerIds[1]! }));
    expect(fault(recommending(1, second)).code).toBe("subordinate");
    value(recommending(1));
    expect(fault(approving(1, second)).code).toBe("subordinate");
    value(setSuperior(as(w.coordinator), { personId, superiorId: null }));
    expect(fault(approving(1, { ...second, personId })).code).toBe("ownStage");
    expect(fault(approving(1, second, ["M1", "M9"])).fields).toHaveProperty("modules");
    expect(fault(approving(1, w.stranger)).code).toBe("notFound");
    expect(fault(recommending(1, w.otherTrainer)).code).toBe("notFound");
  });
  it("goes back with a question and is answered by recommending anew; refused, the candidate hears why", () => {
    const first = last(1);
    value(returnRecommendation(as(second, at), { recommendationId: first, words: "Which workshops?" }));
    expect(
      fault(refuseRecommendation(as(second, at), { recommendationId: first, words: "Too late" })).code,
    ).toBe("answeredAlready");
    value(recommending(1));
    value(refuseRecommendation(as(second, at), { recommendationId: last(1), words: "More practice first" }));
    const told = sqlite()
      .prepare("SELECT message, params FROM notices WHERE person_id = ? AND message = 'stageDecided'")
      .all(way(1).personId) as { params: string }[];
    expect(told.map(({ params }) => JSON.parse(params))).toMatchObject([
      { decision: "refused", reason: "More practice first" },
    ]);
  });
});

describe("two approvers at once", () => {
  it("make one certificate", () => {
    value(recommending(1));
    const recommendationId = last(1);
    const by = { recommendationId, modules: way(1).modules, words: null };
    const administrator = { ...w.coordinator, personId: w.trainerIds[0]!, administrator: true };
    const results = [approve(as(second, at), by), approve(as(administrator, at), by)];
    expect(results.map(({ ok }) => ok)).toEqual([true, false]);
    expect(fault(results[1]!).code).toBe("answeredAlready");
  });
});

describe("a batch", () => {
  it("approves what is as the preview showed it, and says what is not", () => {
    value(recommending(2));
    const { preview } = certificationsPage(as(second, at), { of: [last(2)] });
    expect(waitingCounts(as(second, at)).recommended).toBe(1);
    // What one recommended oneself waits for somebody else.
    expect(waitingCounts(as(w.coordinator, at)).recommended).toBe(0);
    const [row] = preview;
    expect(row).toMatchObject({ fault: null, until: addMonths("2027-03-01", 36) });
    const own = certificationsPage(as(w.coordinator, at), { of: [last(2)] });
    expect(own.preview).toMatchObject([{ fault: { code: "recommenderDecides" } }]);
    const send = (seen: string) =>
      value(
        approveMany(as(second, at), { rows: [{ recommendationId: row!.recommendationId, seen, index: 0 }] }),
      );
    expect(send("0-practising-")).toMatchObject({ approved: 0, done: [{ fault: { code: "stale" } }] });
    expect(send(row!.seen)).toMatchObject({ approved: 1, done: [{ fault: null }] });
    expect(waitingCounts(as(second, at)).recommended).toBe(0);
  });
});

describe("what ends or interrupts a way", () => {
  it("is a decision about somebody else with a reason; a withdrawal revokes the document", () => {
    const later = at + 40 * 86_400_000;
    expect(fault(notContinue(as(second, later), stopping(2))).code).toBe("certifiedGoesOn");
    const approved = eventsOf(2).find(({ kind }) => kind === "approved")!;
    const worth = () => verifyCertificate(as(visitor, later), serialOf(approved.certificateId!), "somewhere");
    value(suspend(as(second, later), stopping(2)));
    // Whoever holds the paper in their hands reads that it is suspended, and since when; so does the desk.
    expect(worth()).toMatchObject({ answer: "suspended", endedOn: dayAt(later, "UTC") });
    const ofDesk = completionOf(as(second, later), course.courseId)!.issued.flatMap((one) =>
      one.certificates.filter(({ id }) => id === approved.certificateId),
    );
    expect(ofDesk.map((one) => statusOn(one, dayAt(later, "UTC")))).toEqual(["suspended"]);
    // The certification of somebody else is worth what it was.
    const other = eventsOf(1).find(({ certificateId }) => certificateId !== null)!;
    expect(verifyCertificate(as(visitor, later), serialOf(other.certificateId!), "somewhere")).toMatchObject({
      answer: "valid",
    });
    expect(fault(suspend(as(second, later), stopping(2))).code).toBe("stoppedAlready");
    expect(fault(recommend(as(w.coordinator, later), { ...way(2), words: "Again" })).code).toBe("wayStopped");
    value(resume(as(second, later), { entryId: last(2), words: "Back" }));
    expect(worth()).toMatchObject({ answer: "valid", endedOn: null });
    expect(fault(strikeOut(as(second, later), { entryId: approved.id, words: "Oops" })).code).toBe(
      "strikeApproval",
    );
    value(withdraw(as(second, later), stopping(2)));
    expect(
      sqlite()
        .prepare("SELECT revocation_reason FROM certificates WHERE id = ?")
        .pluck()
        .get(approved.certificateId),
    ).toBe("A reason");
    expect(worth()).toMatchObject({ answer: "revoked" });
    expect(toldOfCertificates(2)).toMatchObject([
      { message: "certificateReady" },
      { message: "trainerCertificationRevoked", reason: "A reason" },
    ]);
    value(recommend(as(w.coordinator, later), { ...way(2), words: "Again" }));
    expect(fault(approving(2, second, way(2).modules, later)).code).toBe("withdrawnToday");
  });
  it("strikes out a mistake, which never was", () => {
    const later = at + 50 * 86_400_000;
    value(strikeOut(as(second, later), { entryId: last(2), words: "Another person" }));
    value(recommend(as(w.coordinator, later), { ...way(2), words: "Again" }));
  });
});

describe("the page of a way", () => {
  it("says of evidence that was struck out that it does not count, and offers nothing to who is certified in all", () => {
    const { personId, programmeId, toolId } = way(0);
    const db = sqlite();
    const add = (kind: string, ofId: unknown, courseId: unknown, rubric: unknown) =>
      db
        .prepare(
          "INSERT INTO stage_events (person_id, tool_id, programme_id, kind, day, of_id, course_id, rubric, words, entered_at) VALUES (?, ?, ?, ?, '2027-03-01', ?, ?, ?, 'x', 0)",
        )
        .run(personId, toolId, programmeId, kind, ofId, courseId, rubric).lastInsertRowid;
    const visit = add("coaching_visit", null, null, null);
    add("struck", visit, null, null);
    const page = wayAt(as(w.coordinator, at + 90 * 86_400_000), { personId, programmeId, toolId })!;
    expect(page.evidence.find(({ kind }) => kind === "coaching_visit")?.off).toBe("struck");
    expect(page).toMatchObject({ certified: true, may: { recommend: false, except: false } });
  });
});
