import { describe, expect, it } from "vitest";
import { ownGates } from "../../lib/stages/rules/gates";
import { pathOf } from "../../lib/stages/rules/path";
import { type Evidence, stageOf } from "../../lib/stages/rules/stage";
import { gatesSchema } from "../../lib/stages/schema";

const way: Evidence[] = [
  { key: "tot", day: "2022-12-23", kind: "tot_completed", modules: ["M1"], practicum: false },
  { key: "w1", day: "2023-02-03", kind: "workshop", role: "lead", trainers: 1 },
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
  it("stands where it was where a certification lapsed or somebody is suspended", () => {
    expect(on("2027-01-01")[4]).toBe("certified here 2023-07-05");
    const suspended: Evidence[] = [...way, { key: "s", day: "2024-02-01", kind: "suspended" }];
    expect(on("2024-03-01", suspended)[4]).toBe("certified here 2023-07-05");
  });
});

it("reads the mark of a programme in points as people write them, and keeps tenths", () => {
  const said = { programmeId: 1, seen: 0, preset: "own", inForceFrom: "2027-04-01", ...ownGates };
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
