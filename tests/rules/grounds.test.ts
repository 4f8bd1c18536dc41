import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownGates } from "../../lib/stages/rules/gates";
import { exceptionOf, groundsOf } from "../../lib/stages/rules/grounds";
import { type Evidence, gateState, stageOf } from "../../lib/stages/rules/stage";
import { addMonths } from "../../lib/time/zone";

const gates = { ...ownGates, graceMonths: 2, passMark: 35, criterionMinimum: 3 };
const tot: Evidence = {
  ...{ kind: "tot_completed", key: "tot", day: "2023-01-10", modules: ["M1", "M2"], practicum: true },
};
const workshop = (
  key: string,
  day: string,
  more: Partial<Evidence & { kind: "workshop" }> = {},
): Evidence => ({
  ...{ kind: "workshop", key, day, role: "lead", trainers: 1, roll: true, ...more },
});
const seen = (of: string, observer: string, mean = 40): Evidence => ({
  ...{ kind: "observation", key: `${of} by ${observer}`, day: "2023-06-02", of, observer, mean, lowest: 3 },
});
const once = (
  kind: "coaching_visit" | "refresher" | "examination" | "master_training",
  day: string,
): Evidence => ({
  ...{ kind, key: `${kind} ${day}`, day },
});
const first: Evidence[] = [
  tot,
  { kind: "recognised", key: "r", day: "2022-05-01", modules: ["M3"] },
  workshop("early", "2022-12-01"),
  workshop("w1", "2023-03-01"),
  workshop("w2", "2023-04-01", { role: "co_trainer" }),
  workshop("apprentice", "2023-05-01", { role: "apprentice" }),
  ...[seen("w1", "a"), seen("w1", "b"), seen("w2", "a", 20)],
  ...[once("coaching_visit", "2023-05-05"), once("examination", "2023-05-06")],
];
const approved: Evidence = {
  ...{ kind: "approved", key: "a", day: "2023-07-05", of: null, modules: ["M1", "M2"] },
  ...{ until: "2026-07-05", exception: false },
};
const after: Evidence[] = [
  ...[...first, approved],
  ...[workshop("w3", "2024-02-01"), workshop("w4", "2025-02-01"), once("refresher", "2025-09-01")],
];

describe("on what a certification rests", () => {
  it("is counted as its conditions are, each workshop once however often it was observed", () => {
    const { since, counts } = groundsOf("approved", first, gates, "2023-07-05");
    expect(since).toBeNull();
    expect(counts).toEqual({
      ...{ learnt: 1, practicum: 1, workshops: 2, observations: 1, coachingVisits: 1, examination: 1 },
    });
    const have = stageOf(first, { ...gates, workshops: 9 }, "2023-07-05")!.gates;
    expect(have).toContainEqual(expect.objectContaining(gateState("workshops", 9, 2)));
  });
  it("names as many of each as its condition counts, so that no paper names what a missing condition leaves out", () => {
    const day = fc.integer({ min: 0, max: 35 }).map((month) => addMonths("2023-02-01", month));
    fc.assert(
      fc.property(
        fc.array(day, { maxLength: 6 }),
        fc.constantFrom(0, 6, 12),
        fc.integer({ min: 1, max: 6 }),
        (days, workshopMonths, workshops) => {
          const asked = { ...gates, workshops, workshopMonths, observations: 3 };
          const history = [
            tot,
            ...days.map((on, at) => workshop(`w${at}`, on)),
            ...days.flatMap((_, at) => (at % 2 ? seen(`w${at}`, "a") : [])),
          ];
          const { counts } = groundsOf("approved", history, asked, "2026-06-01");
          const { lacking = [] } = exceptionOf(stageOf(history, asked, "2026-06-01")!.gates);
          for (const { gate, have } of lacking)
            if (gate === "workshops" || gate === "observations") expect(counts[gate] ?? 0).toBe(have);
        },
      ),
    );
    // Two that are years apart are one of the two that are asked for within a year.
    const apart = [tot, workshop("a", "2023-02-01"), workshop("b", "2025-02-01")];
    expect(groundsOf("approved", apart, gates, "2025-03-01").counts.workshops).toBe(1);
    expect(groundsOf("approved", apart, { ...gates, workshops: 0 }, "2025-03-01").counts.workshops).toBe(2);
  });
  it("is nothing that came later than the day of the decision, or that was struck out", () => {
    const on = (day: string, more: Evidence[] = []) => groundsOf("approved", [...first, ...more], gates, day);
    expect(on("2023-03-15").counts).toEqual({ learnt: 1, practicum: 1, workshops: 1 });
    const struck: Evidence = { kind: "struck", key: "s", day: "2023-07-01", of: "w1" };
    expect(on("2023-07-05", [struck]).counts).toMatchObject({ workshops: 1 });
  });
  it("is, of a renewal, what came since the last decision, and says since when", () => {
    expect(groundsOf("renewed", after, gates, "2026-03-01")).toEqual({
      since: "2023-07-05",
      counts: { workshops: 2, refresher: 1 },
    });
  });
  it("is, of a master trainer, all workshops, the training and the trainings of trainers delivered", () => {
    const more: Evidence[] = [
      once("master_training", "2026-01-10"),
      { kind: "tot_taught", key: "t1", day: "2026-02-10" },
      { kind: "tot_taught", key: "t2", day: "2026-02-20" },
    ];
    expect(groundsOf("master_approved", [...after, ...more], gates, "2026-03-01")).toEqual({
      since: null,
      counts: { workshops: 4, masterTraining: 1, tots: 2 },
    });
  });
});
