import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { certificateDocument } from "../../lib/certificates/queries";
import {
  approve,
  enterCertifiedBefore,
  recommend,
  recommendRenewal,
  renew,
  setGates,
} from "../../lib/stages/commands";
import { renewalsOf } from "../../lib/stages/queries/renewals";
import { byEnd } from "../../lib/stages/rules/ends";
import { ownGates } from "../../lib/stages/rules/gates";
import { certifiedBeforeSchema, gatesSchema, recommendSchema } from "../../lib/stages/schema";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, approveAll, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
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
const nothing = Object.entries(ownGates).map(([name, one]) => [name, typeof one === "boolean" ? "no" : "0"]);
const asked = { passMark: "3.5", criterionMinimum: "1", validMonths: "36", masterValidMonths: "36" };
const form = { programmeId: String(w.programmeId), seen: "0", preset: "own", inForceFrom: "2027-02-01" };
value(
  setGates(
    as(w.coordinator),
    gatesSchema.parse({ ...Object.fromEntries(nothing), ...asked, ...form, graceMonths: "2" }),
  ),
);
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
