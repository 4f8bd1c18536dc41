import fc from "fast-check";
import { expect, it } from "vitest";
import { togetherIn } from "../../lib/timetable/rules/together";
import { session } from "../support/issuePlan";

const sessions = [1, 2, 3, 4, 5].map((id) => session(id));

it("who is said to meet a session does meet it, and whoever meets another is said once at least", () => {
  const pairs = fc.uniqueArray(
    fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).filter(([a, b]) => a < b),
    { selector: ([a, b]) => `${a} ${b}` },
  );
  fc.assert(
    fc.property(pairs, (all) => {
      const meet = (a: number, b: number) => all.some((pair) => pair.includes(a) && pair.includes(b));
      const met = new Map(
        sessions.map(({ id }) => [id, sessions.filter((one) => one.id !== id && meet(one.id, id))]),
      );
      const issues = togetherIn(sessions, met);
      const said = new Set<number>();
      for (const { otherId, sessionIds } of issues)
        for (const id of sessionIds) {
          expect(meet(id, otherId)).toBe(true);
          said.add(id).add(otherId);
        }
      expect(said).toEqual(new Set(all.flat()));
      expect(new Set(issues.map(({ about }) => about)).size).toBe(issues.length);
    }),
  );
});
