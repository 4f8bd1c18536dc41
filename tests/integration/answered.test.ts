import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import {
  approve,
  approveMany,
  approveMaster,
  enterCertifiedBefore,
  recommendRenewal,
  refuseRecommendation,
  renew,
  returnRecommendation,
} from "../../lib/stages/commands";
import { certificationsPage } from "../../lib/stages/queries/certifications";
import { wayAt } from "../../lib/stages/queries/deciding";
import { renewalsOf } from "../../lib/stages/queries/renewals";
import { waitingCounts, wayWaits } from "../../lib/stages/queries/waits";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, approveAll, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { fault, value, world } from "../support/world";

// Mail is set up, but nobody looks into the box: what would be sent is read from the outbox.
process.env.SMTP_URL = "smtp://127.0.0.1:1";
process.env.PUBLIC_URL = "https://cascade.example.org";
freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const course = await issued("tot");
const people = course.people.map(({ id }) => wayOf(id));
const [amal, badr] = people as [(typeof people)[0], (typeof people)[0]];
const colleague = anotherThan(w.coordinator, amal.personId);
const cx = (by: Viewer) => as(by, course.at("2027-03-05", "12:00"));
const words = "Two workshops in Irbid, and one in Zarqa";
const paper = (personId: number) => ({
  ...{ personId, programmeId: w.programmeId, moduleIds: [...w.moduleIds] },
  ...{ day: "2024-06-10", until: "2027-06-10", words: "ITCILO certificate 4711" },
});
const lastId = () => sqlite().prepare("SELECT max(id) FROM stage_events").pluck().get() as number;
sqlite()
  .prepare("UPDATE persons SET email = 'p' || id || '@example.org', language = 'fr' WHERE id IN (?, ?)")
  .run(amal.personId, badr.personId);
sqlite().prepare("UPDATE persons SET email = 'c@example.org' WHERE id = ?").run(colleague.personId);
/** What is in the outbox for somebody of decisions on ways, the newest last. */
const mailsTo = (personId: number | null) =>
  (
    sqlite()
      .prepare(
        "SELECT payload FROM jobs WHERE person_id = ? AND (payload LIKE '%stageDecided%' OR payload LIKE '%recommendationAnswered%') ORDER BY id",
      )
      .pluck()
      .all(personId) as string[]
  ).map((payload) => JSON.parse(payload) as { message: string; params: Record<string, string> });
const towards = ["renewed", "master_approved"] as const;
const recommending = (kind: (typeof towards)[number], by = colleague) =>
  recommendRenewal(cx(by), { ...amal, kind, words });
const renewalOf = (by: Viewer) => {
  const seen = cx(by);
  return renewalsOf(seen, gate.person(seen, "people.read", amal.personId), "2027-03-05")[0]!;
};

describe("a certification from before", () => {
  it("that is confirmed is told to whoever holds it, in their language, once for each tool", () => {
    for (const { personId } of [amal, badr]) value(enterCertifiedBefore(cx(colleague), paper(personId)));
    expect(approveAll(cx(w.coordinator))).toEqual({ approved: 2, faults: [] });
    expect(mailsTo(amal.personId)).toMatchObject([
      { message: "stageDecided", params: { decision: "confirmed", until: "2027-06-10", tool: "Think.Coop" } },
    ]);
  });
});

describe("what became of a batch", () => {
  it("is said of each by name, with why others stay as they were, and only to whoever did it", () => {
    const chadi = people[2]!;
    value(enterCertifiedBefore(cx(colleague), paper(chadi.personId)));
    const key = lastId();
    const said = (by: Viewer) => certificationsPage(cx(by), { approved: [key], left: [key] }).done;
    const send = (seen: string) =>
      value(approveMany(cx(w.coordinator), { rows: [{ recommendationId: key, seen, index: 0 }] }));
    expect(send("another")).toMatchObject({ approved: 0, done: [{ fault: { code: "stale" } }] });
    // Nothing stands in its way but that it changed since it was shown.
    expect(said(w.coordinator)).toMatchObject({
      approved: [],
      left: [{ person: { name: "Chadi" }, fault: null }],
    });
    expect(send(`before-${key}`)).toMatchObject({ approved: 1 });
    expect(said(w.coordinator)).toMatchObject({ approved: [{ person: { name: "Chadi" } }], left: [] });
    expect(said(colleague)).toMatchObject({
      approved: [],
      left: [{ fault: null, meanwhile: { kind: "approved", own: false } }],
    });
    expect(said(w.stranger)).toEqual({ approved: [], left: [] });
  });
});

