import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { approve, confirmWorkshop, recommend, recommendByException } from "../../lib/stages/commands";
import { certificationsPage } from "../../lib/stages/queries/certifications";
import { wayAt } from "../../lib/stages/queries/deciding";
import { ownEntered } from "../../lib/stages/queries/entered";
import { waitingCounts, wayWaits } from "../../lib/stages/queries/waits";
import { confirmWorkshopSchema, exceptionSchema, recommendSchema } from "../../lib/stages/schema";
import { dayAt } from "../../lib/time/zone";
import { as } from "../support/as";
import { anotherThan } from "../support/certify";
import { freshDatabase } from "../support/database";
import { setFirstGates } from "../support/gatesSet";
import { onTheWay } from "../support/onTheWay";
import { fault, value, world } from "../support/world";

freshDatabase();
const w = world();
const { tot, toolId, viewerOf, workshopOf } = await onTheWay(w);
const [amal, badr] = tot.people.map(({ personId }) => personId) as [number, number];
const held = await workshopOf(amal);
held.end();
const db = sqlite();
/** Amal taught the first module in it alone, somebody else the other. */
db.prepare(
  "UPDATE session_trainers SET person_id = ? WHERE session_id IN (SELECT s.id FROM sessions s JOIN modules m ON m.id = s.module_id WHERE s.course_id = ? AND m.code = 'M2')",
).run(badr, held.courseId);
setFirstGates(w, { workshops: "1" });

const at = held.evening + 86_400_000;
const cx = (by: Viewer = w.coordinator) => as(by, at);
const colleague = anotherThan(w.coordinator, amal);
const words = "Said, and at some length";
const way = { personId: amal, programmeId: w.programmeId, toolId };
const keys = Object.fromEntries(Object.entries(way).map(([name, key]) => [name, String(key)]));
value(confirmWorkshop(cx(), confirmWorkshopSchema.parse({ ...keys, courseId: String(held.courseId) })));
const page = () => wayAt(cx(), way)!;
const last = () => db.prepare("SELECT max(id) FROM stage_events").pluck().get() as number;
const recommending = (modules: string[]) =>
  recommend(cx(colleague), recommendSchema.parse({ ...keys, modules, words }));
const workshops = (of: readonly { gate: string; have: number; need: number }[]) => {
  const { have, need } = of.find((one) => one.gate === "workshops")!;
  return `${have} of ${need}`;
};

it("says of modules that are asked for together for which something would be missing alone, and refuses that", () => {
  expect(page()).toMatchObject({ ready: ["M1", "M2"], lacking: [], missingAlone: ["M2"] });
  expect(workshops(page().conditions)).toBe("1 of 1");
  expect(fault(recommending(["M2"])).code).toBe("gatesMissing");
});

it("is approved in part only with a justification where the rest lacks what it was met by", () => {
  value(recommending(["M1", "M2"]));
  const row = { recommendationId: last(), modules: ["M2"], words: null };
  expect(fault(approve(cx(), row)).fields?.words?.code).toBe("exceptionNeedsWords");
  expect(page().missingAlone).toEqual(["M2"]);
  // The one that waits is named to whoever decides, with its day.
  expect(waitingCounts(cx())).toMatchObject({
    ...{ recommended: 1, one: { person: { id: amal }, since: dayAt(at, "Asia/Amman") } },
  });
  value(approve(cx(), { ...row, modules: ["M1"] }));
  expect(page().shown.standing).toMatchObject({ stage: "certified", modules: ["M1"], byException: false });
});

it("asks of whoever is certified for one module another workshop for the other, alike on every page", () => {
  const shown = page();
  expect(shown).toMatchObject({ toCertify: ["M2"], ready: [], lacking: ["M2"] });
  expect(shown.conditionsFor).toMatchObject({ modules: ["M2"] });
  expect(workshops(shown.conditions)).toBe("0 of 1");
  const [beside] = shown.shown.beside;
  expect(beside).toMatchObject({ modules: ["M2"], next: { step: "workshops", missing: 1 } });
  expect(beside!.standing.gates).toEqual(
    shown.conditions.map(({ by: _, unread: __, ...condition }) => condition),
  );
  expect(shown.evidence.find(({ kind }) => kind === "workshop")).toMatchObject({
    ...{ modules: ["M1"], off: "otherModules" },
  });
  // Of the whole of their way it counts: for what is certified.
  const own = as(viewerOf(amal), at);
  const [entered] = ownEntered(own, gate.self(own));
  expect(entered!.workshops.map(({ counting }) => counting)).toEqual(["counts"]);
  // And it says for which modules it does not.
  expect(entered!.workshops).toMatchObject([{ notFor: ["M2"], taught: ["M1"] }]);
  // Whoever recommended both reads which one was left out.
  expect(wayWaits(cx(colleague)).sent).toMatchObject([{ became: "approved", leftOut: ["M2"] }]);
  expect(fault(recommending(["M2"])).code).toBe("gatesMissing");
  // What is certified already makes it no less.
  expect(fault(recommending(["M1", "M2"])).code).toBe("gatesMissing");
});

it("goes by exception alone, recommended and approved with a sentence each, and says what was missing", () => {
  value(recommendByException(cx(colleague), exceptionSchema.parse({ ...keys, modules: ["M2"], words })));
  const [waiting] = certificationsPage(cx(), { of: [last()] }).preview;
  expect(waiting).toMatchObject({ modules: ["M2"], onWay: true, fault: { code: "gatesMissing" } });
  expect(workshops(waiting!.evidence!.conditions)).toBe("0 of 1");
  expect(page().shown.beside).toMatchObject([{ modules: ["M2"], next: { step: "approve" } }]);
  const row = { recommendationId: last(), modules: ["M2"] };
  expect(fault(approve(cx(), { ...row, words: null })).fields?.words?.code).toBe("exceptionNeedsWords");
  value(approve(cx(), { ...row, words }));
  expect(page().shown).toMatchObject({
    standing: { modules: ["M1", "M2"], byException: true },
    notMet: [{ gate: "workshops", need: 1, have: 0 }],
    beside: [],
  });
});
