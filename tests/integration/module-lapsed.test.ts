import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { system, type Viewer } from "../../lib/access/table";
import { certificateDocument } from "../../lib/certificates/queries";
import {
  approve,
  approveMany,
  confirmWorkshop,
  enterCertifiedBefore,
  judgeAnew,
  recommend,
  recommendByException,
  recommendRenewal,
  remindOfEnds,
  renew,
} from "../../lib/stages/commands";
import { certificationsPage } from "../../lib/stages/queries/certifications";
import { certifiedOnDay } from "../../lib/stages/queries/certifiedOn";
import { wayAt } from "../../lib/stages/queries/deciding";
import { certificationEnds } from "../../lib/stages/queries/ends";
import { endsSaid } from "../../lib/stages/rules/ends";
import {
  certifiedBeforeSchema,
  confirmWorkshopSchema,
  exceptionSchema,
  recommendSchema,
} from "../../lib/stages/schema";
import { certifiedForAmong, countCertified } from "../../lib/stages/store/certified";
import { certifiedAmong } from "../../lib/stages/store/register";
import { trainerRegister } from "../../lib/trainers/queries";
import { as } from "../support/as";
import { anotherThan, approveAll } from "../support/certify";
import { freshDatabase } from "../support/database";
import { setFirstGates } from "../support/gatesSet";
import { onTheWay } from "../support/onTheWay";
import { fault, value, world } from "../support/world";

freshDatabase();
const w = world();
const { tot, toolId, workshopOf } = await onTheWay(w);
const [amal, badr, chadi] = tot.people.map(({ personId }) => personId) as [number, number, number];
const held = await workshopOf(amal, badr);
held.end();

const on = (day: string, by: Viewer = w.coordinator) => as(by, tot.at(day, "12:00"));
const colleague = anotherThan(w.coordinator, amal);
const words = "Said, and at some length";
const keys = { personId: String(amal), programmeId: String(w.programmeId), toolId: String(toolId) };
const way = { personId: amal, programmeId: w.programmeId, toolId };
const last = () => sqlite().prepare("SELECT max(id) FROM stage_events").pluck().get() as number;

// One workshop is asked for, and two months of grace.
setFirstGates(w, { workshops: "1", graceMonths: "2" });
const { courseId } = held;
const seen = { ...keys, courseId: String(courseId) };
value(confirmWorkshop(as(w.coordinator, held.evening + 86_400_000), confirmWorkshopSchema.parse(seen)));
/** One certification from before, confirmed by another person. */
function confirmedBefore(
  module: number,
  from: string,
  until: string,
  { personId = amal, day = "2027-03-01" }: { personId?: number; day?: string } = {},
) {
  value(
    enterCertifiedBefore(
      on(day),
      certifiedBeforeSchema.parse({
        ...{
          personId: String(personId),
          programmeId: keys.programmeId,
          moduleIds: [String(w.moduleIds[module])],
        },
        ...{ day: from, until, words: "ITCILO certificate 4711" },
      }),
    ),
  );
  expect(approveAll(on(day, colleague))).toEqual({ approved: 1, faults: [] });
}
confirmedBefore(1, "2024-06-10", "2027-06-10");
confirmedBefore(0, "2026-02-10", "2029-02-10");
const proposed = (day: string, modules = ["M2"]) =>
  recommend(on(day, colleague), recommendSchema.parse({ ...keys, modules, words }));
const page = (day: string, by: Viewer = w.coordinator) => wayAt(on(day, by), way)!;