describe.each(towards)("a recommendation towards %s", (kind) => {
  it("waits where it is read before anything is opened, and is no first certification", () => {
    value(recommending(kind));
    expect(renewalOf(w.coordinator)[kind].open).toMatchObject({ id: lastId(), words });
    const { waiting, renewals } = certificationsPage(cx(w.coordinator), {});
    expect(waiting).toEqual([]);
    expect(renewals).toMatchObject([
      { recommendationId: lastId(), towards: kind, exception: true, elses: null },
    ]);
    expect(certificationsPage(cx(colleague), {}).renewals).toMatchObject([{ elses: "recommenderDecides" }]);
    expect(waitingCounts(cx(w.coordinator))).toMatchObject({
      recommended: 0,
      renewals: 1,
      before: 0,
      doubted: 0,
    });
    const form = { recommendationId: lastId(), modules: amal.modules, words };
    expect(fault(approve(cx(w.coordinator), form)).code).toBe("notFound");
    const rows = [{ recommendationId: lastId(), seen: "as it was", index: 0 }];
    expect(value(approveMany(cx(w.coordinator), { rows })).done).toMatchObject([
      { fault: { code: "notFound" } },
    ]);
  });
  it("is returned with a question by another one than recommended it, and answered by recommending anew", () => {
    const recommendationId = lastId();
    const asking = (by: Viewer) =>
      returnRecommendation(cx(by), { recommendationId, words: "Which workshops were these?" });
    expect(fault(asking(colleague)).code).toBe("recommenderDecides");
    expect(fault(asking({ ...w.coordinator, personId: amal.personId })).code).toBe("ownStage");
    value(asking(w.coordinator));
    expect(fault(asking(w.coordinator)).code).toBe("answeredAlready");
    expect(renewalOf(colleague)[kind]).toMatchObject({
      open: null,
      question: { words: "Which workshops were these?" },
    });
    // It is no question about a first certification, nor about the other one.
    expect(wayAt(cx(colleague), amal)?.question).toBeNull();
    expect(renewalOf(colleague)[towards.find((one) => one !== kind)!].question).toBeNull();
    expect(wayWaits(cx(colleague)).returned).toMatchObject([
      { towards: kind, href: `/desk/people/${amal.personId}/renewal` },
    ]);
    const [history] = wayAt(cx(w.coordinator), amal)!.history;
    expect(history).toMatchObject({ kind: "returned", towards: kind });
    const mail = mailsTo(colleague.personId).at(-1)!;
    expect(mail).toMatchObject({
      message: "recommendationAnswered",
      params: { decision: "returned", towards: kind, trainer: "Amal" },
    });
    // What is asked about somebody is read after signing in alone.
    expect(JSON.stringify(mail)).not.toContain("Which workshops");
    value(recommending(kind));
    expect(wayWaits(cx(colleague)).returned).toEqual([]);
    expect(renewalOf(colleague)[kind].question).toBeNull();
  });
  it("is refused with a reason: the person is told, and whoever recommended that it was; nothing is decided", () => {
    const before = mailsTo(amal.personId).length;
    const { until: untilBefore } = renewalOf(w.coordinator).renewal;
    const recommendationId = lastId();
    value(refuseRecommendation(cx(w.coordinator), { recommendationId, words: "Only one of them was held" }));
    expect(mailsTo(amal.personId).slice(before)).toMatchObject([
      {
        message: "stageDecided",
        params: {
          decision: kind === "renewed" ? "renewalRefused" : "masterRefused",
          reason: "Only one of them was held",
        },
      },
    ]);
    expect(mailsTo(colleague.personId).at(-1)).toMatchObject({
      params: { decision: "refused", towards: kind },
    });
    expect(renewalOf(w.coordinator)).toMatchObject({
      renewal: { until: untilBefore },
      master: { isMaster: false },
    });
    expect(wayWaits(cx(colleague)).sent[0]).toMatchObject({
      ...{ became: "refused", towards: kind, words: "Only one of them was held" },
      by: { name: "Samar" },
    });
    const command = kind === "renewed" ? renew : approveMaster;
    const decide = command(cx(w.coordinator), { ...amal, words, exception: true });
    expect(fault(decide).code).toBe("exceptionNotRecommended");
  });
  it("is approved, which the person is told by the paper that comes of it, and whoever recommended sees", () => {
    value(recommending(kind));
    expect(wayWaits(cx(colleague)).sent[0]).toMatchObject({ became: null, day: "2027-03-05" });
    const command = kind === "renewed" ? renew : approveMaster;
    value(command(cx(w.coordinator), { ...amal, words, exception: true }));
    const last = sqlite()
      .prepare("SELECT payload FROM jobs WHERE person_id = ? ORDER BY id DESC LIMIT 1")
      .pluck()
      .get(amal.personId) as string;
    // It says which of the two it is, and until when: renewed from the old end on, a master trainer from that day.
    const said = {
      renewed: { master: "", until: "2030-06-10" },
      master_approved: { master: "yes", until: "2030-03-05" },
    };
    expect(JSON.parse(last)).toMatchObject({
      message: "trainerCertified",
      params: { tool: "Think.Coop", ...said[kind] },
    });
    expect(wayWaits(cx(colleague)).sent[0]).toMatchObject({ became: kind, by: { name: "Samar" } });
    expect(waitingCounts(cx(w.coordinator)).renewals).toBe(0);
  });
});
