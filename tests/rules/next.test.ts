import { describe, expect, it } from "vitest";
import { ownGates } from "../../lib/stages/rules/gates";
import { askedNow, nextOn, nextToRenew } from "../../lib/stages/rules/next";
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
const none = { toConfirm: 0, toApprove: [] };
const on = (history: Evidence[], day: string, waiting: Parameters<typeof nextOn>[2] = none) => {
  const [standing, renewal] = [stageOf(history, gates, day)!, renewalOf(history, gates, day)];
  return { next: nextOn(standing, renewal, waiting), asked: askedNow(standing, renewal) };
};

describe("what comes next on a way", () => {
  it("is what workshops wait for that were held already, before others are to be held", () => {
    expect(on([tot], "2023-03-01").next).toEqual({ step: "workshops", missing: 2 });
    expect(on([tot], "2023-03-01", { toConfirm: 2, toApprove: [7] }).next).toEqual({
      ...{ step: "confirmWorkshops", missing: 2 },
    });
    expect(on([tot], "2023-03-01", { toConfirm: 0, toApprove: [7] }).next).toEqual({
      ...{ step: "approveWorkshops", missing: 1 },
    });
  });
  it("asks whoever is certified for what a renewal takes, and names it once it is open", () => {
    const early = on([tot, approved], "2024-01-01");
    expect([early.next.step, early.asked.of]).toEqual(["none", "renewal"]);
    expect(early.asked.gates.map(({ gate, missing }) => `${gate} ${missing}`)).toEqual([
      "renewalWorkshopsPerYear 3",
      "renewalRefresher 1",
    ]);
    expect(on([tot, approved], "2026-02-01").next.step).toBe("renew");
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