describe("two certifications from before that end on different days", () => {
  const saidOf = (day: string) => {
    const cx = on(day);
    const reach = gate.reach(cx, "trainers.read");
    const listed = trainerRegister(cx, reach, { q: null }, day, day).trainers.find(({ id }) => id === amal)!;
    const row = certifiedOnDay(cx, reach, { day, toolId, modules: [], country: null }, null).rows.find(
      ({ personId }) => personId === amal,
    )!;
    return [endsSaid(page(day).shown.standing.ends), listed.ways[0]!.ends, row.ends];
  };
  it("are said alike by the way, the register and as of the day, before and after one of them ended", () => {
    const [first, other] = [
      { codes: ["M2"], since: "2024-06-10", until: "2027-06-10", before: true },
      { codes: ["M1"], since: "2026-02-10", until: "2029-02-10", before: true },
    ];
    for (const said of saidOf("2027-06-10")) expect(said).toEqual([first, other]);
    for (const said of saidOf("2027-06-11")) expect(said).toEqual([other]);
  });
});

describe("the end of one of two", () => {
  const told = (day: string, run = () => {}) => {
    const at = as(system, tot.at(day, "12:00"));
    run();
    while (remindOfEnds(at));
    return sqlite()
      .prepare(
        "SELECT message || ' ' || json_extract(params, '$.tool') || ' ' || json_extract(params, '$.until') FROM notices WHERE person_id = ? AND message LIKE 'certification%' ORDER BY id",
      )
      .pluck()
      .all(amal);
  };
  const m2 = "Think.Coop (M2) 2027-06-10";
  const m1 = "Think.Coop (M1) 2029-02-10";
  it("is not the end of the other between midnight and the job: whoever asks reads what holds", () => {
    const cx = on("2027-06-11");
    const day = "2027-06-11";
    expect(sqlite().prepare("SELECT valid_until FROM standings WHERE person_id = ?").pluck().get(amal)).toBe(
      "2027-06-10",
    );
    expect(certifiedForAmong(cx, [amal], day).map(({ code }) => code)).toEqual(["M1"]);
    expect(certifiedForAmong(cx, [amal], "2029-02-11")).toEqual([]);
    expect([countCertified(cx, w.programmeId, day), countCertified(cx, w.programmeId, "2029-02-11")]).toEqual(
      [1, 0],
    );
    expect(certifiedAmong(cx, day, [amal])).toMatchObject([{ validUntil: "2029-02-10" }]);
    const reach = gate.reach(cx, "trainers.read");
    const { trainers } = trainerRegister(cx, reach, { q: null }, day, day);
    expect(trainers.find(({ id }) => id === amal)!.certification).toBe("valid");
  });
  it("is said by itself, once: the one that lapses first, and years later the other", () => {
    expect(told("2027-03-20")).toEqual([`certificationEnds ${m2}`]);
    const lapse = () => {
      while (judgeAnew(as(system, tot.at("2027-06-12", "12:00"))));
    };
    // What was not sent yet gives way to what came of it.
    const first = [`certificationLapsed ${m2}`];
    expect(told("2027-06-12", lapse)).toEqual(first);
    expect(told("2027-06-13")).toEqual(first);
    expect(sqlite().prepare("SELECT reminded FROM standings WHERE person_id = ?").pluck().get(amal)).toBe(
      "2027-06-10 lapsed",
    );
    // The desk has it among what lapsed, though the other holds.
    const { lapsed, due } = certificationEnds(on("2027-06-20"));
    expect(lapsed).toMatchObject([{ person: { id: amal }, until: "2027-06-10" }]);
    expect(due).toEqual([]);
    expect(told("2028-08-15")).toEqual([...first, `certificationEnds ${m1}`]);
    expect(told("2028-08-16")).toHaveLength(2);
  });
});

