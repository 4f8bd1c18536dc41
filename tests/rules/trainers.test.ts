import { describe, expect, it } from "vitest";
import { modulesOfTools } from "../../lib/stages/rules/ledger";
import { coursesByQuarter, inOrderOfWork, orderedBy, toolsOf } from "../../lib/trainers/rules";

const title = (en: string) => ({ own: "en" as const, en });
const tool = (code: string, ...versions: [id: number, code: string, publishedCode?: string][][]) => ({
  ...{ id: versions[0]![0]![0], code, title: title(code) },
  versions: versions.map((modules) => ({
    ...{ country: "", supersededAt: null },
    modules: modules.map(([id, of, publishedCode = null]) => ({
      ...{ id, code: of, publishedCode, title: title(of), formerId: null, retiredAt: null },
    })),
  })),
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
    [
      [6, "J2", "M1"],
      [7, "J1", "M2"],
    ],
  ),
];
const stands = (taught: number[], completed: number[]) =>
  toolsOf(catalogue, modulesOfTools(catalogue), new Set(taught), new Set(completed)).map(
    ({ code, modules }) => [code, ...modules.map((m) => `${m.code} ${m.stand}`)],
  );

describe("the modules of a trainer", () => {
  it("are those of the tools of which they taught or completed any", () => {
    expect(stands([], [])).toEqual([]);
    expect(stands([1], [])).toEqual([["think-coop", " taught"]]);
  });
  it("count in whichever version they were, once, and what was taught before what was completed", () => {
    expect(stands([4], [2, 5])).toEqual([["start-coop", "M1 taught", "M2 completed"]]);
    expect(stands([2], [4])).toEqual([["start-coop", "M1 taught", "M2 none"]]);
    // A variant calls them otherwise, and says which they are.
    expect(stands([7], [6])).toEqual([["start-coop", "M1 completed", "M2 taught"]]);
  });
});

describe("the courses of a trainer by quarter", () => {
  it("are those of the last eight, the oldest first; without a day they count in none", () => {
    expect(
      coursesByQuarter(["2026-11-23", "2026-10-01", null, "2022-01-01", "2025-01-01"], "2026-11-26"),
    ).toEqual([1, 0, 0, 0, 0, 0, 0, 2]);
  });
});

describe("trainers in the order of their work", () => {
  const byName = [
    { id: 4, courses: 2, lastOn: "2026-01-01" },
    { id: 9, courses: 10, lastOn: null },
    { id: 2, courses: 2, lastOn: "2026-11-01" },
    { id: 7, courses: 0, lastOn: null },
  ];
  const keys = (rows: { id: number }[]) => rows.map(({ id }) => id);

  it("stand by the most courses, or the last one, and by name where these are the same", () => {
    expect(keys(inOrderOfWork(byName, "courses", null))).toEqual([9, 4, 2, 7]);
    expect(keys(inOrderOfWork(byName, "last", null))).toEqual([2, 4, 9, 7]);
  });

  it("go on after the last one of a page, each once, also where that one has gone", () => {
    for (const order of ["courses", "last"] as const) {
      const all = inOrderOfWork(byName, order, null);
      all.forEach((work, at) => {
        const after = { name: orderedBy(order, work), id: work.id };
        expect(keys(inOrderOfWork(byName, order, after))).toEqual(keys(all.slice(at + 1)));
      });
    }
    expect(keys(inOrderOfWork(byName, "courses", { name: "3", id: 1 }))).toEqual([4, 2, 7]);
  });
});
