import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { besideOf } from "../../lib/stages/rules/beside";
import { type Gates, ownGates } from "../../lib/stages/rules/gates";
import { groundsOf, leftLacking } from "../../lib/stages/rules/grounds";
import { lostOf } from "../../lib/stages/rules/lost";
import { meeting } from "../../lib/stages/rules/meeting";
import { asksOf, renewalOf, serves } from "../../lib/stages/rules/renewal";
import { type Evidence, stageOf } from "../../lib/stages/rules/stage";
import { addDays } from "../../lib/time/civil";

const gates: Gates = { ...ownGates, actionPlan: false };
const all = ["M1", "M2", "M3", "M4"];
const tot: Evidence = { kind: "tot_completed", key: "tot", day: "2022-01-10", modules: all, practicum: true };
const held = (day: string, modules?: string[]): Evidence => ({
  ...{ kind: "workshop", key: `w ${day} ${modules}`, day, role: "lead", trainers: 1, roll: true },
  ...(modules ? { modules } : {}),
});
const seen = (day: string, modules?: string[]): Evidence => ({
  ...{ kind: "observation", key: `o ${day}`, day, of: `w ${day} ${modules}`, observer: "A" },
  ...{ mean: 40, lowest: 4 },
});
const approved = (modules: string[], day: string, until: string): Evidence => ({
  ...{ kind: "approved", key: `a ${modules}`, day, of: null, modules, until, exception: false },
});
const have = (history: readonly Evidence[], gate: string, of: readonly string[] | null, day = "2023-01-01") =>
  stageOf(history, gates, day, null, of)!.gates.find((one) => one.gate === gate)!.have;
/** Somebody who completed four modules, taught the first two of them and is certified for these. */
const half: Evidence[] = [
  ...[tot, held("2022-03-01", ["M1"]), held("2022-04-01", ["M1", "M2"]), seen("2022-04-01", ["M1", "M2"])],
  approved(["M1", "M2"], "2022-05-01", "2025-05-01"),
];

