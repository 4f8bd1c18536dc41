import { describe, expect, it } from "vitest";
import { certificatePage } from "../../app/_words/certificate";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { system, type Viewer, visitor } from "../../lib/access/table";
import { verifyCertificate } from "../../lib/certificates/commands";
import { certificateDocument } from "../../lib/certificates/queries";
import {
  approveMaster,
  enterCertifiedBefore,
  enterMasterStep,
  recommendRenewal,
  remindOfEnds,
  renew,
  resume,
  suspend,
} from "../../lib/stages/commands";
import { certifiedOnDay } from "../../lib/stages/queries/certifiedOn";
import { certificationEnds } from "../../lib/stages/queries/ends";
import { beforeWaiting, renewalsOf } from "../../lib/stages/queries/renewals";
import {
  certifiedBeforeSchema,
  masterStepSchema,
  recommendRenewalSchema,
  renewSchema,
} from "../../lib/stages/schema";
import { addDays } from "../../lib/time/civil";
import { addMonths } from "../../lib/time/zone";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, approveAll, certifyAtOnce } from "../support/certify";
import { freshDatabase } from "../support/database";
import { keptAndReplayed } from "../support/standings";
import { fault, value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const course = await issued("tot");
const [amal, badr] = course.people.map(({ personId }) => personId) as [number, number];
const toolId = sqlite().prepare("SELECT id FROM tools WHERE code = 'think-coop'").pluck().get() as number;
const of = (personId: number) => ({ personId, programmeId: w.programmeId, toolId, exception: false });
const on = (day: string, by: Viewer = w.coordinator) => as(by, course.at(day, "12:00"));
const fromPaper = (personId: number, more: Record<string, unknown> = {}, by: Viewer = w.coordinator) =>
  enterCertifiedBefore(
    on("2027-03-01", by),
    certifiedBeforeSchema.parse({
      personId: String(personId),
      programmeId: String(w.programmeId),
      moduleIds: w.moduleIds.map(String),
      day: "2024-06-10",
      until: "2027-06-10",
      words: "ITCILO certificate 4711",
      ...more,
    }),
  );
const renewOn = (day: string, more: Record<string, unknown> = {}, by: Viewer = w.coordinator) =>
  renew(
    on(day, by),
    renewSchema.parse({ ...of(amal), words: "Two workshops in Irbid, and one in Zarqa", ...more }),
  );
const colleague = anotherThan(w.coordinator, amal);
const confirming = (by: Viewer = colleague) => approveAll(on("2027-03-01", by));
/** Another one recommends by exception what is then decided. */
const recommending = (personId: number, kind: "renewed" | "master_approved", day: string, by = colleague) =>
  recommendRenewal(
    on(day, by),
    recommendRenewalSchema.parse({ ...of(personId), kind, words: "Two workshops in Irbid, seen by us" }),
  );
const standing = (personId: number) =>
  sqlite().prepare("SELECT stage, valid_until AS until FROM standings WHERE person_id = ?").get(personId);
const serialOf = (id: number) =>
  sqlite().prepare("SELECT serial FROM certificates WHERE id = ?").pluck().get(id) as string;
/** What the file of a certificate is made of. */
const documentOf = (id: number) => {
  const cx = on("2027-08-01");
  return certificateDocument(cx, gate.certificateToDownload(cx, serialOf(id), null));
};
const verifiedOf = (id: number) => verifyCertificate(as(visitor, course.at("2027-08-01")), serialOf(id), "x");
const lastEntry = () => sqlite().prepare("SELECT max(id) FROM stage_events").pluck().get() as number;
const asOf = (day: string, by: Viewer = w.coordinator, modules: string[] = []) => {
  const cx = on("2027-08-01", by);
  const reach = gate.reach(cx, "trainers.read");
  return certifiedOnDay(cx, reach, { day, toolId, modules, country: null }, null).rows;
};

describe("a certification from before", () => {
  it("is entered by one, in force once another confirmed it, from its day on, and says where it comes from", () => {
    value(fromPaper(amal));
    expect(standing(amal)).toMatchObject({ stage: "tot_completed" });
    expect(asOf("2025-01-01")).toEqual([]);
    const seen = on("2027-03-01");
    expect(beforeWaiting(seen, gate.person(seen, "people.read", amal))).toMatchObject([
      { until: "2027-06-10" },
    ]);
    expect(confirming(w.coordinator)).toEqual({ approved: 0, faults: ["ownEntry"] });
    expect(confirming()).toEqual({ approved: 1, faults: [] });
    expect(standing(amal)).toEqual({ stage: "certified", until: "2027-06-10" });
    const cx = on("2027-03-02");
    expect(renewalsOf(cx, gate.person(cx, "people.read", amal), "2027-03-02")).toMatchObject([
      { before: true, renewal: { since: "2024-06-10", window: "open" }, mayDecide: true },
    ]);
  });
  it("is nobody's to enter for themselves, nor another programme's, nor of a day to come, nor twice", () => {
    expect(fault(fromPaper(w.coordinator.personId!)).code).toBe("ownStage");
    for (const by of [w.stranger, w.trainer]) expect(fault(fromPaper(badr, {}, by)).code).toBe("notFound");
    expect(fault(fromPaper(badr, { day: "2027-03-09" })).fields).toEqual({ day: { code: "dayToCome" } });
    expect(fault(fromPaper(badr, { until: "2024-06-09" })).fields).toEqual({
      until: { code: "endBeforeStart" },
    });
    expect(fault(fromPaper(badr, { until: "2034-06-11" })).fields).toEqual({
      until: { code: "certifiedTooLong" },
    });
    expect(fault(fromPaper(amal)).fields).toEqual({ day: { code: "certifiedBeforeThere" } });
  });
});

describe("renewing", () => {
  it("is refused where conditions are missing, and by an exception says so for ever", () => {
    expect(fault(renewOn("2027-03-05"))).toMatchObject({ code: "conditionsMissing", params: { count: 2 } });
    expect(fault(renewOn("2027-03-05", { exception: true }, w.stranger)).code).toBe("notFound");
    const above = sqlite().prepare("INSERT INTO superiors (person_id, superior_id, set_at) VALUES (?, ?, 1)");
    above.run(amal, w.coordinator.personId);
    expect(fault(renewOn("2027-03-05", { exception: true })).code).toBe("subordinate");
    sqlite().exec("DELETE FROM superiors");
    const code = (more: Record<string, unknown>, by?: Viewer) => fault(renewOn("2027-03-05", more, by)).code;
    expect(code({ exception: true })).toBe("exceptionNotRecommended");
    value(recommending(amal, "renewed", "2027-03-05"));
    expect(fault(recommending(amal, "renewed", "2027-03-05")).code).toBe("recommendedAlready");
    expect(code({ exception: true }, colleague)).toBe("recommenderDecides");
    value(renewOn("2027-03-05", { exception: true }));
    expect(standing(amal)).toEqual({ stage: "renewed", until: "2030-06-10" });
    // Pressed again, the next window is far off.
    expect(fault(renewOn("2027-03-05", { exception: true })).code).toBe("renewalEarly");
    expect(asOf("2027-03-06")[0]).toMatchObject({ byException: true, before: true, until: "2030-06-10" });
  });
  it("is over after the grace, and nothing for whoever was never certified", () => {
    value(fromPaper(badr, { day: "2023-01-10", until: "2026-01-10" }));
    expect(confirming().approved).toBe(1);
    expect(standing(badr)).toEqual({ stage: "lapsed", until: "2026-01-10" });
    expect(fault(renewOn("2027-03-05", { ...of(badr), exception: true })).code).toBe("renewalLate");
    const chadi = course.people[2]!.personId;
    expect(fault(renewOn("2027-03-05", of(chadi))).code).toBe("neverCertified");
  });
});

describe("a certification on paper", () => {
  it("is replaced by one with the new end, and the old one says so; what was certified before stays so", () => {
    const chadi = course.people[2]!;
    const cx = on("2027-03-10");
    const { certificateId } = value(certifyAtOnce(cx.viewer, cx.now, chadi.id));
    value(recommending(chadi.personId, "renewed", "2029-11-30"));
    value(
      renew(
        on("2029-12-01"),
        renewSchema.parse({ ...of(chadi.personId), words: "Still at work every month", exception: true }),
      ),
    );
    const next = sqlite().prepare("SELECT * FROM certificates WHERE replaces_id = ?").get(certificateId) as {
      id: number;
      expires_on: string;
    };
    expect(next.expires_on).toBe("2033-03-10");
    const told = (id: number) => course.answer(serialOf(id), course.at("2029-12-02"));
    expect(told(certificateId)).toBe("renewed");
    expect(verifiedOf(certificateId)).toMatchObject({ answer: "renewed", renewedUntil: "2033-03-10" });
    expect(documentOf(certificateId).mark).toEqual({ kind: "renewed", on: "2033-03-10" });
    expect(told(next.id)).toBe("valid");
    // The paper says that it is a renewal, and who decided that, not who decided the first.
    expect(documentOf(next.id).facts).toMatchObject({ renews: serialOf(certificateId), approvedBy: "Samar" });
    expect(verifiedOf(next.id)).toMatchObject({ renews: serialOf(certificateId) });
    expect(asOf("2028-01-01").map(({ personId }) => personId)).toContain(chadi.personId);
    expect(standing(chadi.personId)).toEqual({ stage: "renewed", until: "2033-03-10" });
  });
});

describe("a master trainer", () => {
  const approve = (personId: number, more: Record<string, unknown> = {}) =>
    approveMaster(
      on("2027-04-01"),
      renewSchema.parse({ ...of(personId), words: "A good one, seen by three of us", ...more }),
    );
  it("is whoever is certified and did what leads there, once", () => {
    expect(fault(approve(badr)).code).toBe("notCertifiedNow");
    expect(fault(approve(amal)).code).toBe("conditionsMissing");
    for (const kind of ["master_training", "master_examination"] as const)
      value(
        enterMasterStep(
          on("2027-03-20"),
          masterStepSchema.parse({ ...of(amal), kind, day: "2027-03-15", words: "Turin, list 3 of 2026" }),
        ),
      );
    expect(standing(amal)).toMatchObject({ stage: "master_candidate" });
    value(recommending(amal, "master_approved", "2027-03-21"));
    value(approve(amal, { exception: true }));
    expect(standing(amal)).toMatchObject({ stage: "master_trainer" });
    expect(fault(approve(amal, { exception: true })).code).toBe("masterAlready");
  });
});

describe("who was certified on a day", () => {
  it("is told by what is recorded today about that day, with when it was entered", () => {
    expect(asOf("2025-01-01").map(({ personId, enteredLater }) => [personId, enteredLater !== null])).toEqual(
      [
        [amal, true],
        [badr, true],
      ],
    );
    expect(asOf("2026-02-01").map(({ personId }) => personId)).toEqual([amal]);
    expect(asOf("2022-12-31")).toEqual([]);
    expect(asOf("2025-01-01", w.coordinator, ["M1"])).toHaveLength(2);
    expect(asOf("2025-01-01", w.coordinator, ["M9"])).toEqual([]);
    expect(asOf("2025-01-01", w.stranger)).toEqual([]);
  });
  it("and what is kept beside the history is what the history says", () => {
    const { kept, replayed } = keptAndReplayed();
    expect(kept).toEqual(replayed);
  });
});

describe("reminders of the end", () => {
  const remind = (day: string) => {
    while (remindOfEnds(as(system, course.at(day, "12:00"))));
    return sqlite()
      .prepare(
        "SELECT message FROM notices WHERE person_id = ? AND message LIKE 'certification%' ORDER BY id",
      )
      .pluck()
      .all(amal);
  };
  it("go out once each, however often and late the job runs, and say the tool and its last day", () => {
    const until = sqlite()
      .prepare("SELECT valid_until FROM standings WHERE person_id = ?")
      .pluck()
      .get(amal) as string;
    expect(remind(addMonths(until, -7))).toEqual([]);
    const due = (day: string) =>
      certificationEnds(on(day)).due.map(({ person, missing }) => [person.id, missing]);
    expect(due(addMonths(until, -7))).not.toContainEqual([amal, expect.anything()]);
    expect(due(addMonths(until, -6))).toContainEqual([amal, expect.arrayContaining(["renewalRefresher"])]);
    expect(remind(addMonths(until, -6))).toEqual(["certificationEnds"]);
    expect(remind(addMonths(until, -6))).toEqual(["certificationEnds"]);
    // What was not told yet gives way to what applies now.
    expect(remind(addDays(addMonths(until, -1), 7))).toEqual(["certificationEnds"]);
    expect(remind(addDays(until, 8))).toEqual(["certificationLapsed"]);
    expect(remind(addDays(until, 9))).toEqual(["certificationLapsed"]);
    const params = sqlite()
      .prepare("SELECT params FROM notices WHERE person_id = ? AND message = 'certificationLapsed'")
      .pluck()
      .get(amal) as string;
    expect(JSON.parse(params)).toMatchObject({ tool: "Think.Coop", until, at: "/my/way" });
    const sent = sqlite().prepare(
      "SELECT count(*) FROM audit_log WHERE action = 'stage.end-near' AND subject_id = ?",
    );
    expect(sent.pluck().get(amal)).toBe(3);
  });
});

describe("the paper of a master trainer", () => {
  const badrsId = course.people[1]!.id;
  it("says so, with its own dates, who decided and in the language that its holder chose; the old one is renewed by it", () => {
    const cx = on("2027-03-10");
    const { certificateId } = value(certifyAtOnce(cx.viewer, cx.now, badrsId));
    sqlite().prepare("UPDATE persons SET language = 'fr' WHERE id = ?").run(badr);
    value(recommending(badr, "master_approved", "2027-05-01"));
    value(
      approveMaster(
        on("2027-05-02"),
        renewSchema.parse({ ...of(badr), words: "A good one, seen by three of us", exception: true }),
      ),
    );
    const next = sqlite().prepare("SELECT id FROM certificates WHERE replaces_id = ?").pluck();
    const masterId = next.get(certificateId) as number;
    const paper = documentOf(masterId);
    expect(paper).toMatchObject({
      ...{ issuedOn: "2027-05-02", expiresOn: "2030-05-02", language: "fr", mark: null },
      facts: { master: true, approvedBy: "Samar" },
    });
    expect(certificatePage(paper).title).toBe("Certification de maître formateur");
    expect(verifiedOf(certificateId)).toMatchObject({ answer: "renewed", renewedUntil: "2030-05-02" });
    expect(verifiedOf(masterId)).toMatchObject({ answer: "valid", master: true });
    expect(standing(badr)).toEqual({ stage: "master_trainer", until: "2030-05-02" });
    const { kept, replayed } = keptAndReplayed();
    expect(kept).toEqual(replayed);
  });
  it("says across that it is suspended while its holder's way is", () => {
    const masterId = sqlite().prepare("SELECT max(id) FROM certificates").pluck().get() as number;
    value(suspend(on("2027-06-01"), { ...of(badr), words: "A complaint" }));
    const { mark } = documentOf(masterId);
    expect(mark).toEqual({ kind: "suspended", on: "2027-06-01" });
    const said = (language: "ar" | "fr" | "en") =>
      certificatePage({ ...documentOf(masterId), language }, mark).mark!.replace(/[\u2066-\u2069]/g, "");
    expect(said("en")).toMatch(/^Suspended since/);
    expect(said("fr")).toMatch(/^Suspendue depuis/);
    expect(said("ar")).toMatch(/^موقوفة منذ/);
    value(resume(on("2027-06-02"), { entryId: lastEntry(), words: "Unfounded" }));
    expect(documentOf(masterId).mark).toBeNull();
  });
});
