import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { decideRegistrations } from "../../lib/registrations/commands";
import { freshDatabase } from "../support/database";
import { courseWith, decisionsOnMany } from "../support/many";
import { now, value, world } from "../support/world";

freshDatabase();
const w = world();

/** Statements that run while somebody works, counted by the driver: the same on every machine, however busy. */
function statementsOf(work: () => void): number {
  const { prototype } = sqlite().prepare("select 1").constructor as { prototype: Record<string, unknown> };
  let count = 0;
  const kept = new Map<string, unknown>();
  for (const name of ["run", "get", "all"]) {
    const method = prototype[name] as (...values: unknown[]) => unknown;
    kept.set(name, method);
    prototype[name] = function counted(this: unknown, ...values: unknown[]) {
      count += 1;
      return method.apply(this, values);
    };
  }
  try {
    work();
  } finally {
    for (const [name, method] of kept) prototype[name] = method;
  }
  return count;
}

describe("deciding on many at once", () => {
  const measured = (kind: (typeof decisionsOnMany)[number], count: number) => {
    const { courseId, ids } = courseWith(w, count, kind.from, kind.more);
    const decision = { courseId, registrationIds: ids, to: kind.to, reason: "Said" };
    const start = performance.now();
    const statements = statementsOf(() => value(decideRegistrations(w.coordinator, decision, now)));
    return { statements, ms: performance.now() - start };
  };
  for (const kind of decisionsOnMany)
    it(`costs in proportion: ${kind.from} to ${kind.to}`, () => {
      measured(kind, 80);
      const few = Math.min(measured(kind, 80).ms, measured(kind, 80).ms);
      const many = measured(kind, 800);
      expect(many.statements).toBeLessThanOrEqual(measured(kind, 80).statements * 10.5);
      // Statements may each cost more with more rows. The slack is for a busy machine; squares would be a hundred.
      expect(many.ms / few).toBeLessThan(30);
    });
});
