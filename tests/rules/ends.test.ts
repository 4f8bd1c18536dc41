import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allUntil, endsOnPaper } from "../../lib/certificates/rules/ends";
import { certifiedOn } from "../../lib/stages/rules/asOf";
import { byEnd, byPractice, endsOf, endsWith, inGrace, practiceAfter } from "../../lib/stages/rules/ends";
import { ownGates } from "../../lib/stages/rules/gates";
import { groundsOf } from "../../lib/stages/rules/grounds";
import { meeting } from "../../lib/stages/rules/meeting";
import { renewalOf } from "../../lib/stages/rules/renewal";
import { type Evidence, knownOn, stageOf } from "../../lib/stages/rules/stage";
import { addDays } from "../../lib/time/civil";
import { addMonths } from "../../lib/time/zone";

const gates = { ...ownGates, graceMonths: 2 };
const approved = (modules: string[], day: string, until: string, key = `${modules} ${day}`) =>
  ({ kind: "approved", key, day, of: null, modules, until, exception: false }) as const;
const day = fc.nat(2200).map((n) => addDays("2020-01-01", n));
const decision = fc.oneof(
  fc
    .tuple(fc.subarray(["M1", "M2", "M3"], { minLength: 1 }), day, fc.integer({ min: 1, max: 40 }))
    .map(([modules, on, months]) => approved(modules, on, addMonths(on, months))),
  fc
    .tuple(
      fc.constantFrom("renewed" as const, "master_approved" as const),
      ...([day, fc.nat(40), fc.option(fc.subarray(["M1", "M2", "M3"], { minLength: 1 }))] as const),
    )
    .map(
      ([kind, on, months, modules]): Evidence => ({
        ...{ kind, key: `${kind} ${on}`, day: on, until: addMonths(on, months) },
        ...(modules ? { modules } : {}),
      }),
    ),
  day.map((on): Evidence => ({ kind: "withdrawn", key: `w ${on}`, day: on })),
);
/** Histories of decisions, one a day at most, so that their order is no question. */
const history = fc.uniqueArray(decision, { maxLength: 8, selector: (one) => one.day });

/** The same by going through the days of decisions one after the other. */
function naive(all: readonly Evidence[], on: string): string[] {
  let ends: Record<string, string> = {};
  for (const one of [...all].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    if (one.day > on) break;
    if (one.kind === "withdrawn") ends = {};
    const codes = Object.keys(ends);
    const prolong = (code: string, until: string) => {
      if (until > (ends[code] ?? "")) ends[code] = until;
    };
    if (one.kind === "approved") for (const code of one.modules) prolong(code, one.until);
    if ((one.kind === "renewed" || one.kind === "master_approved") && one.modules)
      for (const code of one.modules.filter((own) => codes.includes(own))) prolong(code, one.until);
    else if (one.kind === "renewed" || one.kind === "master_approved") {
      const inReach = codes.filter((code) => addMonths(ends[code]!, gates.graceMonths) >= one.day);
      const latest = codes
        .map((code) => ends[code]!)
        .sort()
        .at(-1);
      const held = codes.filter((code) => ends[code]! >= one.day);
      const mastered = one.kind === "master_approved" && held.length > 0 ? held : inReach;
      for (const code of mastered.length > 0 ? mastered : codes.filter((c) => ends[c] === latest))
        prolong(code, one.until);
    }
  }
  return Object.keys(ends)
    .filter((code) => ends[code]! >= on)
    .sort();
}

