import { describe, expect, it } from "vitest";
import { partAccepted } from "../../lib/timetable/rules/acceptances";
import { type Issue, openIssues, type Plan } from "../../lib/timetable/rules/issues";
import { lead, plan, session } from "../support/issuePlan";

const of = <K extends Issue["kind"]>(kind: K, more: Partial<Plan>) =>
  openIssues(plan(more)).filter((one): one is Extract<Issue, { kind: K }> => one.kind === kind);
const left = (kind: Issue["kind"], more: Partial<Plan>, abouts: readonly string[]) =>
  partAccepted(
    of(kind, more),
    abouts.map((about) => ({ kind, about })),
    new Set(plan(more).sessions.map(({ id }) => id)),
  ).open.length;

describe("what is open in several sessions", () => {
  const at = (id: number, more: Parameters<typeof session>[1] = {}) =>
    session(id, { startsAt: `1${id}:00`, endsAt: `1${id}:30`, groupId: 4, endInstant: id * 10, ...more });
  const spoken = { languageOf: new Map([[4, "fr"]]), speaks: () => false, groupIds: [4], modules: [] };

  it("is the language of a group once, and what was accepted holds for the sessions that are left, until somebody else trains", () => {
    const sessions = [at(1), at(2), at(3)];
    const [issue, ...more] = of("language", { ...spoken, sessions });
    expect(more).toEqual([]);
    expect(issue).toMatchObject({ groupId: 4, language: "fr", sessionId: 1, sessionIds: [1, 2, 3] });
    const accepted = [issue!.about];
    expect(left("language", { ...spoken, sessions }, accepted)).toBe(0);
    // The first is over, then all but the last.
    expect(left("language", { ...spoken, sessions, now: 15 }, accepted)).toBe(0);
    expect(left("language", { ...spoken, sessions, now: 25 }, accepted)).toBe(0);
    const other = [at(1), at(2, { trainers: [{ ...lead, id: 8 }] }), at(3)];
    expect(left("language", { ...spoken, sessions: other }, accepted)).toBe(1);
    // A session more was not looked at.
    expect(left("language", { ...spoken, sessions: [...sessions, at(4)] }, accepted)).toBe(1);
    // What was accepted session by session before holds where it was for all of them.
    expect(left("language", { ...spoken, sessions }, issue!.each)).toBe(0);
    expect(left("language", { ...spoken, sessions }, issue!.each.slice(1))).toBe(1);
  });
  it("holds as accepted for those of an absence that are left too, and not where one of them moved", () => {
    const time = { kind: "days" as const, fromDay: "2027-02-07", toDay: "2027-02-07" };
    const away = { awayAt: () => ({ id: 1, time }), modules: [] };
    const accepted = of("away", { ...away, sessions: [at(1), at(2)] }).map(({ about }) => about);
    expect(left("away", { ...away, sessions: [at(1), at(2)], now: 15 }, accepted)).toBe(0);
    expect(
      left("away", { ...away, sessions: [at(2, { startsAt: "16:00", endsAt: "17:00" })] }, accepted),
    ).toBe(1);
  });
  it("is one time of three sessions once, set against the one that all of them meet", () => {
    const beside = [1, 2, 3].map((id) => session(id));
    expect(of("same_time", { sessions: beside })).toMatchObject([
      { sessionId: 1, otherId: 3, sessionIds: [1, 2] },
    ]);
    const groups = [session(1), session(2, { groupId: 4 }), session(3, { groupId: 5 })];
    expect(of("same_time", { sessions: groups, groupIds: [4, 5] })).toMatchObject([
      { otherId: 1, sessionIds: [2, 3] },
    ]);
    const later = [...beside.slice(0, 2), session(3, { startsAt: "09:30", endsAt: "10:30" })];
    expect(of("same_time", { sessions: later })).toHaveLength(2);
  });
  it("is who is expected in two other courses at that time once", () => {
    const elsewhere = new Map([[1, [{ of: [1, 2] }, { of: [2, 3, 4] }]]]);
    expect(of("people_elsewhere", { peopleElsewhere: elsewhere })).toMatchObject([{ people: 4 }]);
  });
  it("is accepted by a word of its own each", () => {
    const all = openIssues(
      plan({
        ...spoken,
        sessions: [at(1, { groupId: null }), ...[2, 3].map((id) => at(1, { id })), session(9)],
        peopleElsewhere: new Map([[1, [{ of: [1, 2] }, { of: [3] }]]]),
        isQualified: () => false,
        seats: new Map([[3, 1]]),
      }),
    );
    const words = all.map(({ kind, about }) => `${kind} ${about}`);
    expect(words.length).toBeGreaterThan(5);
    expect(new Set(words).size).toBe(words.length);
  });
});
