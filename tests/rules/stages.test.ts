import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asksMean,
  changedFrom,
  gateNames,
  inForceOn,
  notSet,
  originOf,
  ownGates,
  presets,
} from "../../lib/stages/rules/gates";
import { meeting } from "../../lib/stages/rules/meeting";
import { type Evidence, knownOn, stageOf, stages } from "../../lib/stages/rules/stage";
import { anyDay, anyGates, anyRead } from "../support/histories";

describe("the stage of a trainer, whatever the history", () => {
  it("meets each gate by pieces of its own, of which there are as many as it says, or more", () => {
    fc.assert(
      fc.property(anyRead, anyGates, anyDay, (all, asked, on) => {
        const pieces = new Map(knownOn(all, on).map((one) => [one.key, one]));
        for (const { gate, have, missing } of stageOf(all, asked, on)?.gates ?? []) {
          const by = [...meeting(all, asked, on, null)(gate)];
          expect(by.every((key) => pieces.has(key))).toBe(true);
          if (gate !== "firstModule") expect(by.length).toBeGreaterThanOrEqual(have);
          if (gate === "workshops" && missing > 0) expect(by).toHaveLength(have);
          if (gate === "tot" || gate === "actionPlan") expect(by.length > 0).toBe(have > 0);
        }
      }),
    );
  });
  it("counts a workshop by no piece once its months are over, also of whoever is certified", () => {
    const all: Evidence[] = [
      {
        ...{ kind: "approved", key: "k0", day: "2022-01-01", of: null, modules: ["M1"] },
        ...{ until: "2023-01-01", exception: false },
      },
      { kind: "workshop", key: "k1", day: "2022-01-01", role: "lead", trainers: 1, roll: true },
    ];
    const by = (on: string) => {
      const asked = { ...ownGates, workshops: 2, workshopMonths: 12 };
      const { have } = stageOf(all, asked, on)!.gates.find(({ gate }) => gate === "workshops")!;
      return [have, [...meeting(all, asked, on, null)("workshops")]];
    };
    expect(by("2022-12-31")).toEqual([1, ["k1"]]);
    expect(by("2023-01-01")).toEqual([0, []]);
  });
  it("says of every gate by how much it is missing, and what comes next is the first that is", () => {
    fc.assert(
      fc.property(anyRead, anyGates, anyDay, (all, asked, on) => {
        const standing = stageOf(all, asked, on);
        if (!standing) return;
        expect(stages).toContain(standing.stage);
        for (const { need, have, missing } of standing.gates) expect(missing).toBe(Math.max(0, need - have));
        const open = standing.gates.find(({ missing }) => missing > 0);
        if (["tot_completed", "candidate", "practising"].includes(standing.stage))
          expect(standing.next.step).toBe(open ? open.gate : "recommend");
        if (standing.stage === "certified") expect(standing.validUntil! >= on).toBe(true);
      }),
    );
  });
});

describe("earlier learning that was taken back", () => {
  it("counts on the days before, and no more from then on", () => {
    const all: Evidence[] = [
      { kind: "tot_completed", key: "tot", day: "2022-12-23", modules: ["M1"], practicum: false },
      { kind: "recognised", key: "r", day: "2020-05-01", modules: ["M2"] },
      { kind: "taken_back", key: "r back", day: "2023-06-01", of: "r" },
    ];
    const modules = (day: string) => stageOf(all, ownGates, day)?.modules;
    expect(modules("2023-05-31")).toEqual(["M1", "M2"]);
    expect(modules("2023-06-01")).toEqual(["M1"]);
  });
});

