import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { observe } from "../../lib/stages/commands";
import { wayAt } from "../../lib/stages/queries/deciding";
import { ownEntered, ownStruckLately } from "../../lib/stages/queries/entered";
import { criteria } from "../../lib/stages/rules/rubric";
import { observeSchema } from "../../lib/stages/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { onTheWay } from "../support/onTheWay";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
const { tot, toolId, viewerOf, workshopOf } = await onTheWay(w);
const amal = tot.people[0]!.personId;
const [rami] = w.trainerIds as [number];
const held = await workshopOf(amal);
held.end();
const write = (points: number, more: { correctsId: string; reason: string }) =>
  value(
    observe(
      as(viewerOf(rami), held.evening),
      observeSchema.parse({
        ...{ courseId: String(held.courseId), personId: String(amal), toolId: String(toolId) },
        ...{ programmeId: String(w.programmeId), day: held.endsOn, ...more },
        ...{ strengths: "Everybody worked in groups.", advice: "Leave time for the summary." },
        points: Object.fromEntries(criteria.map((one) => [one, String(points)])),
      }),
    ),
  );

it("an observation that is corrected reads as corrected, and as no loss: another one counts in its place", () => {
  write(3, { correctsId: "", reason: "" });
  const first = sqlite().prepare("SELECT max(id) FROM stage_events").pluck().get();
  write(4, { correctsId: String(first), reason: "Points of somebody else" });
  const cx = as(viewerOf(amal), held.evening);
  const [own] = ownEntered(cx, gate.self(cx));
  expect(own!.struck).toMatchObject([{ kind: "observation", corrected: true, asks: false }]);
  expect(own!.observations).toHaveLength(1);
  expect(ownStruckLately(cx, gate.self(cx))).toEqual([]);
  const way = { personId: amal, programmeId: w.programmeId, toolId };
  const observations = () =>
    wayAt(as(w.coordinator, held.evening), way)!
      .history.filter(({ courseId }) => courseId !== null)
      .map(({ kind, corrected }) => [kind, corrected]);
  expect(observations()).toEqual([
    ["observation", false],
    ["struck", true],
    ["observation", true],
  ]);
});
