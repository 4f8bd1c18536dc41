import { describe, expect, it } from "vitest";
import { partAccepted } from "../../lib/timetable/rules/acceptances";
import { openIssues, type Plan } from "../../lib/timetable/rules/issues";
import { plan, session } from "../support/issuePlan";

describe("what somebody accepted", () => {
  const accepted = (of: Partial<Plan>, now: Partial<Plan>) => {
    const acceptances = openIssues(plan(of)).map(({ kind, about }) => ({ kind, about }));
    const parted = partAccepted(openIssues(plan(now)), acceptances);
    return [parted.open.map(({ issue }) => issue.kind), parted.accepted.map(({ issue }) => issue.kind)];
  };
  const isQualified = () => false;
  it("of who leads what holds as the session moves; of a day it does not; of another trainer neither", () => {
    expect(accepted({ isQualified }, { isQualified })).toEqual([[], ["not_qualified"]]);
    const moved = [session(1, { startsAt: "09:30" })];
    expect(accepted({ isQualified }, { isQualified, sessions: moved })).toEqual([[], ["not_qualified"]]);
    const other = [session(1, { trainers: [{ id: 8, role: "lead" }] })];
    expect(accepted({ isQualified }, { isQualified, sessions: other })).toEqual([["not_qualified"], []]);
    const notWorked = [{ day: "2027-02-07", holiday: false }];
    expect(accepted({ notWorked }, { notWorked })).toEqual([[], ["not_worked"]]);
    expect(accepted({ notWorked }, { notWorked, sessions: moved })).toEqual([["not_worked"], []]);
  });
  it("holds for a trainer and a module only as long as it was accepted for all of their sessions", () => {
    const two = [session(1), session(2, { startsAt: "12:00", endsAt: "14:00" })];
    expect(accepted({ isQualified, sessions: two }, { isQualified, sessions: two })).toEqual([
      [],
      ["not_qualified"],
    ]);
    expect(accepted({ isQualified }, { isQualified, sessions: two })).toEqual([["not_qualified"], []]);
    // What was accepted session by session, as lists were before.
    const [whole] = openIssues(plan({ isQualified, sessions: two }));
    const each = whole?.kind === "not_qualified" ? whole.each : [];
    const parted = (abouts: string[]) =>
      partAccepted(
        [whole!],
        abouts.map((about) => ({ kind: "not_qualified", about })),
      ).open.length;
    expect([each, each.slice(1)].map(parted)).toEqual([0, 1]);
  });
  it("is beside what is open again since a session moved, as one thing; never beside what is another one", () => {
    const openAgain = (was: Partial<Plan>, is: Partial<Plan>) => {
      const acceptances = openIssues(plan(was)).map(({ kind, about }) => ({ kind, about }));
      return partAccepted(openIssues(plan(is)), acceptances).open.map((one) => [
        one.issue.kind,
        one.before !== null,
      ]);
    };
    const moved = [session(1, { startsAt: "09:30" })];
    expect(openAgain({ isQualified }, { isQualified, sessions: moved })).toEqual([]);
    const other = [session(1, { startsAt: "09:30", trainers: [{ id: 8, role: "lead" }] })];
    expect(openAgain({ isQualified }, { isQualified, sessions: other })).toEqual([["not_qualified", false]]);
    const notWorked = [{ day: "2027-02-07", holiday: false }];
    expect(openAgain({ notWorked }, { notWorked, sessions: moved })).toEqual([["not_worked", true]]);
    const two = [session(1), session(2, { startsAt: "12:00", endsAt: "14:00" })];
    // One of two is accepted and holds; of the other nobody said anything.
    expect(openAgain({ isQualified, modules: [] }, { isQualified, sessions: two, modules: [] })).toEqual([
      ["not_qualified", false],
    ]);
    const later = [session(1, { startsAt: "08:30" }), two[1]!];
    const both = openAgain(
      { isQualified, sessions: two, modules: [] },
      { isQualified, sessions: later, modules: [] },
    );
    expect(both).toEqual([]);
  });
  it("never holds for what has to be mended", () => {
    const sessions = [session(1, { trainers: [] })];
    expect(accepted({ sessions }, { sessions })).toEqual([["no_lead"], []]);
  });
});
