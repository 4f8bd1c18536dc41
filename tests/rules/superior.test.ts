import { describe, expect, it } from "vitest";
import { allAbove, isAbove, wouldCircle } from "../../lib/stages/rules/superior";

const above = new Map([
  [1, 2],
  [2, 3],
  [5, 3],
]);

describe("who is above whom", () => {
  it("is so directly or over several steps, never sideways, downwards or of oneself", () => {
    expect(allAbove(above, 1)).toEqual([2, 3]);
    expect([isAbove(above, 2, 1), isAbove(above, 3, 1)]).toEqual([true, true]);
    expect([isAbove(above, 1, 2), isAbove(above, 5, 1), isAbove(above, 1, 1)]).toEqual([false, false, false]);
  });
  it("never leads back, and ends where it does all the same", () => {
    expect([wouldCircle(above, 3, 1), wouldCircle(above, 1, 1), wouldCircle(above, 3, 6)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(
      allAbove(
        new Map([
          [1, 2],
          [2, 1],
        ]),
        1,
      ),
    ).toEqual([2, 1]);
  });
});
