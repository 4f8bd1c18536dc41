import { describe, expect, it } from "vitest";
import { partAccepted } from "../../lib/timetable/rules/acceptances";
import { type Issue, openIssues, type Plan } from "../../lib/timetable/rules/issues";
import { partsAsked } from "../../lib/timetable/rules/lacking";
import { atOnePlace } from "../../lib/timetable/rules/onePlace";
import { noParts } from "../../lib/timetable/rules/parts";
import { issueWord, nextOpen, readStepped, steppedWord } from "../../lib/timetable/rules/stepping";
import { lead, module, plan, session } from "../support/issuePlan";

const kinds = (more: Partial<Plan>) => openIssues(plan(more)).map((issue) => [issue.kind, issue.sessionId]);

describe("what is open besides its sessions", () => {
  it("is a session without a room in a course that uses rooms, requests without an answer, a minimum not reached, and people without an action plan", () => {
    const none = session(2, { roomId: null, startsAt: "11:00", endsAt: "13:00" });
    const sessions = [
      session(1),
      none,
      { ...none, id: 3, startsAt: "13:00", endsAt: "15:00", isOnline: true },
    ];
    expect(openIssues(plan({ sessions })).filter(({ kind }) => kind === "no_room")).toMatchObject([
      { sessionId: 2, sessionIds: [2] },
    ]);
    expect(kinds({ sessions: [none] })).toEqual([]);
    const by = "2027-02-01";
    expect(kinds({ unanswered: 2, minimum: { people: 3, minimum: 8, by } })).toEqual([
      ["unanswered", null],
      ["too_few", null],
    ]);
    expect(kinds({ unanswered: 0, minimum: { people: 8, minimum: 8, by } })).toEqual([]);
    expect(openIssues(plan({ withoutPlan: { people: 3, by } }))).toMatchObject([
      { kind: "without_plan", sessionId: null, people: 3, by },
    ]);
    expect(kinds({ withoutPlan: { people: 0, by } })).toEqual([]);
  });
});

describe("what a plan is to have beside its modules", () => {
  it("is open for the groups that lack it, however much another group has", () => {
    const parts = { ...noParts, practicum: 120, microTeaching: 20, people: 8, preTest: 45, postTest: 45 };
    const kept = [
      session(1),
      session(2, { kind: "practicum", moduleId: null, groupId: 4, startsAt: "11:00", endsAt: "13:00" }),
      session(3, { kind: "practicum", moduleId: null, groupId: 5, startsAt: "11:00", endsAt: "12:00" }),
      session(4, { kind: "micro_teaching", moduleId: null, groupId: 4, startsAt: "13:00", endsAt: "14:40" }),
      session(5, { kind: "micro_teaching", moduleId: null, groupId: 5, startsAt: "13:00", endsAt: "13:40" }),
      ...[4, 5].map((groupId) =>
        session(2 + groupId, { kind: "test", moduleId: null, groupId, startsAt: "08:00", endsAt: "08:45" }),
      ),
    ];
    const own = new Map([
      [4, 5],
      [5, 3],
    ]);
    const expected: Plan["expected"] = (groupId) => (groupId === null ? 8 : own.get(groupId)!);
    const of = { parts, groupIds: [4, 5], sessions: kept, expected };
    const missing = openIssues(plan(of)).flatMap((one) =>
      one.kind === "part_missing" ? [[one.part, one.minutes, one.groupIds]] : [],
    );
    // One test of each group is one test: the one before.
    expect(missing).toEqual([
      ["microTeaching", 20, [5]],
      ["practicum", 60, [5]],
      ["postTest", 45, null],
    ]);
  });
  it("is open where it is not there, by its part and minutes; an opening is not", () => {
    const parts = { ...noParts, opening: 30, microTeaching: 20, people: 6, evaluation: 30, closing: 45 };
    const missing = (sessions: Plan["sessions"]) =>
      openIssues(plan({ parts, sessions })).flatMap((one) =>
        one.kind === "part_missing" ? [[one.part, one.minutes]] : [],
      );
    expect(missing([session(1)])).toEqual([
      ["microTeaching", 120],
      ["evaluation", 30],
      ["closing", 45],
    ]);
    const micro = {
      ...session(2),
      moduleId: null,
      kind: "micro_teaching" as const,
      startsAt: "13:00",
      endsAt: "14:00",
    };
    const closing = {
      ...session(3),
      moduleId: null,
      kind: "closing" as const,
      startsAt: "15:00",
      endsAt: "15:30",
    };
    expect(missing([session(1), micro, closing])).toEqual([
      ["microTeaching", 60],
      ["evaluation", 30],
    ]);
  });
  it("is micro-teaching alone, however long, where nobody asked a proposal for anything", () => {
    const asks = { microTeaching: true };
    expect(partsAsked(null, asks, 6, [])).toMatchObject({ microTeaching: 20, people: 6, closing: 0 });
    expect(partsAsked(null, asks, 6, [{ kind: "micro_teaching" }])).toMatchObject({ microTeaching: 0 });
    expect(partsAsked({ ...noParts, closing: 45 }, asks, 6, [])).toMatchObject({
      microTeaching: 0,
      closing: 45,
    });
  });
});

