import { describe, expect, it } from "vitest";
import { decideRegistrations } from "../../lib/admission/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseWith, decisionsOnMany } from "../support/many";
import { statementsOf } from "../support/statements";
import { now, value, world } from "../support/world";

freshDatabase();
const w = world();

describe("deciding on many at once", () => {
  const measured = (kind: (typeof decisionsOnMany)[number], count: number) => {
    const { courseId, ids } = courseWith(w, count, kind.from, kind.more);
    const decision = { courseId, registrationIds: ids, to: kind.to, reason: "Said" };
    const before = process.cpuUsage();
    const statements = statementsOf(() => value(decideRegistrations(as(w.coordinator, now), decision)));
    const { user, system } = process.cpuUsage(before);
    return { statements, work: user + system };
  };
  for (const kind of decisionsOnMany)
    it(`costs in proportion: ${kind.from} to ${kind.to}`, () => {
      measured(kind, 40);
      const several = (count: number) => [1, 2, 3].map(() => measured(kind, count));
      const [few, many] = [several(40), several(320)];
      expect(many[0]!.statements).toBeLessThanOrEqual(few[0]!.statements * 8.5);
      // Statements may each cost more with more rows. Time of the processor, the least of three: squares would be
      // sixty-four.
      const least = (runs: typeof few) => Math.min(...runs.map((run) => run.work));
      expect(least(many) / least(few)).toBeLessThan(24);
    });
});
