import { describe, expect, it } from "vitest";
import { system } from "../../lib/access/table";
import type { Context } from "../../lib/acts/context";
import { decisionsOf, leftAsTheyAre } from "../../lib/stages/store/events";
import { countByStage } from "../../lib/stages/store/register";
import { countLackingRole, endedBeside } from "../../lib/stages/store/standings";
import {
  askedAbout,
  struckAfterDecision,
  struckOf,
  toRecommendIn,
  waitingFor,
  waitingKeys,
} from "../../lib/stages/store/waiting";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { world } from "../support/world";
import { costly, plansOf } from "./steps";

freshDatabase();
const w = world();

const papers = [
  { before: 1, personId: 1 },
  { before: 2, personId: 2 },
];

/** What Today and the list of trainers ask of everybody on the way to trainer. */
const asked: { name: string; ask: (cx: Context, programmes: "all" | readonly number[]) => unknown }[] = [
  { name: "who lacks the role of trainer", ask: countLackingRole },
  { name: "of which module was told that it lapsed", ask: (cx, of) => endedBeside(cx, of, 1, 40) },
  { name: "what was struck out after a decision", ask: (cx, of) => struckAfterDecision(cx, of, 200) },
  { name: "the same of some people", ask: (cx) => struckAfterDecision(cx, "all", 200, [1, 2]) },
  { name: "what of somebody's observations was struck out", ask: (cx) => struckOf(cx, 1, 0, 20) },
  { name: "which decisions were left as they are", ask: (cx) => leftAsTheyAre(cx, papers) },
  { name: "when certificates were decided", ask: (cx) => decisionsOf(cx, papers) },
  { name: "what waits for a decision", ask: (cx, of) => waitingFor(cx, of, 1, 200) },
  { name: "the keys of what waits", ask: (cx, of) => waitingKeys(cx, of, 200) },
  { name: "about whom somebody was asked", ask: (cx) => askedAbout(cx, 1, 200) },
  { name: "who can be recommended", ask: (cx, of) => toRecommendIn(cx, of, 1, 0, 200) },
];

describe("the plan of a question about the way to trainer", () => {
  for (const { name, ask } of asked)
    for (const of of ["all", [w.programmeId]] as const)
      it(`${name} in ${of === "all" ? "all programmes" : "one"}: goes through no history or standing that has nothing to do with it`, () => {
        const plans = plansOf((cx) => ask(cx, of), as(system), false);
        expect(plans).not.toEqual([]);
        for (const plan of plans)
          expect(costly(plan, true, ["stage_events", "standings"]), plan.text).toEqual([]);
      });

  it("of which module was told that it lapsed reads the index of these few, in its order", () => {
    for (const of of ["all", [w.programmeId]] as const) {
      const [plan] = plansOf((cx) => endedBeside(cx, of, 1, 40), as(system), false);
      expect(plan!.steps[0]).toContain("USING INDEX standings_lapsed");
      expect(plan!.steps.join()).not.toContain("TEMP B-TREE");
    }
  });

  it("counts of some programmes read the index of these alone, each person after the other", () => {
    const [plan] = plansOf((cx) => countByStage(cx, [w.programmeId], {}), as(system), false);
    expect(plan!.steps).toContain("SEARCH s USING COVERING INDEX standings_people (programme_id=?)");
    const [narrowed] = plansOf((cx) => countByStage(cx, [w.programmeId], { toolId: 1 }), as(system), false);
    expect(narrowed!.steps).toContain("SEARCH s USING INDEX standings_people (programme_id=?)");
    const [all] = plansOf((cx) => countByStage(cx, "all", {}), as(system), false);
    expect(all!.steps.join()).not.toContain("TEMP B-TREE");
  });
});