describe("a whole way", () => {
  const workshop = (of: string, on: string, role: "lead" | "apprentice" = "lead"): Evidence => ({
    ...{ kind: "workshop", key: of, day: on, role, trainers: 1, roll: true },
  });
  const way: Evidence[] = [
    { kind: "tot_completed", key: "tot", day: "2022-12-23", modules: ["M1", "M2"], practicum: false },
    { kind: "action_plan", key: "plan", day: "2023-01-10" },
    workshop("as apprentice", "2023-01-15", "apprentice"),
    workshop("first", "2023-02-10"),
    workshop("second", "2023-06-10"),
    { kind: "observation", key: "o", day: "2023-06-10", of: "second", observer: "A", mean: 41, lowest: 3 },
    { kind: "recommended", key: "r", day: "2023-07-01", modules: ["M1", "M2"] },
    {
      kind: "approved",
      key: "a",
      day: "2023-07-05",
      of: "r",
      modules: ["M1"],
      until: "2026-07-05",
      exception: false,
    },
    { kind: "renewed", key: "n", day: "2026-08-20", until: "2029-08-20" },
    { kind: "master_training", key: "m", day: "2027-01-10" },
    { kind: "master_approved", key: "ma", day: "2027-05-10", until: "2030-05-10" },
    { kind: "suspended", key: "s", day: "2027-06-01" },
    { kind: "resumed", key: "back", day: "2027-06-20", of: "s" },
  ];
  const on = (when: string, asked = ownGates, all = way) => stageOf(all, asked, when);
  it("goes from the training to a master trainer, day by day", () => {
    const said = [
      "2022-12-22",
      "2022-12-23",
      "2023-01-10",
      "2023-02-10",
      "2023-07-01",
      "2023-07-05",
      "2026-07-05",
      "2026-07-06",
      "2026-08-20",
      "2027-01-10",
      "2027-05-10",
      "2027-06-01",
      "2027-06-20",
    ].map((when) => on(when)?.stage ?? null);
    expect(said).toEqual([
      null,
      "tot_completed",
      "candidate",
      "practising",
      "recommended",
      "certified",
      "certified",
      "lapsed",
      "renewed",
      "master_candidate",
      "master_trainer",
      "suspended",
      "master_trainer",
    ]);
    expect(on("2023-08-01")).toMatchObject({ modules: ["M1"], validUntil: "2026-07-05", byException: false });
  });
  it("says what is missing: an apprentice's workshop counts for none, one observation is to come", () => {
    expect(on("2023-02-10")).toMatchObject({
      next: { step: "workshops", missing: 1 },
      gates: expect.arrayContaining([
        expect.objectContaining({ gate: "workshops", need: 2, have: 1, missing: 1 }),
        { gate: "observations", need: 1, have: 0, missing: 1 },
      ]),
    });
    expect(on("2023-06-10")?.next).toEqual({ step: "recommend", missing: 1 });
    // Within three months there was never more than one.
    expect(on("2023-06-10", { ...ownGates, workshopMonths: 3 })?.next).toEqual({
      step: "workshops",
      missing: 1,
    });
    // The least in each criterion, not the mean.
    expect(on("2023-06-10", { ...ownGates, criterionMinimum: 4 })?.next.step).toBe("observations");
    expect(on("2023-06-10", { ...ownGates, inPairs: true })?.stage).toBe("candidate");
  });
  it("ends with a withdrawal until somebody is approved anew; what was entered by mistake never was", () => {
    const withdrawn: Evidence[] = [...way.slice(0, 8), { kind: "withdrawn", key: "w", day: "2024-01-01" }];
    expect(on("2024-01-02", ownGates, withdrawn)?.stage).toBe("withdrawn");
    expect(on("2023-12-31", ownGates, withdrawn)?.stage).toBe("certified");
    const struck: Evidence[] = [...withdrawn, { kind: "struck", key: "x", day: "2024-02-01", of: "w" }];
    expect(on("2024-01-02", ownGates, struck)?.stage).toBe("certified");
  });
});

describe("gates of a programme", () => {
  it("are the scheme's own as far as it says, and the rest is not set", () => {
    expect(notSet("own")).toEqual([]);
    expect(presets.financial_education.workshops).toBe(3);
    expect(presets.siyb).toMatchObject({ masterValidMonths: 36, masterExamination: true, workshops: null });
    expect(notSet("score")).toHaveLength(gateNames.length - 2);
    // "About 12 months" is said of the whole way of GERME.
    expect(presets.germe).toMatchObject({ workshopMonths: null, validMonths: 36 });
    // Cascade's own go by the least in each criterion.
    expect([asksMean(ownGates), ownGates.criterionMinimum]).toEqual([false, 3]);
  });
  it("of a version say which are the scheme's, which were changed, and which set where it says nothing", () => {
    const version = {
      ...ownGates,
      ...presets.siyb,
      ...{ workshops: 4, refresher: false, renewalRefresher: false },
    } as typeof ownGates;
    // SIYB's refresher comes after the certification, which is what it says of one.
    expect(presets.siyb).toMatchObject({ refresher: null, renewalRefresher: true });
    expect(changedFrom("siyb", version)).toEqual(["renewalRefresher"]);
    expect([originOf("siyb", version, "practicum"), originOf("siyb", version, "workshops")]).toEqual([
      ...["scheme", "set"],
    ]);
    // Every workshop is confirmed, or one in so many drawn: none is another thing than what is offered.
    expect(changedFrom("own", { ...ownGates, countOneIn: 1 })).toEqual([]);
    expect(changedFrom("own", ownGates)).toEqual(["countOneIn"]);
    // GERME's trainers are observed in their own trainings, how often the programme says.
    const unseen = { ...ownGates, observations: 0, observers: 0 };
    for (const scheme of ["germe", "score"] as const) {
      expect(originOf(scheme, unseen, "observations"), scheme).toBe("changed");
      expect(originOf(scheme, { ...unseen, observations: 2 }, "observations"), scheme).toBe("set");
    }
    expect(originOf("financial_education", unseen, "observations")).toBe("set");
  });
  it("that somebody is judged by are those in force on the day they entered", () => {
    const versions = [
      { number: 1, inForceFrom: "2024-01-01" },
      { number: 2, inForceFrom: "2025-01-01" },
      { number: 3, inForceFrom: "2025-01-01" },
    ];
    const numbers = ["2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01"].map(
      (on) => inForceOn(versions, on)?.number ?? null,
    );
    expect(numbers).toEqual([null, 1, 1, 3]);
  });
});