describe("what is open in a plan", () => {
  it("is nothing where it is as it should be", () => expect(kinds({})).toEqual([]));
  it("is each thing by itself, with the session where it is mended", () => {
    expect(kinds({ sessions: [session(1, { trainers: [{ id: 7, role: "co_trainer" }] })] })).toEqual([
      ["no_lead", 1],
    ]);
    expect(kinds({ isQualified: (person) => person !== 7 })).toEqual([["not_qualified", 1]]);
    expect(kinds({ seats: new Map([[3, 19]]) })).toEqual([["room_too_small", 1]]);
    expect(kinds({ notWorked: [{ day: "2027-02-07", holiday: true }] })).toEqual([["not_worked", 1]]);
    expect(kinds({ elsewhere: new Map([[1, [{ what: "trainer" }, { what: "room" }]]]) })).toEqual([
      ["trainer_taken", 1],
      ["room_taken", 1],
    ]);
    expect(kinds({ peopleElsewhere: new Map([[1, [{ of: [7, 8] }]]]) })).toEqual([["people_elsewhere", 1]]);
    expect(
      kinds({ sessions: [session(1, { groupId: 4 })], groupIds: [4], emptyGroups: new Set([4]) }),
    ).toEqual([["empty_group", 1]]);
    expect(kinds({ modules: [module, { id: 2, minutes: 60 }], asksTest: true })).toEqual([
      ["minutes_missing", null],
      ["test_missing", null],
    ]);
  });
  it("is a group that nobody is in once for all its sessions", () => {
    const own = [session(1, { groupId: 4 }), session(2, { groupId: 4, day: "2027-02-08" })];
    const open = openIssues(plan({ sessions: own, groupIds: [4], emptyGroups: new Set([4]), modules: [] }));
    expect(open.map(({ kind }) => kind)).toEqual(["empty_group"]);
    expect(open[0]).toMatchObject({ groupId: 4, sessionIds: [1, 2] });
  });
  it("is once who was asked for sessions of two groups at one time, or trains one of them", () => {
    const asked = [{ id: 9 }];
    const sessions = [
      session(1, { groupId: 4, asked }),
      session(2, { groupId: 5, asked, trainers: [{ id: 8, role: "lead" }] }),
      session(3, { asked, startsAt: "11:00", endsAt: "12:00" }),
    ];
    const twice = openIssues(plan({ sessions })).filter(({ kind }) => kind === "asked_twice");
    expect(twice).toMatchObject([{ trainerId: 9, sessionIds: [1, 2] }]);
  });
  it("is stepped through: what was mended gives its place to what comes next, what is open still is passed", () => {
    const open = openIssues(
      plan({ sessions: [1, 2, 3].map((id) => session(id, { roomId: null, trainers: [] })) }),
    );
    const [first, second] = open as [Issue, Issue];
    expect(open.length).toBeGreaterThan(2);
    expect(nextOpen(open, 0, issueWord(first))).toBe(1);
    expect(nextOpen(open.slice(1), 0, issueWord(first))).toBe(0);
    expect(nextOpen([], 0, issueWord(first))).toBe(0);
    expect(issueWord(first)).not.toBe(issueWord(second));
    const word = issueWord(second);
    expect(readStepped(steppedWord(2, second))).toEqual({ place: 2, along: false, word });
    // Whoever goes through all courses of a programme still does so after a change.
    expect(readStepped(steppedWord(2, second, true))).toEqual({ place: 2, along: true, word });
    expect(readStepped("2")).toBeNull();
    // A session that was moved is open still, as the same thing.
    const moved = openIssues(
      plan({
        sessions: [1, 2, 3].map((id) => session(id, { roomId: null, trainers: [], startsAt: "08:00" })),
      }),
    );
    expect(moved.map(issueWord)).toEqual(open.map(issueWord));
  });
  it("is one absence of a trainer once for all its sessions, apart from those they are only asked for", () => {
    const time = { kind: "days" as const, fromDay: "2027-02-07", toDay: "2027-02-07" };
    const awayAt = (person: number, { id }: { id: number }) =>
      person !== 7 ? null : id === 4 ? { id: 2, time } : { id: 1, time };
    const at = (id: number, more = {}) =>
      session(id, { startsAt: `1${id}:00`, endsAt: `1${id}:30`, moduleId: null, kind: "other", ...more });
    const sessions = [at(1), at(2), at(3, { trainers: [], asked: [{ id: 7 }] }), at(4)];
    const issues = openIssues(plan({ sessions, modules: [], awayAt }));
    expect(issues.map((one) => one.kind === "away" && [one.sessionId, one.asked, one.sessionIds])).toEqual([
      [1, false, [1, 2]],
      [3, true, [3]],
      [4, false, [4]],
    ]);
    // What was accepted session by session holds where it was for all of them.
    const each = issues[0]?.kind === "away" ? issues[0].each : [];
    const left = (abouts: readonly string[]) =>
      partAccepted(
        issues,
        abouts.map((about) => ({ kind: "away", about })),
        new Set(sessions.map(({ id }) => id)),
      ).open.length;
    expect([left(each.slice(1)), left(each), left([issues[0]!.about])]).toEqual([3, 2, 2]);
  });
  it("is a module that one group lacks, with the group and its time, and people in none where groups have more", () => {
    const groups = { groupIds: [4, 5], modules: [{ id: 1, minutes: 240 }] };
    const sessions = [
      session(1),
      session(2, { startsAt: "12:00", endsAt: "14:00", groupId: 4, trainers: [{ ...lead, id: 8 }] }),
    ];
    expect(openIssues(plan({ ...groups, sessions }))).toEqual([
      expect.objectContaining({ kind: "minutes_missing", moduleId: 1, groupId: 5, minutes: 120 }),
    ]);
    const both = [...sessions, session(3, { startsAt: "12:00", endsAt: "14:00", groupId: 5 })];
    expect(openIssues(plan({ ...groups, sessions: both }))).toEqual([]);
    expect(openIssues(plan({ ...groups, sessions: both, ungrouped: 3 }))).toEqual([
      expect.objectContaining({ kind: "without_group", people: 3, minutes: 120 }),
    ]);
    const teaching = [4, 5].map((groupId) =>
      session(3 + groupId, {
        kind: "micro_teaching",
        moduleId: null,
        startsAt: "14:00",
        endsAt: "16:00",
        groupId,
      }),
    );
    const issuesOf = openIssues(plan({ ...groups, sessions: [...both, ...teaching], ungrouped: 1 }));
    expect(issuesOf).toContainEqual(
      expect.objectContaining({ kind: "without_group", people: 1, minutes: 240 }),
    );
  });
  it("is a trainer with a module once, however many sessions of it they lead", () => {
    const sessions = [
      session(1, { trainers: [lead, { id: 8, role: "lead" }] }),
      session(2, { startsAt: "12:00", endsAt: "13:00" }),
      session(3, { startsAt: "14:00", endsAt: "16:00", moduleId: 2 }),
    ];
    const found = openIssues(plan({ sessions, modules: [], isQualified: () => false }));
    expect(
      found.map((one) => one.kind === "not_qualified" && [one.trainerId, one.moduleId, one.sessionIds]),
    ).toEqual([
      [7, 1, [1, 2]],
      [8, 1, [1]],
      [7, 2, [3]],
    ]);
  });
  it("leaves a room of which nobody noted the seats, a title without a lead and a test that is there", () => {
    expect(
      kinds({
        sessions: [
          session(1, { roomId: 9 }),
          session(2, { startsAt: "12:00", endsAt: "13:00", kind: "other", moduleId: null, trainers: [] }),
          session(3, { startsAt: "13:00", endsAt: "14:00", kind: "test", moduleId: null }),
        ],
        asksTest: true,
      }),
    ).toEqual([]);
  });
  it("counts a day's hours as a person sits through them, and two sessions at one time once", () => {
    const long = { endsAt: "18:00", minutes: 300 };
    const day = (groupId: number | null) => [
      session(1, { minutes: 240, endsAt: "13:00" }),
      session(2, { startsAt: "13:00", ...long, groupId }),
      session(3, { startsAt: "13:00", ...long, groupId: groupId === null ? null : 5, trainers: [lead] }),
    ];
    expect(kinds({ sessions: day(4) })).toEqual([["over_hours", 3]]);
    expect(openIssues(plan({ sessions: day(4) }))[0]).toMatchObject({ minutes: 540 });
    expect(kinds({ sessions: day(null) })).toEqual([
      ["over_hours", 3],
      ["same_time", 2],
    ]);
  });
  it("has a trainer on the way to another place the day before, the same day and the day after, and no further", () => {
    const away = ["2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09"].map((day) => ({
      trainerId: 7,
      day,
      courseId: 50,
    }));
    const sessions = [session(1), session(2, { startsAt: "11:00", endsAt: "13:00" })];
    expect(
      openIssues(plan({ elsewhereOn: away, sessions, modules: [] })).map((one) => [
        one.kind === "travel" && one.there,
        one.sessionId,
      ]),
    ).toEqual([
      ["2027-02-06", 1],
      ["2027-02-07", 1],
      ["2027-02-08", 2],
    ]);
    expect(openIssues(plan({ elsewhereOn: [{ ...away[1]!, trainerId: 8 }] }))).toEqual([]);
    const place = (country: string, en: string, venueId: number | null = null) => ({
      country,
      place: { own: "en" as const, en },
      venueId,
    });
    expect(atOnePlace(place("JO", "Irbid"), place("JO", " irbid"))).toBe(true);
    expect(atOnePlace(place("JO", "Irbid"), place("LB", "Irbid"))).toBe(false);
    expect(atOnePlace(place("JO", "Irbid", 1), place("JO", "The centre", 1))).toBe(true);
  });
  it("leaves out what is over", () => expect(kinds({ now: 100, isQualified: () => false })).toEqual([]));
});