describe("a module that lapsed while another one holds", () => {
  it("is renewed within its grace, and neither recommended nor approved", () => {
    expect(fault(proposed("2027-07-01")).code).toBe("renewedInstead");
    const shown = page("2027-07-01");
    expect(shown).toMatchObject({ renewedInstead: ["M2"], toCertify: [] });
    expect([shown.may.recommend, shown.may.except]).toEqual([false, false]);
  });
  it("takes practice from after its end: what certified once certifies not again", () => {
    const day = "2027-08-11";
    expect(fault(proposed(day))).toMatchObject({ code: "gatesMissing", params: { gate: "workshops" } });
    const shown = page(day, colleague);
    expect(shown).toMatchObject({
      ...{ toCertify: ["M2"], lacking: ["M2"], ready: [] },
      conditionsFor: { modules: ["M2"], after: "2027-06-10" },
    });
    expect(shown.conditions.find((one) => one.gate === "workshops")).toMatchObject({ have: 0, missing: 1 });
    expect(shown.evidence.find(({ kind }) => kind === "workshop")).toMatchObject({ off: "beforeEnd" });
  });
  it("is approved by exception alone until there is new practice, and then without; its paper says which", () => {
    const day = "2027-08-12";
    value(
      recommendByException(on(day, colleague), exceptionSchema.parse({ ...keys, modules: ["M2"], words })),
    );
    const waits = () => certificationsPage(on(day), {}).waiting[0]!;
    expect(waits()).toMatchObject({ onWay: true, needless: false, fault: { code: "gatesMissing" } });
    const { seen } = waits();
    const row = { recommendationId: last(), seen, index: 0 };
    expect(fault(approve(on(day), { ...row, modules: ["M2"], words: null })).fields?.words?.code).toBe(
      "exceptionNeedsWords",
    );
    // Meanwhile they hold another one.
    sqlite().prepare("UPDATE courses SET ends_on = '2027-08-01' WHERE id = ?").run(held.courseId);
    expect(waits()).toMatchObject({ onWay: false, needless: true, fault: null });
    expect(page(day)).toMatchObject({ missing: false, open: { exception: true, modules: ["M2"] } });
    expect(value(approveMany(on(day), { rows: [row] })).done[0]!.fault!.code).toBe("stale");
    expect(certificationsPage(on(day), { of: [row.recommendationId] })).toMatchObject({
      ...{ gone: [], preview: [{ modules: ["M2"] }] },
    });
    value(approveMany(on(day), { rows: [{ ...row, seen: waits().seen }] }));
    // Whoever still has the older preview reads who it is about, and what happened.
    const meanwhile = { kind: "approved", day, own: true };
    const stale = certificationsPage(on(day), { of: [row.recommendationId] });
    expect(stale).toMatchObject({ preview: [], gone: [{ person: { id: amal }, meanwhile }] });
    const late = certificationsPage(on(day, colleague), { left: [row.recommendationId] });
    expect(late.done.left).toMatchObject([
      { person: { id: amal }, meanwhile: { ...meanwhile, own: false }, fault: null },
    ]);
    const cx = on(day);
    const key = sqlite()
      .prepare("SELECT certificate_id FROM stage_events WHERE id = ?")
      .pluck()
      .get(last()) as number;
    const paper = certificateDocument(cx, gate.certificate(cx, "certificate.download", key));
    expect(paper.facts.evidence).toMatchObject({ exception: false, counts: { workshops: 1 } });
    expect(page(day).shown.standing).toMatchObject({ byException: false, modules: ["M1", "M2"] });
  });
});

describe("a module that is renewed in its grace", () => {
  it("is among what lapsed no more, from that moment on", () => {
    const day = "2027-08-20";
    confirmedBefore(1, "2024-09-01", "2027-09-01", { personId: chadi, day });
    confirmedBefore(0, "2026-02-10", "2029-02-10", { personId: chadi, day });
    const morning = as(system, tot.at("2027-09-02", "05:00"));
    while (judgeAnew(morning));
    while (remindOfEnds(morning));
    const ends = () => {
      const { lapsed, due } = certificationEnds(on("2027-09-02"));
      const own = (rows: typeof lapsed) =>
        rows.flatMap(({ person, until }) => (person.id === chadi ? until : []));
      return [own(lapsed), own(due)];
    };
    expect(ends()).toEqual([["2027-09-01"], []]);
    const of = { ...way, personId: chadi, words };
    value(recommendRenewal(on("2027-09-02", colleague), { ...of, kind: "renewed" }));
    value(renew(on("2027-09-02"), { ...of, exception: true }));
    expect(ends()).toEqual([[], []]);
  });
});
