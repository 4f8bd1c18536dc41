import { describe, expect, it } from "vitest";
import { ownGates } from "../../lib/stages/rules/gates";
import { pathOf } from "../../lib/stages/rules/path";
import { type Evidence, stageOf } from "../../lib/stages/rules/stage";
import { gatesSchema } from "../../lib/stages/schema";

const way: Evidence[] = [
  { key: "tot", day: "2022-12-23", kind: "tot_completed", modules: ["M1"], practicum: false },
  { key: "w1", day: "2023-02-03", kind: "workshop", role: "lead", trainers: 1, roll: true },
  {
    key: "a",
    day: "2023-07-05",
    kind: "approved",
    of: null,
    modules: ["M1"],
    until: "2026-07-05",
    exception: false,
  },
];
const on = (day: string, history = way) =>
  pathOf(history, ownGates, day, stageOf(history, ownGates, day)!).map(({ stage, day: since, state }) =>
    [stage, state, since].join(" "),
  );

describe("the path of a way", () => {
  it("has the day of each stage that was reached; one that was passed over is not drawn as reached", () => {
    expect(on("2024-01-01")).toEqual([
      "tot_completed done 2022-12-23",
      "candidate skipped ",
      "practising done 2023-02-03",
      "recommended skipped ",
      "certified here 2023-07-05",
      "master_candidate toCome ",
      "master_trainer toCome ",
    ]);
    expect(on("2023-01-01")[0]).toBe("tot_completed here 2022-12-23");
  });
  it("says of no stage a later day than of the next: whoever wrote the plan down after a workshop was a candidate by then", () => {
    const history: Evidence[] = [...way, { key: "p", day: "2023-03-01", kind: "action_plan" }];
    expect(on("2024-01-01", history).slice(1, 3)).toEqual([
      "candidate done 2023-02-03",
      "practising done 2023-02-03",
    ]);
  });
  it("stands where it was where a certification lapsed or somebody is suspended", () => {
    expect(on("2027-01-01")[4]).toBe("certified stopped 2023-07-05");
    for (const kind of ["suspended", "withdrawn", "not_continued"] as const)
      expect(on("2024-03-01", [...way, { key: "s", day: "2024-02-01", kind }])[4]).toBe(
        "certified stopped 2023-07-05",
      );
  });
  it("says in words what became of a stage: lapsed, stopped, renewed, or a recommendation that came back", () => {
    const said = (day: string, more: Evidence[] = [], history = way) =>
      pathOf([...history, ...more], ownGates, day, stageOf([...history, ...more], ownGates, day)!).flatMap(
        ({ stage, state, said: what }) => (what ? `${stage} ${state}: ${what.what} ${what.day}` : []),
      );
    expect(said("2024-01-01")).toEqual([]);
    expect(said("2027-01-01")).toEqual(["certified stopped: lapsed 2026-07-06"]);
    expect(said("2024-03-01", [{ key: "s", day: "2024-02-01", kind: "suspended" }])).toEqual([
      "certified stopped: suspended 2024-02-01",
    ]);
    expect(
      said("2027-01-01", [{ key: "n", day: "2026-05-01", kind: "renewed", until: "2029-07-05" }]),
    ).toEqual(["certified here: renewed 2026-05-01"]);
    const back: Evidence[] = [
      { key: "r", day: "2023-03-01", kind: "recommended", modules: ["M1"] },
      { key: "q", day: "2023-03-04", kind: "returned", of: "r" },
    ];
    expect(said("2023-03-05", back, way.slice(0, 2))).toEqual(["recommended toCome: returned 2023-03-04"]);
    const again: Evidence = { key: "r2", day: "2023-03-06", kind: "recommended", modules: ["M1"] };
    expect(said("2023-03-07", [...back, again], way.slice(0, 2))).toEqual([]);
  });
});

it("reads the mark of a programme in points as people write them, and keeps tenths", () => {
  const said = {
    programmeId: 1,
    seen: 0,
    preset: "own",
    inForceFrom: "2027-04-01",
    ...ownGates,
    countOneIn: 1,
  };
  for (const [typed, tenths] of [
    ["3.5", 35],
    ["3,5", 35],
    ["٣٫٥", 35],
    ["4", 40],
  ] as const)
    expect(gatesSchema.parse({ ...said, passMark: typed }).passMark).toBe(tenths);
  for (const typed of ["35", "3.55", "", "0.9", "5.1"])
    expect(gatesSchema.safeParse({ ...said, passMark: typed }).success, typed).toBe(false);
  expect(gatesSchema.encode(gatesSchema.parse({ ...said, passMark: "3,5" })).passMark).toBe("3.5");
});
