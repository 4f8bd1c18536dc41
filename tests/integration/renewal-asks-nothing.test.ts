import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import type { Viewer } from "../../lib/access/table";
import { approveMaster, recommendRenewal, renew } from "../../lib/stages/commands";
import { ownGates } from "../../lib/stages/rules/gates";
import { recommendRenewalSchema, renewSchema } from "../../lib/stages/schema";
import { insertGateVersion } from "../../lib/stages/store/gates";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, certifyAtOnce, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { transact } from "../support/transact";
import { fault, value, world } from "../support/world";

freshDatabase();
const w = world();
const none = { renewalWorkshopsPerYear: 0, renewalRefresher: false, renewalExamination: false };
const noneOfMasters = { masterTots: 0, masterTraining: false, masterExamination: false };
transact(() =>
  insertGateVersion(as(w.coordinator), {
    ...{ programmeId: w.programmeId, number: 1, preset: "own", inForceFrom: "2026-01-01" },
    gates: { ...ownGates, validMonths: 12, ...none, ...noneOfMasters },
  }),
);
const { issued } = coursesToCertify(w);
const course = await issued("tot");
const { id } = course.people[0]!;
value(certifyAtOnce(w.coordinator, course.at("2027-03-01"), id));
const { modules: _, ...way } = wayOf(id);
const words = "Two workshops in Irbid, and one in Zarqa";
const cx = (by: Viewer) => as(by, course.at("2028-02-01", "12:00"));
const colleague = anotherThan(w.coordinator, way.personId);
const stage = () =>
  sqlite().prepare("SELECT stage FROM standings WHERE person_id = ?").pluck().get(way.personId);

it.each([
  ["renewed", renew, "renewed"],
  ["master_approved", approveMaster, "master_trainer"],
] as const)("where a programme asks for nothing, two persons decide: %s", (kind, decide, becomes) => {
  const press = (by: Viewer) => decide(cx(by), renewSchema.parse({ ...way, words, exception: false }));
  const recommending = () =>
    recommendRenewal(cx(colleague), recommendRenewalSchema.parse({ ...way, kind, words }));
  for (const by of [w.coordinator, colleague]) expect(fault(press(by)).code).toBe("recommendFirst");
  value(recommending());
  expect(fault(recommending()).code).toBe("recommendedAlready");
  expect(fault(press(colleague)).code).toBe("recommenderDecides");
  value(press(w.coordinator));
  expect(stage()).toBe(becomes);
  // Nothing was missing, so it is none by exception.
  expect(sqlite().prepare("SELECT exception FROM stage_events ORDER BY id DESC LIMIT 1").pluck().get()).toBe(
    0,
  );
});
