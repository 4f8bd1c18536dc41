import { describe, expect, it } from "vitest";
import { partAccepted } from "../../lib/timetable/rules/acceptances";
import { openIssues, type Plan } from "../../lib/timetable/rules/issues";
import { plan, session } from "../support/issuePlan";

const keys = (of: Partial<Plan>) => new Set(plan(of).sessions.map(({ id }) => id));

describe("what somebody accepted", () => {
  const accepted = (of: Partial<Plan>, now: Partial<Plan>) => {
    const acceptances = openIssues(plan(of)).map(({ kind, about }) => ({ kind, about }));
    const parted = partAccepted(openIssues(plan(now)), acceptances, keys(now));
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
        keys({ sessions: two }),
      ).open.length;
    expect([each, each.slice(1)].map(parted)).toEqual([0, 1]);
  });
  it("is beside what is open again since a session moved, as one thing; never beside what is another one", () => {
    const openAgain = (was: Partial<Plan>, is: Partial<Plan>) => {
      const acceptances = openIssues(plan(was)).map(({ kind, about }) => ({ kind, about }));
      return partAccepted(openIssues(plan(is)), acceptances, keys(is)).open.map((one) => [
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
  it("of who leads what holds for the sessions that take the place of those that are gone, as long as they are not longer", () => {
    const minutes = (id: number, endsAt: string) => session(id, { startsAt: "12:00", endsAt });
    const two = [session(1), minutes(2, "14:00")];
    const again = (...sessions: ReturnType<typeof session>[]) => ({ isQualified, sessions, modules: [] });
    const was = again(...two);
    // Both are gone, and one of them is; three pieces are as long as two.
    expect(accepted(was, again(session(8), minutes(9, "14:00")))).toEqual([[], ["not_qualified"]]);
    expect(accepted(was, again(session(1), minutes(9, "14:00")))).toEqual([[], ["not_qualified"]]);
    const three = [session(7), minutes(8, "13:00"), session(9, { startsAt: "15:00", endsAt: "16:00" })];
    expect(accepted(was, again(...three))).toEqual([[], ["not_qualified"]]);
    expect(accepted(was, again(...three, session(10, { day: "2027-02-08" })))).toEqual([
      ["not_qualified"],
      [],
    ]);
    expect(accepted(was, again(...two, session(9, { day: "2027-02-08" })))).toEqual([["not_qualified"], []]);
    expect(accepted(again(session(1)), again(session(9)))).toEqual([[], ["not_qualified"]]);
    const by = (id: number) => session(id, { trainers: [{ id: 8, role: "lead" }] });
    expect(accepted(again(session(1)), again(by(9)))).toEqual([["not_qualified"], []]);
    const spoken = (id: number, trainer: number) => ({
      ...{ languageOf: new Map([[4, "fr"]]), speaks: () => false, groupIds: [4], modules: [] },
      sessions: [session(id, { groupId: 4, trainers: [{ id: trainer, role: "lead" }] })],
    });
    expect(accepted(spoken(1, 7), spoken(9, 7))).toEqual([[], ["language"]]);
    expect(accepted(spoken(1, 7), spoken(9, 8))).toEqual([["language"], []]);
  });
  it("never holds for what has to be mended", () => {
    const sessions = [session(1, { trainers: [] })];
    expect(accepted({ sessions }, { sessions })).toEqual([["no_lead"], []]);
  });
});