describe("for which modules somebody is certified", () => {
  const way: Evidence[] = [
    approved(["M1"], "2021-03-01", "2024-03-01"),
    approved(["M2"], "2025-03-01", "2028-03-01"),
  ];
  it("ends with each module: what lapsed is not certified again by another one", () => {
    expect(stageOf(way, gates, "2026-01-01")).toMatchObject({
      ...{ stage: "certified", modules: ["M2"], validUntil: "2028-03-01" },
    });
    const beside = [
      approved(["M1"], "2024-03-01", "2027-03-01"),
      approved(["M2"], "2025-03-01", "2028-03-01"),
    ];
    expect(stageOf(beside, gates, "2026-01-01")).toMatchObject({
      ...{ modules: ["M1", "M2"], validUntil: "2027-03-01" },
    });
    expect(stageOf(beside, gates, "2027-03-02")).toMatchObject({
      ...{ stage: "certified", modules: ["M2"], validUntil: "2028-03-01" },
    });
  });
  it("is renewed before the first module ends, and no module is made shorter", () => {
    const beside = [
      approved(["M1"], "2024-03-01", "2027-03-01"),
      approved(["M2"], "2025-03-01", "2031-03-01"),
    ];
    expect(renewalOf(beside, gates, "2026-12-01")).toMatchObject({
      ...{ window: "open", until: "2027-03-01", since: "2024-03-01" },
    });
    const renewed: Evidence[] = [
      ...beside,
      { kind: "renewed", key: "n", day: "2026-12-01", until: "2030-03-01" },
    ];
    expect(byEnd(stageOf(renewed, gates, "2027-06-01")!.ends)).toEqual([
      { until: "2030-03-01", codes: ["M1"] },
      { until: "2031-03-01", codes: ["M2"] },
    ]);
  });
  it("is renewed by its own end: other modules keep theirs, and what certified these counts for these no more", () => {
    const held = (key: string, on: string): Evidence => ({
      ...{ kind: "workshop", key, day: on, role: "lead", trainers: 1, roll: true },
    });
    const two: Evidence[] = [
      { ...approved(["M3", "M4"], "2025-05-01", "2027-05-01"), before: true },
      held("w1", "2026-10-01"),
      approved(["M1", "M2"], "2026-12-14", "2028-12-14"),
    ];
    const renewal = renewalOf(two, gates, "2026-12-14")!;
    expect(renewal).toMatchObject({
      ...{ modules: ["M3", "M4"], since: "2025-05-01", until: "2027-05-01", window: "open" },
    });
    const renewed = (modules: string[], on: string, until: string): Evidence => ({
      ...{ kind: "renewed", key: `n ${on}`, day: on, until, modules },
    });
    const first = [...two, renewed(renewal.modules, "2026-12-20", "2029-05-01")];
    expect(byEnd(stageOf(first, gates, "2027-01-01")!.ends)).toEqual([
      { until: "2028-12-14", codes: ["M1", "M2"] },
      { until: "2029-05-01", codes: ["M3", "M4"] },
    ]);
    // The window of the others is half a year before their own end, and what certified them counts for them no more.
    expect(renewalOf(first, gates, "2027-01-01")).toMatchObject({ window: "before", opensOn: "2028-06-14" });
    expect(renewalOf(first, gates, "2028-07-01")).toMatchObject({
      ...{ modules: ["M1", "M2"], since: "2026-12-14", until: "2028-12-14", window: "open" },
      gates: expect.arrayContaining([expect.objectContaining({ gate: "renewalWorkshopsPerYear", have: 0 })]),
    });
  });
  it("is one answer on every day, in the stage and as of that day, and equals a replay", () => {
    fc.assert(
      fc.property(history, day, (all, on) => {
        const standing = stageOf(all, gates, on);
        const was = certifiedOn(all, gates, on);
        expect(was?.modules ?? []).toEqual(naive(all, on));
        if (was) expect(standing).toMatchObject({ modules: was.modules, validUntil: was.until });
      }),
      { numRuns: 500 },
    );
  });
  it("holds as it is said until the day that is said, and not as it was the day after", () => {
    fc.assert(
      fc.property(history, day, (all, on) => {
        const known = knownOn(all, on);
        const was = certifiedOn(known, gates, on);
        if (!was) return;
        expect(certifiedOn(known, gates, was.until)?.modules).toEqual(was.modules);
        expect(certifiedOn(known, gates, addDays(was.until, 1))?.modules ?? []).not.toEqual(was.modules);
      }),
    );
  });
  it("stands so on the paper of whichever decision", () => {
    fc.assert(
      fc.property(history, decision, (all, now) => {
        if (now.kind === "withdrawn" || all.some((one) => one.day === now.day)) return;
        const ends = endsWith(all, now as Parameters<typeof endsWith>[1], gates.graceMonths);
        const standing = stageOf([...all.filter((one) => one.day <= now.day), now], gates, now.day)!;
        const { expiresOn, facts } = endsOnPaper(ends);
        if (expiresOn === null) return;
        expect(ends.map(({ code }) => code)).toEqual(standing.modules);
        expect(allUntil(facts, expiresOn)).toBe(standing.validUntil);
        const said = Object.fromEntries((facts.ends ?? []).map(({ code, until }) => [code, until]));
        for (const { code, until } of standing.ends) expect(said[code] ?? expiresOn).toBe(until);
      }),
    );
  });
});

