import { describe, expect, it } from "vitest";
import { certifiedTable, registerTable } from "../../app/_words/trainerTable";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { certificateDocument } from "../../lib/certificates/queries";
import { approve, enterCertifiedBefore, recommend, recommendRenewal, renew } from "../../lib/stages/commands";
import { certifiedOnDay } from "../../lib/stages/queries/certifiedOn";
import { wayAt } from "../../lib/stages/queries/deciding";
import { renewalsOf } from "../../lib/stages/queries/renewals";
import { byEnd } from "../../lib/stages/rules/ends";
import { certifiedBeforeSchema, recommendSchema } from "../../lib/stages/schema";
import { trainerRegister } from "../../lib/trainers/queries";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, approveAll, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { setFirstGates } from "../support/gatesSet";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const course = await issued("tot");
const { modules: _, ...way } = wayOf(course.people[0]!.id);
const colleague = anotherThan(w.coordinator, way.personId);
const on = (day: string, by: Viewer = w.coordinator) => as(by, course.at(day, "12:00"));
const words = "Two workshops in Irbid, and one in Zarqa";
const last = () => sqlite().prepare("SELECT max(id) FROM stage_events").pluck().get() as number;
const keys = Object.fromEntries(Object.entries(way).map(([name, key]) => [name, String(key)]));

// Nothing is asked beside the training.
setFirstGates(w, { graceMonths: "2" });
// One module is certified by a paper from before, the other here.
value(
  enterCertifiedBefore(
    on("2027-03-01"),
    certifiedBeforeSchema.parse({
      ...{ personId: keys.personId, programmeId: keys.programmeId, moduleIds: [String(w.moduleIds[1])] },
      ...{ day: "2024-06-10", until: "2027-06-10", words: "ITCILO certificate 4711" },
    }),
  ),
);
expect(approveAll(on("2027-03-01", colleague))).toEqual({ approved: 1, faults: [] });
value(recommend(on("2027-03-01", colleague), recommendSchema.parse({ ...keys, modules: ["M1"], words })));
const { certificateId } = value(
  approve(on("2027-03-02"), { recommendationId: last(), modules: ["M1"], words }),
);
const renewal = (day: string) => {
  const cx = on(day);
  return renewalsOf(cx, gate.person(cx, "people.read", way.personId), day)[0]!;
};

describe("one tool with two ends", () => {
  it("is said by end wherever somebody is said to be certified, each with its own since and what is from before", () => {
    const cx = on("2027-03-03");
    const reach = gate.reach(cx, "trainers.read");
    const day = "2027-03-03";
    const listed = trainerRegister(cx, reach, { q: null }, day, day).trainers.find(
      ({ id }) => id === way.personId,
    )!;
    const ends = [
      { codes: ["M2"], until: "2027-06-10", before: true },
      { codes: ["M1"], until: "2030-03-02", before: false },
    ];
    expect(listed.ways[0]!.ends).toMatchObject(ends);
    const asked = { day, toolId: way.toolId, modules: [], country: null };
    const row = certifiedOnDay(cx, reach, asked, null).rows.find((one) => one.personId === way.personId)!;
    expect(row.ends).toMatchObject([
      { ...ends[0], since: "2024-06-10" },
      { ...ends[1], since: "2027-03-02" },
    ]);
    const cells = (table: { heads: string[] }, of: unknown[]) =>
      ["Valid until", "From before"].map((head) => of[table.heads.indexOf(head)]);
    const said = ["M2: 2027-06-10; M1: 2030-03-02", "M2: yes; M1: no"];
    const [register, certified] = [registerTable("en"), certifiedTable("en")];
    expect(cells(register, register.rowsOf(listed)[0]!)).toEqual(said);
    expect(cells(certified, certified.rowOf(row))).toEqual(said);
  });
  it("is drawn as certified after it was recommended, not by the day of a paper from before", () => {
    const path = wayAt(on("2027-03-03"), way)!.shown.path;
    const at = (stage: string) => path.find((one) => one.stage === stage)!.day!;
    expect([at("recommended"), at("certified")]).toEqual(["2027-03-01", "2027-03-02"]);
  });
  it("is renewed by the end whose window is open: the other keeps its own, in stage and on paper", () => {
    expect(renewal("2027-03-03").renewal).toMatchObject({
      ...{ modules: ["M2"], since: "2024-06-10", until: "2027-06-10", window: "open" },
    });
    value(recommendRenewal(on("2027-03-03", colleague), { ...way, words, kind: "renewed" }));
    value(renew(on("2027-03-04"), { ...way, words, exception: false }));
    const now = renewal("2027-03-05");
    const own = byEnd(now.standing.ends);
    expect(own).toMatchObject([{ codes: ["M1"] }, { until: "2030-06-10", codes: ["M2"] }]);
    expect(own[0]!.until).toBe("2030-03-02");
    expect(now.renewal).toMatchObject({ modules: ["M1"], since: "2027-03-02", window: "before" });
    const cx = on("2027-03-05");
    const next = sqlite().prepare("SELECT id FROM certificates WHERE replaces_id = ?").pluck();
    const paper = certificateDocument(
      cx,
      gate.certificate(cx, "certificate.download", next.get(certificateId) as number),
    );
    expect(byEnd(paper.facts.ends!)).toEqual(own);
  });
});
