import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { approve, observe, recommendByException, signObservation } from "../../lib/stages/commands";
import { certificationsPage } from "../../lib/stages/queries/certifications";
import { wayAt } from "../../lib/stages/queries/deciding";
import { ownEntered } from "../../lib/stages/queries/entered";
import { criteria } from "../../lib/stages/rules/rubric";
import { exceptionSchema, observeSchema } from "../../lib/stages/schema";
import { as } from "../support/as";
import { anotherThan } from "../support/certify";
import { freshDatabase } from "../support/database";
import { onTheWay } from "../support/onTheWay";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
const { tot, toolId, viewerOf, workshopOf } = await onTheWay(w);
const [amal, badr] = tot.people.map(({ personId }) => personId) as [number, number];
const [rami] = w.trainerIds as [number];
const held = await workshopOf(amal, badr);
held.end();
const at = held.evening;
const write = (by: Viewer, last: number) => {
  const form = { courseId: String(held.courseId), personId: String(amal), toolId: String(toolId) };
  const points = Object.fromEntries(criteria.map((one, i) => [one, String(i === 11 ? last : 4)]));
  const said = {
    day: held.endsOn,
    strengths: "Everybody worked in groups.",
    advice: "Leave time for the summary.",
  };
  const rest = { programmeId: String(w.programmeId), correctsId: "", reason: "" };
  value(observe(as(by, at), observeSchema.parse({ ...form, ...rest, ...said, points })));
};
write(viewerOf(rami), 3);
write(w.coordinator, 5);
const way = { personId: amal, programmeId: w.programmeId, toolId };
const shown = () => wayAt(as(w.coordinator, at), way)!;
const condition = (name: string) => shown().conditions.find((one) => one.gate === name)!;
const ids = sqlite()
  .prepare("SELECT id FROM stage_events WHERE kind = 'observation' ORDER BY id")
  .pluck()
  .all() as number[];

it("stands under the condition that it meets, and under none that it doesn't", () => {
  const kinds = (name: string) =>
    shown().evidence.flatMap(({ key, kind }) => (condition(name).by.has(key) ? kind : []));
  expect(kinds("tot")).toEqual(["tot_completed"]);
  expect(kinds("workshops")).toEqual(["workshop"]);
  expect(condition("workshops")).toMatchObject({ have: 1, need: 2, missing: 1 });
  expect(kinds("observations")).toEqual(["observation", "observation"]);
  expect(kinds("actionPlan")).toEqual([]);
});

it("says which observations are not read yet by whom they are about, until they are", () => {
  expect(condition("observations").unread).toBe(2);
  value(signObservation(as(viewerOf(amal), at), { observationId: ids[0]! }));
  expect(condition("observations").unread).toBe(1);
  expect(condition("workshops").unread).toBe(0);
});

it("says how far two observers agree to whoever approves and to the candidate, once", () => {
  const agreements = [{ by: { name: "Rami" }, count: 11 }];
  const seen = shown().evidence.flatMap(({ entered }) => entered?.observation ?? []);
  expect(seen.map((one) => [one.id, one.agreements.length]).sort()).toEqual([
    [ids[0], 0],
    [ids[1], 1],
  ]);
  expect(seen.find(({ id }) => id === ids[1])).toMatchObject({ agreements });
  const cx = as(viewerOf(amal), at);
  expect(ownEntered(cx, gate.self(cx))[0]!.observations.find(({ id }) => id === ids[1])).toMatchObject({
    agreements,
  });
});

it("is shown before several are approved: conditions, and what each observer gave", () => {
  const words = "Stated here: workshops held elsewhere";
  const form = Object.fromEntries(Object.entries(way).map(([name, key]) => [name, String(key)]));
  const by = anotherThan(w.coordinator, amal);
  value(
    recommendByException(as(by, at), exceptionSchema.parse({ ...form, modules: shown().toCertify, words })),
  );
  const { waiting } = certificationsPage(as(w.coordinator, at), {});
  const [{ evidence } = { evidence: null }] = waiting;
  expect(evidence!.conditions).toMatchObject([
    { gate: "tot", missing: 0 },
    { gate: "actionPlan", missing: 1 },
    { gate: "workshops", missing: 1 },
    { gate: "observations", missing: 0, unread: 1 },
    { gate: "observers", missing: 0 },
  ]);
  expect(
    evidence!.observations.map(({ mean, lowest, agreements }) => [mean, lowest, agreements.length]),
  ).toEqual([
    [40, 4, 1],
    [39, 3, 0],
  ]);
  // What it was without is said wherever it stands as by exception.
  const key = waiting[0]!.recommendationId;
  value(approve(as(w.coordinator, at), { recommendationId: key, modules: shown().toCertify, words }));
  expect(shown().shown.notMet).toEqual([
    { gate: "actionPlan", need: 1, have: 0 },
    { gate: "workshops", need: 2, have: 1 },
  ]);
});
