import { describe, expect, it } from "vitest";
import { ownGates } from "../../lib/stages/rules/gates";
import { askedNow, awaitedOn, doneBy, nextOn, nextToRenew, stepsNow } from "../../lib/stages/rules/next";
import { renewalOf } from "../../lib/stages/rules/renewal";
import { type Evidence, stageOf } from "../../lib/stages/rules/stage";

const gates = { ...ownGates, actionPlan: false, countOneIn: 1 };
const tot: Evidence = {
  ...{ key: "tot", day: "2022-12-23", kind: "tot_completed", modules: ["M1"], practicum: false },
};
const approved: Evidence = {
  ...{ key: "a", day: "2023-07-05", kind: "approved", of: null, modules: ["M1"] },
  ...{ until: "2026-07-05", exception: false },
};
const none = { toConfirm: 0, toSign: 0, toApprove: [] };
const on = (history: Evidence[], day: string, waiting: Parameters<typeof nextOn>[2] = none) => {
  const [standing, renewal] = [stageOf(history, gates, day)!, renewalOf(history, gates, day)];
  return { next: nextOn(standing, renewal, waiting), asked: askedNow(standing, renewal) };
};

describe("what comes next on a way", () => {
  it("is what workshops wait for that were held already, before others are to be held", () => {
    expect(on([tot], "2023-03-01").next).toEqual({ step: "workshops", missing: 2 });
    expect(on([tot], "2023-03-01", { toConfirm: 2, toSign: 0, toApprove: [7] }).next).toEqual({
      ...{ step: "confirmWorkshops", missing: 2 },
    });
    expect(on([tot], "2023-03-01", { toConfirm: 0, toSign: 0, toApprove: [7] }).next).toEqual({
      ...{ step: "approveWorkshops", missing: 1 },
    });
  });
  it("is the signature under an observation that would count, before another one is asked for", () => {
    const seen = { ...gates, workshops: 0 };
    const next = (toSign: number) => nextOn(stageOf([tot], seen, "2023-03-01")!, null, { ...none, toSign });
    expect(next(1)).toEqual({ step: "signObservations", missing: 1 });
    expect(next(0)).toEqual({ step: "observations", missing: 1 });
  });
  it("asks whoever is certified for what a renewal takes, and once it is open for the first that is missing, else for it", () => {
    const early = on([tot, approved], "2024-01-01");
    expect([early.next.step, early.asked.of]).toEqual(["none", "renewal"]);
    expect(early.asked.gates.map(({ gate, missing }) => `${gate} ${missing}`)).toEqual([
      "renewalWorkshopsPerYear 3",
      "renewalRefresher 1",
    ]);
    expect(on([tot, approved], "2026-02-01").next).toEqual({ step: "workshops", missing: 3 });
    const held = ["2024", "2025", "2026"].flatMap((year): Evidence[] => [
      ...[
        {
          key: year,
          day: `${year}-01-10`,
          kind: "workshop" as const,
          role: "lead" as const,
          trainers: 2,
          roll: true,
        },
      ],
      { key: `${year} confirmed`, day: `${year}-01-20`, kind: "workshop_confirmed", of: year },
    ]);
    const refreshed: Evidence = { key: "f", day: "2025-05-01", kind: "refresher" };
    expect(on([tot, approved, ...held], "2026-02-01").next.step).toBe("refresher");
    expect(on([tot, approved, ...held, refreshed], "2026-02-01").next.step).toBe("renew");
    expect(on([tot, approved, ...held, refreshed], "2026-07-20").next.step).toBe("workshops");
  });
  it("is the decision on what was recommended, and the answer to its question, before anything else is done", () => {
    const entry = (id: number, kind: "recommended" | "returned" | "refused", ofId: number | null = null) => ({
      ...{ id, kind, ofId, awaits: null as null | "renewed" },
    });
    const nextBy = (history: Evidence[], day: string, entries: ReturnType<typeof entry>[]) =>
      nextOn(stageOf(history, gates, day)!, renewalOf(history, gates, day), none, awaitedOn(entries)).step;
    const asked = entry(1, "recommended");
    expect(nextBy([tot], "2023-03-01", [asked])).toBe("approve");
    expect(nextBy([tot], "2023-03-01", [asked, entry(2, "returned", 1)])).toBe("answer");
    expect(nextBy([tot], "2023-03-01", [asked, entry(2, "refused", 1)])).toBe("workshops");
    const renewing = { ...asked, awaits: "renewed" as const };
    expect(nextBy([tot, approved], "2026-02-01", [renewing])).toBe("approve");
    expect(nextBy([tot, approved], "2026-02-01", [renewing, entry(2, "returned", 1)])).toBe("answer");
    const halted: Evidence = { key: "x", day: "2024-03-01", kind: "suspended" };
    expect(nextBy([tot, approved, halted], "2026-02-01", [renewing])).toBe("resume");
  });
  it("says to whoever is certified that a workshop of theirs waits, whether the renewal is open or not", () => {
    for (const day of ["2024-01-01", "2026-02-01"])
      expect(on([tot, approved], day, { toConfirm: 1, toSign: 0, toApprove: [] }).next).toEqual({
        ...{ step: "confirmWorkshops", missing: 1 },
      });
  });
  it("is said at every stage: a step, or of whoever is certified the day on which it can be renewed", () => {
    const at = (day: string, key: string, kind: "suspended" | "withdrawn" | "not_continued"): Evidence => ({
      ...{ key, day, kind },
    });
    const histories: Evidence[][] = [
      [tot],
      [tot, { key: "p", day: "2023-01-01", kind: "action_plan" }],
      [tot, { key: "r", day: "2023-06-01", kind: "recommended", modules: ["M1"] }],
      [tot, approved],
      [tot, approved, { key: "n", day: "2024-02-01", kind: "renewed", until: "2027-07-05" }],
      [tot, approved, { key: "m", day: "2024-02-01", kind: "master_training" }],
      [tot, approved, { key: "m", day: "2024-02-01", kind: "master_approved", until: "2028-02-01" }],
      [tot, at("2024-03-01", "x", "not_continued")],
      [tot, approved, at("2024-03-01", "x", "suspended")],
      [tot, approved, at("2024-03-01", "x", "withdrawn")],
      // Certified without a training of trainers that is recorded here.
      [approved],
    ];
    const silent = histories.flatMap((history) =>
      ["2023-07-05", "2024-06-01", "2026-03-01", "2026-08-01", "2029-01-01"].flatMap((day) => {
        const standing = stageOf(history, gates, day);
        const renewal = renewalOf(history, gates, day);
        if (!standing || nextOn(standing, renewal, none).step !== "none") return [];
        return renewal && renewal.opensOn > day ? [] : [`${standing.stage} ${day}`];
      }),
    );
    expect(silent).toEqual([]);
  });
  it("asks for a first certification anew where it can no longer be renewed", () => {
    const late = on([tot, approved], "2026-08-01");
    expect([late.next.step, late.asked.of]).toEqual(["workshops", "first"]);
  });
  it("names, of a renewal that can be decided, the first condition that is missing, and nothing before or after", () => {
    const to = (day: string, more: Evidence[] = []) =>
      nextToRenew(renewalOf([tot, approved, ...more], { ...gates, graceMonths: 2 }, day)!);
    expect(to("2026-02-01")).toEqual({ step: "workshops", missing: 3 });
    expect(to("2026-08-01")).toEqual({ step: "workshops", missing: 3 });
    expect([to("2025-02-01"), to("2026-10-01")]).toEqual([null, null]);
    const held = ["2024-02-01", "2025-02-01", "2025-03-01"].map(
      (day): Evidence => ({
        ...{ kind: "workshop", key: `w ${day}`, day, role: "lead", trainers: 1, roll: true },
      }),
    );
    const confirmed = held.map(
      (one): Evidence => ({
        ...{ kind: "workshop_confirmed", key: `c ${one.key}`, day: one.day, of: one.key },
      }),
    );
    expect(to("2026-02-01", [...held, ...confirmed])).toEqual({ step: "refresher", missing: 1 });
    const refreshed: Evidence = { kind: "refresher", key: "r", day: "2025-09-01" };
    expect(to("2026-02-01", [...held, ...confirmed, refreshed])).toBeNull();
  });
});

