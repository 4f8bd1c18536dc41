import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import {
  approve,
  observe,
  recommendByException,
  signObservation,
  takeUnsigned,
} from "../../lib/stages/commands";
import { certificationsPage } from "../../lib/stages/queries/certifications";
import { wayAt } from "../../lib/stages/queries/deciding";
import { ownEntered } from "../../lib/stages/queries/entered";
import { criteria } from "../../lib/stages/rules/rubric";
import { exceptionSchema, observeSchema } from "../../lib/stages/schema";
import { as } from "../support/as";
import { anotherThan } from "../support/certify";
import { freshDatabase } from "../support/database";
import { onTheWay } from "../support/onTheWay";
import { fault, value, world } from "../support/world";

freshDatabase();
const w = world();
const { tot, toolId, viewerOf, workshopOf } = await onTheWay(w);
const [amal, badr] = tot.people.map(({ personId }) => personId) as [number, number];
const [rami] = w.trainerIds as [number];
const held = await workshopOf(amal, badr);
held.end();
const at = held.evening;
const observed = (by: Viewer, last: number, ground = "I coordinate, and nobody is certified yet") => {
  const form = { courseId: String(held.courseId), personId: String(amal), toolId: String(toolId) };
  const points = Object.fromEntries(criteria.map((one, i) => [one, String(i === 11 ? last : 4)]));
  const said = {
    day: held.endsOn,
    strengths: "Everybody worked in groups.",
    advice: "Leave time for the summary.",
  };
  const rest = { ground, programmeId: String(w.programmeId), correctsId: "", reason: "" };
  return observe(as(by, at), observeSchema.parse({ ...form, ...rest, ...said, points }));
};
const write = (by: Viewer, last: number) => value(observed(by, last));
write(viewerOf(rami), 3);
write(w.coordinator, 5);
const way = { personId: amal, programmeId: w.programmeId, toolId };
const shown = () => wayAt(as(w.coordinator, at), way)!;
const condition = (name: string) => shown().conditions.find((one) => one.gate === name)!;
const ids = sqlite()
  .prepare("SELECT id FROM stage_events WHERE kind = 'observation' ORDER BY id")
  .pluck()
  .all() as number[];

it("is made by a coordinator on a ground, as nobody is certified yet, and never by whoever teaches beside them", () => {
  expect(fault(observed(w.coordinator, 4, "")).fields).toEqual({ ground: { code: "required" } });
  sqlite().exec(`INSERT INTO course_trainers (course_id, person_id) VALUES (${held.courseId}, ${rami})`);
  expect(fault(observed(viewerOf(rami), 4)).code).toBe("observerTeachesHere");
  sqlite().exec(`DELETE FROM course_trainers WHERE course_id = ${held.courseId} AND person_id = ${rami}`);
  const seen = shown().evidence.flatMap(({ entered }) => entered?.observation?.ground ?? []);
  expect(seen).toEqual(["I coordinate, and nobody is certified yet"]);
});

it("stands under the condition that it meets, and under none that it doesn't", () => {
  const kinds = (name: string) =>
    shown().evidence.flatMap(({ key, kind }) => (condition(name).by.has(key) ? kind : []));
  expect(kinds("tot")).toEqual(["tot_completed"]);
  expect(kinds("workshops")).toEqual(["workshop"]);
  expect(condition("workshops")).toMatchObject({ have: 1, need: 2, missing: 1 });
  // Both sign: until she has, an observation meets nothing.
  expect(kinds("observations")).toEqual([]);
  expect(kinds("actionPlan")).toEqual([]);
});

it("says which observations are not read yet by whom they are about, until they are", () => {
  expect(condition("observations").unread).toBe(2);
  value(signObservation(as(viewerOf(amal), at), { observationId: ids[0]! }));
  expect(condition("observations")).toMatchObject({ unread: 1, have: 1 });
  expect(shown().unsigned.map(({ id }) => id)).toEqual([ids[1]]);
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

it("is taken without the signature by another coordinator than its observer, with a reason, once two weeks are over", () => {
  const other = ids[1]!;
  const colleague = anotherThan(w.coordinator, amal);
  const take = (by: Viewer, days: number, words = "She left the programme and does not answer") =>
    takeUnsigned(as(by, at + days * 86_400_000), { entryId: other, words });
  expect(fault(take(colleague, 13)).code).toBe("signatureNotLate");
  expect(fault(take(w.coordinator, 14)).code).toBe("observerTakes");
  expect(fault(take(viewerOf(amal), 14)).code).toBe("notFound");
  expect(shown().shown.standing.gates.find(({ gate: name }) => name === "observers")?.have).toBe(1);
  value(take(colleague, 14));
  const later = wayAt(as(w.coordinator, at + 14 * 86_400_000), way)!;
  expect(later.unsigned).toEqual([]);
  expect(later.shown.standing.gates.find(({ gate: name }) => name === "observers")?.have).toBe(2);
  const piece = later.evidence.find(({ key }) => key === `event ${other}`)!;
  expect(piece).toMatchObject({
    off: null,
    entered: { observation: { taken: { words: "She left the programme and does not answer" } } },
  });
  // What it was before stays so: on a day before it counted for nothing.
  expect(shown().conditions.find(({ gate: name }) => name === "observations")?.unread).toBe(1);
  expect(fault(take(colleague, 15)).code).toBe("stale");
});
