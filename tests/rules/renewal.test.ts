import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certifiedOn } from "../../lib/stages/rules/asOf";
import type { ModuleEnd } from "../../lib/stages/rules/ends";
import { ownGates } from "../../lib/stages/rules/gates";
import { remindersOf } from "../../lib/stages/rules/reminding";
import { masterOf, reminderDue, reminderSaid, reminders, renewalOf } from "../../lib/stages/rules/renewal";
import type { Evidence } from "../../lib/stages/rules/stage";
import { addDays } from "../../lib/time/civil";

const gates = { ...ownGates, graceMonths: 2 };
const approved: Evidence = {
  ...{ kind: "approved", key: "a", day: "2023-07-05", of: null, modules: ["M1", "M2"] },
  ...{ until: "2026-07-05", exception: false },
};
const workshop = (key: string, day: string): Evidence => ({
  ...{ kind: "workshop", key, day, role: "lead", trainers: 1, roll: true },
});
const day = fc.nat(2500).map((n) => addDays("2022-01-01", n));

describe("the renewal of a certification", () => {
  const way = [approved, workshop("before", "2023-06-01"), workshop("w1", "2024-02-01")];
  const on = (when: string, all: Evidence[] = way) => renewalOf(all, gates, when)!;
  it("opens half a year before its end, and goes on through the grace", () => {
    expect(
      ["2026-01-04", "2026-01-05", "2026-07-05", "2026-07-06", "2026-09-05", "2026-09-06"].map(
        (when) => on(when).window,
      ),
    ).toEqual(["before", "open", "open", "grace", "grace", "over"]);
    expect(renewalOf([workshop("w", "2024-02-01")], gates, "2026-01-05")).toBeNull();
  });
  it("counts what came since it was decided, a workshop for each year of it, and says by how much it is short", () => {
    expect(on("2026-02-01").gates).toEqual([
      { gate: "renewalWorkshopsPerYear", need: 3, have: 1, missing: 2 },
      { gate: "renewalRefresher", need: 1, have: 0, missing: 1 },
    ]);
    const more: Evidence[] = [
      ...way,
      workshop("w2", "2025-02-01"),
      workshop("w3", "2025-03-01"),
      { kind: "refresher", key: "r", day: "2025-09-01" },
    ];
    expect(on("2026-02-01", more).gates.every(({ missing }) => missing === 0)).toBe(true);
    const renewed: Evidence = { kind: "renewed", key: "n", day: "2026-02-01", until: "2029-07-05" };
    expect(on("2026-02-02", [...more, renewed])).toMatchObject({
      since: "2026-02-01",
      until: "2029-07-05",
      window: "before",
      gates: [{ have: 0 }, { have: 0 }],
    });
    // What was entered by mistake is no renewal.
    const struck: Evidence = { kind: "struck", key: "x", day: "2026-02-03", of: "n" };
    expect(on("2026-02-02", [...more, renewed, struck]).until).toBe("2026-07-05");
  });
  it("of a master trainer is a master's, and asks for what leads there", () => {
    const steps: Evidence[] = [
      approved,
      { kind: "master_training", key: "m", day: "2024-05-01" },
      { kind: "tot_taught", key: "t", day: "2024-06-01" },
    ];
    expect(masterOf(steps, gates, "2024-07-01").gates).toEqual([
      { gate: "masterTraining", need: 1, have: 1, missing: 0 },
      { gate: "masterTots", need: 1, have: 1, missing: 0 },
      { gate: "masterExamination", need: 1, have: 0, missing: 1 },
    ]);
    const master: Evidence = { kind: "master_approved", key: "ma", day: "2024-08-01", until: "2027-08-01" };
    expect(masterOf([...steps, master], gates, "2024-08-01").isMaster).toBe(true);
    expect(on("2027-03-01", [...steps, master])).toMatchObject({ master: true, window: "open" });
  });
});