describe("what a renewal lacks", () => {
  const lacks = { have: 0, need: 1, missing: 1 };
  const renewal = {
    window: "open" as const,
    gates: [
      { ...lacks, gate: "renewalWorkshopsPerYear" as const },
      { ...lacks, gate: "renewalRefresher" as const },
      { ...lacks, gate: "renewalExamination" as const, missing: 0 },
    ],
  };
  const next = { step: "workshops" as const, missing: 1 };
  it("is said step by step, each with who does it: they hold workshops, a coordinator enters the refresher", () => {
    const steps = stepsNow({ next, renewal, asked: { of: "renewal" } });
    expect(steps.map(({ step }) => [step, doneBy(step)])).toEqual([
      ["workshops", "self"],
      ["refresher", "coordinator"],
    ]);
  });
  it("stands back where something else comes first, or a first certification is asked for", () => {
    const waits = { step: "confirmWorkshops" as const, missing: 1 };
    expect(stepsNow({ next: waits, renewal, asked: { of: "renewal" } })).toEqual([waits]);
    expect(stepsNow({ next, renewal, asked: { of: "first" } })).toEqual([next]);
  });
});

describe("what is asked of somebody whose certification is suspended", () => {
  it("is what its renewal asks, not what they met to be certified first; without a certification the first conditions", () => {
    const asked = { missing: 1, have: 0, need: 1 };
    const standing = { stage: "suspended" as const, gates: [{ ...asked, gate: "workshops" as const }] };
    const gates = [{ ...asked, gate: "renewalRefresher" as const }];
    for (const window of ["before", "open", "over"] as const)
      expect(askedNow(standing, { window, gates })).toEqual({ of: "renewal", gates });
    expect(askedNow(standing, null)).toEqual({ of: "first", gates: standing.gates });
  });
});
