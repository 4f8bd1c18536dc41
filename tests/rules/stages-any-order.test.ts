import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certifiedOn } from "../../lib/stages/rules/asOf";
import { type Gates, ownGates } from "../../lib/stages/rules/gates";
import { groundsOf } from "../../lib/stages/rules/grounds";
import { masterOf, renewalOf } from "../../lib/stages/rules/renewal";
import { type Evidence, stageOf, stages } from "../../lib/stages/rules/stage";
import { anyDay, anyGates, anyHistory, anyRead, codes, dice, enteredInOrder } from "../support/histories";

/** Whatever is said of a way on a day: of the whole and of some modules. */
const saidOf = (history: readonly Evidence[], gates: Gates, day: string) => ({
  whole: stageOf(history, gates, day, codes[0]),
  of: codes.map((code) => stageOf(history, gates, day, codes[0], [code])),
  certified: certifiedOn(history, gates, day),
  renewal: renewalOf(history, gates, day),
  master: masterOf(history, gates, day),
  grounds: (["approved", "renewed", "master_approved"] as const).map((one) =>
    groundsOf(one, history, gates, day),
  ),
});

describe("where somebody is, whatever happened on their way", () => {
  it("depends on the evidence alone, not on the order in which it was entered", () => {
    fc.assert(
      fc.property(anyHistory, anyGates, anyDay, dice, dice, (way, gates, day, one, other) => {
        const [a, b] = [enteredInOrder(way, one), enteredInOrder(way, other)];
        expect(a.called(saidOf(a.history, gates, day))).toEqual(b.called(saidOf(b.history, gates, day)));
      }),
      { numRuns: 500 },
    );
  });
  it("takes what was decided on one day in the order in which it was, also from the ninth entry to the tenth", () => {
    const piece = (kind: "approved" | "renewed", id: number, until: string): Evidence => ({
      ...{ key: `event ${id}`, day: "2023-07-05", modules: ["M1"], until, of: null, exception: false },
      kind,
    });
    const all = [piece("renewed", 10, "2027-07-05"), piece("renewed", 9, "2026-07-05")];
    const standing = stageOf([piece("approved", 1, "2024-07-05"), ...all], ownGates, "2024-01-01");
    expect(standing?.ends.map(({ decisions }) => decisions)).toEqual([["event 1", "event 9", "event 10"]]);
  });
  it("is as if what was struck out had never been entered", () => {
    fc.assert(
      fc.property(anyHistory, anyGates, anyDay, dice, (way, gates, day, one) => {
        const { entries, ...entered } = enteredInOrder(way, one);
        // What was left as it is though it misses a condition since is by exception from then on.
        const history = entered.history.filter(({ kind }) => kind !== "left");
        const gone = new Set(entries.flatMap(({ kind, ofId }) => (kind === "struck" ? `event ${ofId}` : [])));
        const never = history.filter(({ key, kind }) => kind !== "struck" && !gone.has(key));
        expect(saidOf(never, gates, day)).toEqual(saidOf(history, gates, day));
      }),
    );
  });
  it("says nothing of a day by what is about later days", () => {
    fc.assert(
      fc.property(anyRead, anyGates, anyDay, (history, gates, day) => {
        const replayed = history.filter((piece) => piece.day <= day || piece.kind === "struck");
        expect(saidOf(replayed, gates, day)).toEqual(saidOf(history, gates, day));
      }),
    );
  });
  it("is drawn from ways on which all of it happens, up to every stage", () => {
    const seen = { kinds: new Set<string>(), stages: new Set<string>() };
    for (const history of fc.sample(anyRead, { numRuns: 600, seed: 7 })) {
      for (const { kind } of history) seen.kinds.add(kind);
      for (const { day } of history) {
        const stage = stageOf(history, { ...ownGates, countOneIn: 1 }, day)?.stage;
        if (stage) seen.stages.add(stage);
      }
    }
    expect([...seen.stages].sort()).toEqual([...stages].sort());
    expect([...seen.kinds].sort()).toEqual(
      [
        ...(["action_plan", "approved", "coaching_visit", "examination", "left", "master_approved"] as const),
        ...(["master_examination", "master_training", "not_continued", "observation", "practicum"] as const),
        ...(["recognised", "recommended", "refresher", "refused", "renewed", "resumed", "returned"] as const),
        ...(["signed", "struck", "suspended", "taken_back", "tot_completed", "tot_taught"] as const),
        ...(["withdrawn", "workshop", "workshop_confirmed"] as const),
      ].sort(),
    );
  });
});
