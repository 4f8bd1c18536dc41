import { describe, expect, it } from "vitest";
import { openIssues, type Plan } from "../../lib/timetable/rules/issues";
import { plan, session } from "../support/issuePlan";

describe("the order of modules", () => {
  const modules = [1, 2, 3].map((id) => ({ id, minutes: 60, tool: id === 3 ? 1 : 0 }));
  const at = (id: number, moduleId: number, hour: number, more: Partial<Plan["sessions"][number]> = {}) =>
    session(id, { moduleId, minutes: 60, startsAt: `${hour}:00`, endsAt: `${hour + 1}:00`, ...more });
  const broken = (sessions: Plan["sessions"]) =>
    openIssues(plan({ modules, sessions })).flatMap((one) =>
      one.kind === "out_of_order" ? [[one.moduleId, one.laterId, one.sessionIds]] : [],
    );
  it("is one open point for all sessions of a module that come after a later one of its tool began", () => {
    expect(broken([at(1, 1, 10), at(2, 2, 11), at(3, 2, 12)])).toEqual([]);
    expect(broken([at(1, 1, 10), at(2, 2, 11), at(3, 1, 12), at(4, 1, 13)])).toEqual([[1, 2, [3, 4]]]);
    // Tools may go beside each other.
    expect(broken([at(1, 3, 10), at(2, 1, 11), at(3, 2, 12)])).toEqual([]);
  });
  it("is each group's own", () => {
    const [a, b] = [{ groupId: 4 }, { groupId: 5 }];
    expect(broken([at(1, 1, 10, a), at(2, 2, 10, b), at(3, 2, 12, a)])).toEqual([]);
    expect(broken([at(1, 2, 10, a), at(2, 1, 12)])).toEqual([[1, 2, [2]]]);
  });
});