describe("conditions for modules", () => {
  it("are met by workshops that taught one of them, and by what was seen there", () => {
    expect([have(half, "workshops", ["M1"]), have(half, "workshops", ["M2"])]).toEqual([2, 1]);
    expect([have(half, "workshops", ["M3", "M4"]), have(half, "observations", ["M3"])]).toEqual([0, 0]);
    expect(have(half, "workshops", ["M2", "M3"])).toBe(1);
    expect([have(half, "workshops", null), have(half, "observations", ["M2"])]).toEqual([2, 1]);
    expect(groundsOf("approved", half, gates, "2023-01-01", ["M3"]).counts).not.toHaveProperty("workshops");
  });
  it("are met by a workshop of which nobody recorded what it taught, and of the tool where no module is named", () => {
    const unknown = [tot, held("2022-03-01"), held("2022-04-01", ["M1"])];
    expect([have(unknown, "workshops", ["M3"]), have(unknown, "workshops", [])]).toEqual([1, 2]);
  });
  it("are of the tool in what no module is bound to: visits, examination, refresher", () => {
    const asked = { ...gates, coachingVisits: 1, examination: true, refresher: true };
    const steps = (["coaching_visit", "examination", "refresher"] as const).map(
      (kind): Evidence => ({ kind, key: kind, day: "2022-04-02" }),
    );
    const { gates: states } = stageOf([...half, ...steps], asked, "2023-01-01", null, ["M3"])!;
    expect(states.flatMap(({ gate, missing }) => (missing > 0 ? gate : []))).toEqual([
      ...["workshops", "observations", "observers"],
    ]);
  });
  it("of whoever is certified for nothing are those for what can be certified, and of what is recommended while that waits", () => {
    const two: Evidence = { ...tot, modules: ["M1", "M2"] } as Evidence;
    const other = [two, held("2022-03-01", ["M3"]), held("2022-04-01", ["M4"])];
    expect(have(other, "workshops", null)).toBe(0);
    // Completed in another programme: it can be certified here.
    const learnt: Evidence = { kind: "learnt", key: "l", day: "2021-01-01", modules: ["M3"] };
    expect(have([...other, learnt], "workshops", null)).toBe(1);
    const waits: Evidence = { kind: "recommended", key: "r", day: "2022-05-01", modules: ["M2"] };
    const way = [tot, held("2022-03-01", ["M1"]), waits];
    expect([have(way, "workshops", null, "2022-04-30"), have(way, "workshops", null)]).toEqual([1, 0]);
    expect(stageOf(way, gates, "2023-01-01")!.asked).toEqual(["M2"]);
    const back: Evidence = { kind: "returned", key: "b", day: "2022-05-02", of: "r" };
    expect(have([...way, back], "workshops", null)).toBe(1);
  });
  it("beside those that are certified say what is missing for these, and what comes next", () => {
    const of = (history: Evidence[], day = "2023-01-01") =>
      besideOf(history, gates, day, null).map(({ modules, recommended, standing: { next } }) => ({
        ...{ modules, recommended, next },
      }));
    expect(of(half)).toEqual([
      { modules: ["M3", "M4"], recommended: false, next: { step: "workshops", missing: 2 } },
    ]);
    const taught = [held("2022-06-01", ["M3"]), held("2022-07-01", ["M4"]), seen("2022-07-01", ["M4"])];
    expect(of([...half, ...taught])[0]!.next).toEqual({ step: "recommend", missing: 1 });
    const waits: Evidence = { kind: "recommended", key: "r", day: "2022-08-01", modules: ["M3"] };
    expect(of([...half, ...taught, waits])).toEqual([
      { modules: ["M3"], recommended: true, next: { step: "approve", missing: 1 } },
      { modules: ["M4"], recommended: false, next: { step: "workshops", missing: 1 } },
    ]);
    // All is certified, or nothing is.
    expect(of([...half, approved(["M3", "M4"], "2022-09-01", "2025-09-01")])).toEqual([]);
    expect(of(half, "2022-04-30")).toEqual([]);
  });
  it("of a renewal count workshops on the modules whose end it is", () => {
    const both = [...half, approved(["M3", "M4"], "2022-09-01", "2025-09-01"), held("2023-02-01", ["M4"])];
    const renewed = (history: Evidence[]) => {
      const { modules, gates: states } = renewalOf(history, gates, "2025-01-01")!;
      return [modules, states[0]!.have, groundsOf("renewed", history, gates, "2025-01-01").counts.workshops];
    };
    expect(renewed(both)).toEqual([["M1", "M2"], 0, undefined]);
    expect(renewed([...both, held("2023-03-01", ["M2", "M3"])])).toEqual([["M1", "M2"], 1, 1]);
  });
  it("are asked for of each end since its own decision, and of what never was certified, also while another is in its grace", () => {
    const by: Gates = { ...gates, graceMonths: 6 };
    const two = [
      ...[tot, approved(["M1"], "2023-01-10", "2026-01-10"), approved(["M2"], "2024-06-10", "2027-06-10")],
    ];
    const serving = (history: readonly Evidence[], day: string) => {
      const beside = besideOf(history, by, day, null);
      const asks = asksOf(renewalOf(history, by, day), stageOf(history, by, day)!, beside);
      return (workshop: Evidence) => serves(asks, workshop as Evidence & { kind: "workshop" });
    };
    for (const on of ["2025-01-01", "2026-01-10", "2026-01-11", "2026-07-10", "2026-07-11", "2027-01-01"]) {
      const does = serving(two, on);
      // The one that ends later has its own renewal before it, and counts for that.
      expect([on, does(held("2024-12-01", ["M2"])), does(held("2024-01-01", ["M2"]))]).toEqual([
        on,
        true,
        false,
      ]);
      expect([on, does(held("2024-12-01", ["M3"]))]).toEqual([on, true]);
    }
    expect(serving(two, "2025-01-01")(held("2024-01-01", ["M1"]))).toBe(true);
    // In the grace of the only one that was certified, what others take is asked for beside its renewal.
    const one = [{ ...tot, modules: ["M1", "M2"] } as Evidence, two[1]!];
    for (const on of ["2026-01-10", "2026-01-11", "2026-07-10"]) {
      const does = serving(one, on);
      expect([on, does(held("2024-01-01", ["M1"])), does(held("2022-01-20", ["M1"]))]).toEqual([
        on,
        true,
        false,
      ]);
      expect([on, does(held("2022-02-01", ["M2"])), does(held("2024-01-01", ["M4"]))]).toEqual([
        on,
        true,
        false,
      ]);
    }
  });
  it("of what never was certified are said beside a renewal in its grace as they were before the end", () => {
    const by: Gates = { ...gates, graceMonths: 6 };
    const ready = [
      ...[{ ...tot, modules: ["M1", "M2"] } as Evidence, approved(["M1"], "2022-02-10", "2025-02-10")],
      ...[held("2022-03-01", ["M2"]), held("2022-04-01", ["M2"]), seen("2022-04-01", ["M2"])],
    ];
    for (const on of ["2025-02-10", "2025-02-11", "2025-08-10"])
      expect(besideOf(ready, by, on, null)).toMatchObject([
        { modules: ["M2"], standing: { next: { step: "recommend" } } },
      ]);
  });
  it("leave what was certified by the workshops of its tool as it was", () => {
    const before = [...half, approved(["M3"], "2022-06-01", "2025-06-01")];
    const struck: Evidence[] = [
      { kind: "struck", key: "s", day: "2022-07-01", of: "o nothing" },
      { kind: "left", key: "l", day: "2022-07-02", of: "s" },
    ];
    expect(stageOf([...before, ...struck], gates, "2023-01-01")).toMatchObject({
      ...{ modules: ["M1", "M2", "M3"], byException: false },
    });
    expect(leftLacking([...before, ...struck], gates, null, "a M3")).toEqual([]);
    // What was struck out is missing all the same.
    const gone: Evidence = { kind: "struck", key: "s2", day: "2022-07-01", of: "o 2022-04-01" };
    expect(stageOf([...before, ...struck, gone], gates, "2023-01-01")!.byException).toBe(true);
  });
});

