import { describe, expect, it } from "vitest";
import { type Outcome, trials } from "../../scripts/torture/trials";

process.env.CASCADE_MODE = "test";
process.env.LOG_LEVEL = "silent";

/** Points as if drawn, the same at each run: early, in the middle and late in the work. */
const points = () => {
  const drawn = [0.15, 0.6, 0.9];
  return () => drawn.shift() ?? 0.5;
};

describe("a process that is killed while it works", () => {
  for (const name of ["registration", "certificates", "mail"])
    it(`at ${name} loses nothing that was acknowledged, and nothing is there twice`, async () => {
      const outcome: Outcome = await trials[name]!(2, points());
      expect(outcome.faults).toEqual([]);
      // Of mail, one message a kill may arrive twice: nobody can know more.
      if (name !== "mail") expect(outcome.twice).toBe(0);
    }, 60_000);
});
