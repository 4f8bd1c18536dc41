import { describe, expect, it } from "vitest";
import { coursesByQuarter, toolsOf } from "../../lib/trainers/rules";

const tool = (code: string, ...versions: [id: number, code: string][][]) => ({
  code,
  title: { own: "en" as const, en: code },
  versions: versions.map((modules) => ({ modules: modules.map(([id, of]) => ({ id, code: of })) })),
});
const catalogue = [
  tool("think-coop", [[1, ""]]),
  tool(
    "start-coop",
    [
      [2, "M1"],
      [3, "M2"],
    ],
    [
      [4, "M1"],
      [5, "M2"],
    ],
  ),
];
const stands = (taught: number[], completed: number[]) =>
  toolsOf(catalogue, new Set(taught), new Set(completed)).map(({ code, modules }) => [
    code,
    ...modules.map((m) => `${m.code} ${m.stand}`),
  ]);

describe("the modules of a trainer", () => {
  it("are those of the tools of which they taught or completed any", () => {
    expect(stands([], [])).toEqual([]);
    expect(stands([1], [])).toEqual([["think-coop", " taught"]]);
  });
  it("count in whichever version they were, once, and what was taught before what was completed", () => {
    expect(stands([4], [2, 5])).toEqual([["start-coop", "M1 taught", "M2 completed"]]);
    expect(stands([2], [4])).toEqual([["start-coop", "M1 taught", "M2 none"]]);
  });
});

describe("the courses of a trainer by quarter", () => {
  it("are those of the last eight, the oldest first; without a day they count in none", () => {
    expect(
      coursesByQuarter(["2026-11-23", "2026-10-01", null, "2022-01-01", "2025-01-01"], "2026-11-26"),
    ).toEqual([1, 0, 0, 0, 0, 0, 0, 2]);
  });
});
