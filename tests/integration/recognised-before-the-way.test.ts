import { expect, it } from "vitest";
import * as gate from "../../lib/access/gate";
import { programmeDays } from "../../lib/programmes/queries";
import { recogniseLearning, takeBackLearning } from "../../lib/stages/commands";
import { ownStandings, personStandings } from "../../lib/stages/queries";
import { ownNotBegun, personNotBegun } from "../../lib/stages/queries/notBegun";
import { recognisedOf } from "../../lib/stages/store/recognised";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { now, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const [rami] = w.trainerIds as [number, number];
const coordinator = as(w.coordinator, now);
const shown = (trains: number[]) => {
  const mine = as(viewer(rami, { trains }), now);
  const self = gate.self(mine);
  const days = programmeDays(mine);
  return ownNotBegun(mine, self, days, ownStandings(mine, self, days));
};
const seen = () => {
  const person = gate.person(coordinator, "people.read", rami);
  const days = programmeDays(coordinator);
  return personNotBegun(coordinator, person, days, personStandings(coordinator, person, days));
};

it("what is recognised of whoever completed no training is read by them as by their coordinator, with the conditions", () => {
  expect(shown([w.programmeId])).toEqual([]);
  value(
    recogniseLearning(coordinator, {
      ...{ personId: rami, programmeId: w.programmeId, moduleIds: [w.moduleIds[0]!] },
      ...{ day: "2024-05-02", evidence: "ITCILO certificate 4711 of 2024" },
    }),
  );
  const [way] = shown([w.programmeId]);
  expect(way).toMatchObject({ programmeId: w.programmeId, modules: ["M1"] });
  const state = (gate: string) => way!.gates.find((one) => one.gate === gate);
  expect(state("tot")).toMatchObject({ have: 0, need: 1, missing: 1 });
  expect(state("workshops")?.missing).toBeGreaterThan(0);
  // Whether they have a role in the programme makes no difference, and both read the same.
  expect(shown([])).toEqual([way]);
  expect(seen()).toEqual([way]);
  const recognitionId = recognisedOf(coordinator, [rami])[0]!.id;
  value(takeBackLearning(coordinator, { recognitionId, reason: "It was the paper of somebody else" }));
  expect(shown([w.programmeId])).toEqual([]);
});