const day = fc.nat(900).map((n) => addDays("2022-01-01", n));
const piece = (codes: readonly string[]) =>
  fc.record({
    on: day,
    modules: fc.subarray([...codes], { minLength: 1 }),
    role: fc.constantFrom("lead" as const, "co_trainer" as const),
    seen: fc.boolean(),
  });
/** Workshops with what each taught, some of them observed; nothing is called alike. */
const pieces = (codes: readonly string[], name: string) =>
  fc
    .array(piece(codes), { maxLength: 5 })
    .map((rows) =>
      rows.flatMap(({ on, modules, role, seen: observed }, i): Evidence[] => [
        { ...(held(on, modules) as Evidence & { kind: "workshop" }), key: `${name}${i}`, role },
        ...(observed
          ? [{ ...(seen(on, modules) as object), key: `${name}o${i}`, of: `${name}${i}` } as Evidence]
          : []),
      ]),
    );
const decided = fc.array(
  fc.tuple(fc.subarray(all, { minLength: 1 }), day, day).map(([modules, on, until]) => ({
    ...approved(modules, on, until),
    key: `a ${modules} ${on}`,
  })),
  { maxLength: 2 },
);

describe("what is met for some modules, whatever the history", () => {
  const of = ["M1", "M2"];
  const asked = fc
    .record({ workshops: fc.nat(3), workshopMonths: fc.constantFrom(0, 12), leadWorkshops: fc.nat(1) })
    .map((more) => ({ ...gates, ...more }));
  const said = (history: readonly Evidence[], by: Gates, on: string) => {
    const { gates: states } = stageOf(history, by, on, "M1", of)!;
    const meets = meeting(history, by, on, "M1", of);
    return {
      states,
      by: states.map(({ gate }) => [...meets(gate)].sort()),
      lost: [...lostOf(history, by, on, "M1", of)].sort(),
      paper: groundsOf("approved", history, by, on, of),
    };
  };
  it("is not changed by what taught only others", () => {
    fc.assert(
      fc.property(
        ...[pieces(all, "a"), pieces(["M3", "M4"], "b"), decided, asked, day],
        (own, others, certified, by, on) => {
          const history = [{ ...tot, day: "2022-01-01" }, ...own, ...certified];
          expect(said([...history, ...others], by, on)).toEqual(said(history, by, on));
        },
      ),
    );
  });
  it("does not depend on the order of entry, and is no less for more modules of which none lapsed", () => {
    fc.assert(
      fc.property(pieces(all, "a"), asked, day, fc.infiniteStream(fc.nat()), (own, by, on, dice) => {
        const history: Evidence[] = [{ ...tot, day: "2022-01-01" }, ...own];
        const weight = new Map(history.map(({ key }) => [key, dice.next().value as number]));
        const shuffled = [...history].sort((a, b) => weight.get(a.key)! - weight.get(b.key)!);
        expect(said(shuffled, by, on)).toEqual(said(history, by, on));
        const [few, more] = [of, all].map((codes) => stageOf(history, by, on, "M1", codes)!.gates);
        for (const [at, { missing }] of more!.entries())
          expect(missing).toBeLessThanOrEqual(few![at]!.missing);
      }),
    );
  });
});