describe("practice after a certification ended", () => {
  const held = (key: string, on: string): Evidence => ({
    ...{ kind: "workshop", key, day: on, role: "lead", trainers: 1, roll: true },
  });
  const way: Evidence[] = [
    { kind: "tot_completed", key: "tot", day: "2020-01-10", modules: ["M1"], practicum: true },
    held("w1", "2020-03-01"),
    held("w2", "2020-04-01"),
    approved(["M1"], "2020-06-01", "2023-06-01", "a"),
    held("w3", "2023-07-01"),
  ];
  const workshops = (all: readonly Evidence[], on: string) =>
    stageOf(all, gates, on)!.gates.find(({ gate }) => gate === "workshops")!.have;
  it("is what a new one rests on, and what is learnt stays learnt", () => {
    expect(workshops(way, "2023-05-01")).toBe(2);
    expect(workshops(way, "2023-06-02")).toBe(0);
    expect(workshops(way, "2023-07-02")).toBe(1);
    const after = stageOf(way, gates, "2023-07-02")!;
    expect(after).toMatchObject({ stage: "lapsed", practiceAfter: "2023-06-01" });
    expect(after.gates.find(({ gate }) => gate === "tot")).toMatchObject({ missing: 0 });
    const withdrawn: Evidence[] = [...way.slice(0, 4), { kind: "withdrawn", key: "w", day: "2021-01-01" }];
    expect(workshops(withdrawn, "2021-02-01")).toBe(0);
    expect(stageOf(withdrawn, gates, "2021-02-01")!.practiceAfter).toBe("2021-01-01");
    // Where one follows before the other ends, nothing has ended.
    const followed = [...way, approved(["M1"], "2023-05-01", "2026-05-01", "b")];
    expect(stageOf(followed, gates, "2023-07-02")!.practiceAfter).toBeNull();
  });
});

