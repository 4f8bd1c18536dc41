import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OwnWorkshop, type PlannedOne, plannedStates } from "../../lib/stages/rules/plan";
import { addDays } from "../../lib/time/civil";

const today = "2026-11-28";
const places = ["Luebo", "Tshikapa", "Kananga"];
const some = fc.record({
  toolId: fc.integer({ min: 1, max: 2 }),
  day: fc.integer({ min: -40, max: 40 }).map((n) => addDays(today, n)),
  place: fc.constantFrom(...places, ""),
});
const plan = fc.uniqueArray(some, { maxLength: 4, selector: ({ toolId, day }) => `${toolId} ${day}` });
const own: fc.Arbitrary<OwnWorkshop[]> = fc.array(
  some.map(({ day, place, ...more }) => ({ ...more, startsOn: day, place: [place], over: false })),
  { maxLength: 4 },
);
const isFound = (state: string) => state === "scheduled" || state === "held";

describe("a workshop that was scheduled from a plan", () => {
  it("is the planned one of its day and place, and what was planned for another day still waits", () => {
    const planned: PlannedOne[] = [
      { toolId: 1, day: "2026-12-14", place: "Tshikapa" },
      { toolId: 1, day: "2026-11-10", place: "Luebo" },
    ];
    const held = (startsOn: string | null, place: string): OwnWorkshop => ({
      ...{ toolId: 1, startsOn, place: [place], over: false },
    });
    expect(plannedStates(planned, [held("2026-12-14", "Tshikapa")], today)).toEqual(["scheduled", "overdue"]);
    // On a later day, in the place that was planned; then with no place that says anything, by the day.
    expect(plannedStates(planned, [held("2026-12-20", "Luébo, Kasaï")], today)).toEqual([
      "planned",
      "scheduled",
    ]);
    expect(plannedStates(planned, [held("2026-11-12", "Mweka")], today)).toEqual(["planned", "scheduled"]);
    expect(plannedStates(planned, [held(null, "Mweka")], today).filter(isFound)).toHaveLength(1);
  });
  it("is never told as another, whatever else is planned and held", () => {
    fc.assert(
      fc.property(plan, own, fc.nat(3), (planned, others, at) => {
        const one = planned[at % Math.max(1, planned.length)];
        if (!one) return;
        const its: OwnWorkshop = { toolId: one.toolId, startsOn: one.day, place: [one.place], over: false };
        expect(plannedStates(planned, [...others, its], today)[planned.indexOf(one)]).toBe("scheduled");
      }),
    );
  });
  it("is one of those planned with its tool as long as one is left, in whichever order either is written", () => {
    fc.assert(
      fc.property(plan, own, (planned, held) => {
        const states = plannedStates(planned, held, today);
        for (const tool of [1, 2]) {
          const of = states.filter((_, i) => planned[i]!.toolId === tool);
          const by = held.filter(({ toolId }) => toolId === tool);
          expect(of.filter(isFound)).toHaveLength(Math.min(of.length, by.length));
        }
        const turned = plannedStates([...planned].reverse(), [...held].reverse(), today);
        expect(turned.reverse()).toEqual(states);
      }),
    );
  });
});