describe("reminders of the end", () => {
  it("say each thing once however often and late the job runs, the latest that applies", () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 200, max: 1200 }),
        fc.array(day, { maxLength: 12 }),
        (since, length, runs) => {
          const until = addDays(since, length);
          let said: string | null = null;
          const sent: string[] = [];
          for (const when of [...runs, ...runs].filter((one) => one >= since).sort()) {
            const due = reminderDue({ since, until }, when, said);
            if (!due) continue;
            expect(due === "lapsed").toBe(when > until);
            said = reminderSaid(until, due);
            sent.push(due);
          }
          expect(sent).toEqual(reminders.filter((one) => sent.includes(one)));
          // Run once on the last of these days, it says the last of what was said there, if anything.
          const last = runs
            .filter((one) => one >= since)
            .sort()
            .at(-1);
          const late = last ? reminderDue({ since, until }, last, null) : null;
          if (late) expect(sent.at(-1)).toBe(late);
        },
      ),
    );
  });
  it("are of each end by itself, and what is kept is the same however often and late the job runs", () => {
    const oneOf = fc.record({
      code: fc.constantFrom("M1", "M2", "M3"),
      on: day,
      length: fc.integer({ min: 20, max: 1200 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(oneOf, { minLength: 1, maxLength: 3, selector: ({ code }) => code }),
        fc.array(day, { minLength: 1, maxLength: 15 }),
        (all, runs) => {
          const ends = all.map(({ code, on: since, length }): ModuleEnd => {
            const until = addDays(since, length);
            const by = { kind: "approved", key: code, day: since, until, of: null } as const;
            return {
              ...{ code, until, decisions: [code], before: false },
              by: { ...by, modules: [code], exception: false },
            };
          });
          const days = [...runs, ...runs].filter((when) => ends.every(({ by }) => by.day <= when)).sort();
          const sent: string[] = [];
          let kept: string | null = null;
          for (const when of days) {
            const told = remindersOf(ends, when, kept);
            for (const { until, reminder } of told.due) sent.push(`${until} ${reminder}`);
            kept = told.kept;
          }
          // The same by one end after the other.
          const alone = ends.flatMap(({ until }) => {
            const since = ends.filter((end) => end.until === until).map(({ by }) => by.day);
            let said: string | null = null;
            return days.flatMap((when) => {
              const due = reminderDue({ since: since.sort()[0]!, until }, when, said);
              if (due) said = reminderSaid(until, due);
              return due ? [`${until} ${due}`] : [];
            });
          });
          expect([...sent].sort()).toEqual([...new Set(alone)].sort());
          if (days.length > 0) expect(kept).toBe(remindersOf(ends, days.at(-1)!, null).kept);
        },
      ),
    );
  });
  it("of another end begin anew, and an end long ago is said no more", () => {
    const [since, until] = ["2023-07-05", "2026-07-05"];
    const at = (when: string, said: string | null = null) => reminderDue({ since, until }, when, said);
    expect(
      ["2026-01-04", "2026-01-05", "2026-04-05", "2026-06-05", "2026-07-05", "2026-07-06", "2026-10-06"].map(
        (when) => at(when),
      ),
    ).toEqual([null, "6", "3", "1", "1", "lapsed", null]);
    expect(at("2026-01-05", reminderSaid("2025-07-05", "lapsed"))).toBe("6");
    // Certified for three months only, nobody is told at once that it ends in six.
    expect(reminderDue({ since, until: "2023-10-04" }, since, null)).toBeNull();
  });
});

describe("who was certified on a day", () => {
  const all: Evidence[] = [
    approved,
    { ...approved, key: "b", day: "2024-03-01", modules: ["M3"], until: "2024-12-31", before: true },
    { kind: "suspended", key: "s", day: "2025-01-10" },
    { kind: "resumed", key: "back", day: "2025-02-01", of: "s" },
    { kind: "renewed", key: "n", day: "2026-02-01", until: "2029-07-05" },
  ];
  it("is so by what is recorded about that day, for modules that held then", () => {
    const modules = (when: string) => certifiedOn(all, gates, when)?.modules ?? null;
    expect(
      ["2023-07-04", "2023-07-05", "2024-12-31", "2025-01-01", "2025-01-20", "2026-08-01"].map(modules),
    ).toEqual([null, ["M1", "M2"], ["M1", "M2", "M3"], ["M1", "M2"], null, ["M1", "M2"]]);
    expect(certifiedOn(all, gates, "2023-08-01", ["M1", "M3"])).toBeNull();
    expect(certifiedOn(all, gates, "2024-04-01", ["M1", "M3"])).toMatchObject({
      before: true,
      decisions: ["a", "b"],
    });
  });
});
