import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownGates } from "../../lib/stages/rules/gates";
import { lostOf } from "../../lib/stages/rules/lost";
import { type Evidence, stageOf } from "../../lib/stages/rules/stage";
import { addDays } from "../../lib/time/civil";

const tot: Evidence = {
  ...{ kind: "tot_completed", key: "tot", day: "2024-04-19", modules: ["M1"], practicum: false },
};
const workshop = (day: string, key = day): Evidence => ({
  ...{ kind: "workshop", key, day, role: "lead", trainers: 1, roll: true },
});
const gate = (history: Evidence[], gates: typeof ownGates, day: string) =>
  stageOf(history, gates, day)!.gates.find((one) => one.gate === "workshops")!;

describe("workshops that have to lie within so many months", () => {
  it("say until when another one counts with them, and afterwards that they count no more", () => {
    const history = [tot, workshop("2024-10-20")];
    const period = (day: string, all = history) => gate(all, ownGates, day);
    expect(period("2025-10-19")).toMatchObject({
      have: 1,
      missing: 1,
      period: { until: "2025-10-19", lost: 0 },
    });
    // Whoever holds one more now still lacks another: that is what is missing.
    expect(period("2025-10-20")).toMatchObject({ have: 0, missing: 2, period: { until: null, lost: 1 } });
    const late = [...history, workshop("2026-12-03")];
    expect(period("2026-12-20", late)).toMatchObject({
      ...{ have: 1, missing: 1 },
      period: { months: 12, until: "2027-12-02", lost: 1 },
    });
    expect([...lostOf(late, ownGates, "2026-12-20", null)]).toEqual([["2024-10-20", "2025-10-19"]]);
    // What was met stays so, and nothing is lost of it.
    const met = [...late, workshop("2027-05-01")];
    expect(period("2031-01-01", met)).toEqual({ gate: "workshops", need: 2, have: 2, missing: 0 });
    expect(lostOf(met, ownGates, "2031-01-01", null).size).toBe(0);
  });
  it("of whoever is certified are counted by the renewal, which sets no such months", () => {
    const approved: Evidence = {
      ...{ kind: "approved", key: "a", day: "2026-01-10", of: null, modules: ["M1"], until: "2028-12-31" },
      exception: true,
    };
    const all = [tot, workshop("2024-10-20"), approved, workshop("2026-03-01")];
    expect(lostOf(all, ownGates, "2027-12-01", null).size).toBe(0);
  });
  it("lack exactly as many as have to be held, whenever the earlier ones were", () => {
    const days = fc.array(fc.nat(1500), { maxLength: 6 }).map((all) => all.map((n) => addDays(tot.day, n)));
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(0, 3, 12),
        fc.nat(1600),
        (held, workshops, workshopMonths, n) => {
          const gates = { ...ownGates, workshops, workshopMonths };
          const day = addDays(tot.day, n);
          const history = [tot, ...held.map((one, i) => workshop(one, `w${i}`))];
          const { missing } = gate(history, gates, day);
          const more = (count: number) => [
            ...history,
            ...Array.from({ length: count }, (_, i) => workshop(day, `more ${i}`)),
          ];
          expect(gate(more(missing), gates, day).missing).toBe(0);
          if (missing > 0) expect(gate(more(missing - 1), gates, day).missing).toBe(1);
        },
      ),
    );
  });
});
