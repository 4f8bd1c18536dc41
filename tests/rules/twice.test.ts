import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confirmedIn, countingOf } from "../../lib/stages/rules/counting";
import { ownGates } from "../../lib/stages/rules/gates";
import { groundsOf } from "../../lib/stages/rules/grounds";
import { type Evidence, stageOf } from "../../lib/stages/rules/stage";
import { perhapsTwice, recordedAgain } from "../../lib/stages/rules/twice";

const held = (key: string, day: string, place: string[], people: number[] = []) => ({
  ...{ key, day, place, people: new Set(people) },
});
const order = (key: string) => key.charCodeAt(0);

describe("a workshop that may be recorded twice", () => {
  it("ended on one day in one place, however that is written, or with the same people", () => {
    const twice = perhapsTwice([
      held("a", "2026-03-01", ["Bertoua", "بيرتوا"], [1, 2]),
      held("b", "2026-03-01", ["BERTOUA"]),
      held("c", "2026-03-02", ["Bertoua"], [1, 2]),
      held("d", "2026-03-01", ["Yaoundé"], [2, 3, 4]),
      held("e", "2026-03-01", [""], [7]),
      held("f", "2026-03-01", [], [3, 4, 5, 6, 8, 9]),
    ]);
    expect([...twice]).toEqual([
      ["a", ["b", "d"]],
      ["b", ["a"]],
      // Half of the people of the smaller one, and more.
      ["d", ["a", "f"]],
      ["f", ["d"]],
    ]);
    expect([...recordedAgain(twice, order)]).toEqual([
      ["b", "a"],
      ["d", "a"],
      ["f", "d"],
    ]);
  });

  const way = (more: Evidence[] = []): Evidence[] => [
    { kind: "tot_completed", key: "tot", day: "2026-01-01", modules: ["M1"], practicum: false },
    ...["a", "b"].map(
      (key): Evidence => ({
        ...{ kind: "workshop", key, day: "2026-03-01", role: "lead", trainers: 1, roll: true },
        ...(key === "b" ? { again: "a" } : {}),
      }),
    ),
    ...["a", "b"].map(
      (of): Evidence => ({
        ...{ kind: "observation", key: `o ${of}`, day: "2026-03-01", of, observer: of, mean: 40, lowest: 4 },
      }),
    ),
    ...more,
  ];
  const confirmed: Evidence = { kind: "workshop_confirmed", key: "c", day: "2026-03-10", of: "b" };
  it("counts once where nobody is asked to confirm any, until somebody confirmed that it is another", () => {
    const have = (history: Evidence[]) =>
      Object.fromEntries(stageOf(history, ownGates, "2026-06-01")!.gates.map((one) => [one.gate, one.have]));
    expect(have(way())).toMatchObject({ workshops: 1, observations: 1, observers: 2 });
    expect(have(way([confirmed]))).toMatchObject({ workshops: 2, observations: 2 });
    const counts = (history: Evidence[]) => groundsOf("approved", history, ownGates, "2026-06-01").counts;
    expect(counts(way())).toMatchObject({ workshops: 1, observations: 1 });
    expect(counts(way([confirmed]))).toMatchObject({ workshops: 2, observations: 2 });
  });
  it("waits for that also where the draw would have spared it", () => {
    const [, , later] = way();
    const of = (countOneIn: number | undefined, known: Evidence[] = []) =>
      countingOf(
        { ...(later as Evidence & { kind: "workshop" }), spared: true },
        confirmedIn(known),
        { ...ownGates, countOneIn },
        "2026-12-01",
        "",
      );
    expect([of(undefined), of(3), of(1)]).toEqual(["again", "again", "again"]);
    expect([of(undefined, [confirmed]), of(3, [confirmed])]).toEqual(["counts", "counts"]);
  });
  it("is the later one of what was recorded, in whichever order it is read, and never all", () => {
    const one = fc.record({
      day: fc.constantFrom("2026-03-01", "2026-03-02"),
      place: fc.subarray(["A", "B"]),
      people: fc.subarray([1, 2, 3]),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (rows) => {
        const all = rows.map(({ day, place, people }, i) =>
          held(String.fromCharCode(97 + i), day, place, people),
        );
        const again = recordedAgain(perhapsTwice(all), order);
        const entries = (of: ReadonlyMap<string, string>) => [...of].sort();
        expect(entries(recordedAgain(perhapsTwice([...all].reverse()), order))).toEqual(entries(again));
        for (const [key, first] of again) expect(order(first)).toBeLessThan(order(key));
        // Of what may be one workshop one counts.
        expect(all.every(({ key }) => again.has(key)) && all.length > 0).toBe(false);
      }),
    );
  });
});
