import { describe, expect, it } from "vitest";
import { type Outcome, trials } from "../../scripts/torture/trials";

process.env.CASCADE_MODE = "test";
process.env.LOG_LEVEL = "silent";

/** As if drawn, the same at each run: early, in the middle and late in the work. `npm run torture` draws many. */
const points = { registration: 0.15, certificates: 0.6, mail: 0.9 };

describe("a process that is killed while it works", () => {
  for (const [name, point] of Object.entries(points))
    it(`at ${name} loses nothing that was acknowledged, and nothing is there twice`, async () => {
      const outcome: Outcome = await trials[name]!(1, () => point);
      expect(outcome.faults).toEqual([]);
      // Of mail, one message a kill may arrive twice: nobody can know more.
      if (name !== "mail") expect(outcome.twice).toBe(0);
    });
});
