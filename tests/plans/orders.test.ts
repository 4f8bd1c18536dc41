import { describe, expect, it } from "vitest";
import * as gate from "../../lib/access/gate";
import { system } from "../../lib/access/table";
import type { Context } from "../../lib/acts/context";
import { courseTable } from "../../lib/courses/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { peopleSeen } from "../support/seen";
import { opened, world } from "../support/world";
import { costly, plansOf } from "./steps";

freshDatabase();
const w = world();
opened(w);

const all = { state: null, due: false, programme: null, kind: null, country: null, tool: null };
const lists: { name: string; ask: (cx: Context, other: boolean) => unknown }[] = [
  ...[null, "2026-01-01"].map((day) => ({
    name: `the table of courses after ${day}`,
    ask: (cx: Context, oldest: boolean) =>
      courseTable(cx, gate.reach(cx, "course.read"), {
        ...all,
        q: null,
        before: day && `open_${day}_7`,
        oldest,
      }),
  })),
  {
    name: "courses that a search finds",
    ask: (cx, oldest) =>
      courseTable(cx, gate.reach(cx, "course.read"), { ...all, q: "irbid", before: null, oldest }),
  },
  ...[null, "rana"].map((q) => ({
    name: `the people by ${q}`,
    ask: (cx: Context, backwards: boolean) =>
      peopleSeen(cx, { q, programme: null, after: "rana_1", backwards }),
  })),
];

describe("a list in either order", () => {
  for (const { name, ask } of lists)
    it(`of ${name}: goes through nothing that grows`, () => {
      // How many are in each state is counted for the views, whatever the order.
      for (const viewer of [system, w.coordinator, w.trainer])
        for (const other of [false, true])
          for (const plan of plansOf((cx) => ask(cx, other), as(viewer), true))
            if (!plan.text.includes("group by c.state")) expect(costly(plan, true), plan.text).toEqual([]);
    });
});