describe("practice after one of several modules ended", () => {
  const held = (on: string): Evidence => ({
    ...{ kind: "workshop", key: `w ${on}`, day: on, role: "lead", trainers: 1, roll: true },
  });
  const way: Evidence[] = [
    { kind: "tot_completed", key: "tot", day: "2020-01-10", modules: ["M1", "M2", "M3"], practicum: true },
    held("2020-03-01"),
    held("2020-04-01"),
    approved(["M1"], "2020-06-01", "2023-06-01", "a"),
    approved(["M2"], "2021-06-01", "2027-06-01", "b"),
  ];
  const of = (modules: string[], on: string, all: readonly Evidence[] = way) => ({
    have: stageOf(all, gates, on, null, modules)!.gates.find(({ gate }) => gate === "workshops")!.have,
    by: meeting(all, gates, on, null, modules)("workshops").size,
    paper: groundsOf("approved", all, gates, on, modules).counts.workshops ?? 0,
  });
  it("counts for that module only from then, while another holds, and all of it for what never was certified", () => {
    expect(of(["M1"], "2024-01-01")).toEqual({ have: 0, by: 0, paper: 0 });
    expect(of(["M3"], "2024-01-01")).toEqual({ have: 2, by: 2, paper: 2 });
    expect(of(["M1", "M3"], "2024-01-01").have).toBe(0);
    const since = [...way, held("2023-08-01")];
    expect(of(["M1"], "2024-01-01", since)).toEqual({ have: 1, by: 1, paper: 1 });
    expect(byPractice(knownOn(way, "2024-01-01"), 2, "2024-01-01", ["M1", "M3"])).toEqual([["M1"], ["M3"]]);
    // The approval as it was then: nothing had lapsed.
    expect(of(["M1"], "2020-05-31")).toMatchObject({ have: 2 });
  });
  it("is counted for a module that was never certified whatever else ended, on the day before that as on the day after", () => {
    const on = ["2027-06-01", "2027-06-02", "2027-09-01"];
    expect(on.map((when) => of(["M3"], when).have)).toEqual([2, 2, 2]);
    expect(on.map((when) => stageOf(way, gates, when, null, ["M3"])!.practiceAfter)).toEqual([
      ...[null, null, null],
    ]);
    // Once withdrawn, all of it is over.
    const withdrawn: Evidence = { kind: "withdrawn", key: "x", day: "2026-01-01" };
    expect(of(["M3"], "2027-06-02", [...way, withdrawn])).toEqual({ have: 0, by: 0, paper: 0 });
  });
  it("is renewed within its grace, and no module of the whole is", () => {
    const graced = (on: string) => inGrace(endsOf(knownOn(way, on), 2), on, 2);
    expect([graced("2023-06-01"), graced("2023-06-02"), graced("2023-08-01"), graced("2023-08-02")]).toEqual([
      [],
      ["M1"],
      ["M1"],
      [],
    ]);
  });
  it("makes nobody a master trainer in what has ended, though it could still be renewed", () => {
    const master: Evidence = { kind: "master_approved", key: "m", day: "2023-07-01", until: "2026-07-01" };
    expect(stageOf([...way, master], gates, "2023-07-02")).toMatchObject({
      ...{ stage: "master_trainer", modules: ["M2"] },
    });
    // One that was renewed in its grace, before its modules were kept, still is.
    const alone = way.slice(0, 4);
    expect(stageOf([...alone, master], gates, "2023-07-02")).toMatchObject({ modules: ["M1"] });
  });
  it("lets no practice that certified a module certify it again, whatever else holds", () => {
    const workshop = day.map(held);
    const all = fc.uniqueArray(fc.oneof(decision, workshop), { maxLength: 10, selector: (one) => one.day });
    fc.assert(
      fc.property(all, day, fc.subarray(["M1", "M2", "M3"], { minLength: 1 }), (own, on, modules) => {
        const known = knownOn(own, on);
        const counted = [...meeting(own, gates, on, null, modules)("workshops")];
        for (const one of known)
          if (one.kind === "workshop" && counted.includes(one.key))
            // On no day from the workshop on did the module hold and end before today.
            for (const code of modules)
              expect(
                endsOf(known, gates.graceMonths).some(
                  (end) => end.code === code && end.until >= one.day && end.until < on,
                ),
              ).toBe(false);
        // Together they are judged by the strictest, and a module by nothing that only another one is.
        const cutOf = (codes: string[]) => practiceAfter(known, gates.graceMonths, on, codes) ?? "";
        expect(cutOf(modules)).toBe(
          modules
            .map((code) => cutOf([code]))
            .sort()
            .at(-1),
        );
        const groups = byPractice(known, gates.graceMonths, on, modules);
        expect(groups.flat().sort()).toEqual([...modules].sort());
        for (const group of groups) expect(new Set(group.map((code) => cutOf([code]))).size).toBe(1);
      }),
      { numRuns: 500 },
    );
  });
});
