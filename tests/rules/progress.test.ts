import { describe, expect, it } from "vitest";
import {
  firstActOf,
  lacksOf,
  rollIsMissing,
  rollRemedy,
  stages,
  stagesDone,
  stepsOffered,
} from "../../lib/courses/progress";
import { courseStates, overBy, stateTable } from "../../lib/courses/rules";

describe("the steps that a course may be taken", () => {
  const untouched = { certificateCount: 0, registrationCount: 0 };
  it("begin with the one that leads on", () => {
    expect(stepsOffered({ state: "draft", ...untouched }, true)[0]).toBe("open");
    expect(stepsOffered({ state: "open", ...untouched }, true)[0]).toBe("running");
    expect(stepsOffered({ state: "running", ...untouched }, true)[0]).toBe("closed");
    expect(stepsOffered({ state: "cancelled", ...untouched }, true)).toEqual([]);
  });
  it("leave out the way back once people have registered or certificates are issued", () => {
    expect(stepsOffered({ state: "open", ...untouched }, true)).toContain("draft");
    expect(stepsOffered({ state: "open", certificateCount: 0, registrationCount: 1 }, true)).not.toContain(
      "draft",
    );
    expect(stepsOffered({ state: "closed", ...untouched }, true)).toContain("running");
    expect(stepsOffered({ state: "closed", certificateCount: 1, registrationCount: 9 }, true)).toEqual([]);
  });
  it("are fewer for whoever scheduled the workshop, and never its start, which its roll makes", () => {
    for (const state of courseStates) {
      const own = stepsOffered({ state, ...untouched }, false);
      const all = stepsOffered({ state, ...untouched }, true);
      expect(all).toEqual(expect.arrayContaining(own));
      expect([...stateTable[state].next] as string[]).toEqual(expect.arrayContaining(own));
    }
    expect(stepsOffered({ state: "open", ...untouched }, false)).not.toContain("running");
    expect(stepsOffered({ state: "running", ...untouched }, false)).toContain("closed");
  });
});

describe("the life of a course", () => {
  const begun = {
    state: "draft" as const,
    approvedAt: 0 as number | null,
    startsOn: null,
    trainers: [],
    sessions: [],
    minutesLeft: 0,
    clashes: 0,
    counts: { enrolled: 0, undecided: 0 },
    certificates: { ready: 0, issued: 0 },
  };
  const done = (more: Partial<Parameters<typeof stagesDone>[0]>) => {
    const found = stagesDone({ ...begun, ...more });
    return stages.filter((stage) => found[stage]);
  };
  it("has nothing behind it at first", () => {
    expect(done({})).toEqual([]);
  });
  it("counts people as admitted once some are and nobody waits for a decision", () => {
    expect(done({ counts: { enrolled: 2, undecided: 1 } })).not.toContain("admitted");
    expect(done({ counts: { enrolled: 2, undecided: 0 } })).toContain("admitted");
  });
  it("has its rolls once each session's is complete", () => {
    const complete = { entries: 3, gaps: 0 };
    expect(done({ sessions: [complete, complete] })).toContain("rolls");
    expect(done({ sessions: [complete, { entries: 3, gaps: 1 }] })).not.toContain("rolls");
    expect(done({ sessions: [complete, { entries: 0, gaps: 0 }] })).not.toContain("rolls");
  });
  it("is certified once somebody is and nobody else could be", () => {
    expect(done({ certificates: { ready: 0, issued: 4 } })).toContain("certified");
    expect(done({ certificates: { ready: 1, issued: 4 } })).not.toContain("certified");
    expect(done({ certificates: null })).not.toContain("certified");
  });
});

describe("what is to be done first in a course", () => {
  const act = (state: (typeof courseStates)[number], undecided = 0, ready = 0) =>
    firstActOf({
      state,
      countedBy: "people",
      undecided,
      ready,
      scheduledBy: null,
      nominated: 0,
      enrolled: 0,
      rollsLeft: 1,
    });
  it("is what its state asks for, and nothing where nothing waits", () => {
    expect(act("draft")).toBe("open");
    expect([act("open"), act("open", 8)]).toEqual([null, "decide"]);
    expect(act("running", 3)).toBe("roll");
    expect([act("closed"), act("closed", 0, 4)]).toEqual([null, "certify"]);
    expect(act("cancelled", 3, 4)).toBeNull();
    expect(
      firstActOf({
        ...{ state: "closed", countedBy: "numbers", undecided: 0, ready: 4 },
        ...{ scheduledBy: null, nominated: 0, enrolled: 0, rollsLeft: 0 },
      }),
    ).toBeNull();
  });
  it("is to register people in a trainer's own workshop that has none, also once its days are over", () => {
    const own = {
      countedBy: "people",
      undecided: 0,
      ready: 0,
      scheduledBy: 7,
      rollsLeft: 1,
      enrolled: 1,
    } as const;
    for (const state of ["open", "running"] as const)
      expect(firstActOf({ ...own, state, nominated: 0 })).toBe("register");
    expect(firstActOf({ ...own, state: "open", nominated: 1 })).toBeNull();
    expect(firstActOf({ ...own, state: "running", nominated: 1 })).toBe("roll");
    expect(firstActOf({ ...own, state: "closed", nominated: 0 })).toBeNull();
  });
  it("is to end it once all attendance is taken, of one that has people", () => {
    const under = { state: "running", countedBy: "people", undecided: 0, ready: 0 } as const;
    const next = (enrolled: number, rollsLeft: number | null) =>
      firstActOf({ ...under, scheduledBy: null, nominated: 4, enrolled, rollsLeft });
    expect([next(4, 2), next(4, 0)]).toEqual(["roll", "end"]);
    // Not where everybody withdrew, nor where there was no session.
    expect([next(0, 0), next(4, null)]).toEqual(["roll", "roll"]);
  });
});

describe("what a course lacks", () => {
  const planned = {
    state: "draft" as const,
    approvedAt: 0 as number | null,
    startsOn: "2027-01-17",
    trainers: [1],
    sessions: [{ entries: 0, gaps: 0 }],
    minutesLeft: 0,
    clashes: 0,
    counts: { enrolled: 0, undecided: 0 },
    certificates: { ready: 0, issued: 0 },
    overdueRolls: 0,
  };
  const lacks = (more: Partial<Parameters<typeof lacksOf>[0]>) => {
    const found = lacksOf({ ...planned, ...more });
    return {
      today: found.filter(({ urgency }) => urgency !== "later").map(({ stage }) => stage),
      later: found.filter(({ urgency }) => urgency === "later").map(({ stage }) => stage),
    };
  };
  it("of a plan is its registration, and nothing that has its time later", () => {
    expect(lacks({})).toEqual({ today: ["opened"], later: ["admitted", "rolls", "certified"] });
    expect(lacks({ startsOn: null, sessions: [] }).today).toEqual(["dates", "opened"]);
  });
  it("is what its timetable knows as missing too, while it can be planned and there is one", () => {
    const short = { minutesLeft: 180, clashes: 2 };
    for (const state of ["draft", "open", "running"] as const)
      expect(lacks({ ...short, state }).today.slice(0, 2)).toEqual(["hours", "clashes"]);
    expect(lacks({ ...short, sessions: [], state: "open" }).today).toEqual(["timetable"]);
    expect(lacks({ ...short, state: "closed" }).today).toEqual([]);
    expect(lacks({ state: "open", minutesLeft: 30 }).today).toEqual(["hours"]);
  });
  it("of a workshop that awaits approval is that it is open, which its trainer only waits for", () => {
    const found = lacks({ state: "open", approvedAt: null });
    expect(found).toEqual({ today: [], later: expect.arrayContaining(["opened"]) });
    expect(lacks({ state: "open" }).later).not.toContain("opened");
  });
  it("of a course that is open is a decision only where somebody waits for one", () => {
    expect(lacks({ state: "open" }).today).toEqual([]);
    expect(lacks({ state: "open", counts: { enrolled: 0, undecided: 3 } }).today).toEqual(["admitted"]);
  });
  it("of a course under way is the attendance of sessions that are over, before all else", () => {
    const counts = { enrolled: 4, undecided: 1 };
    expect(lacks({ state: "running", counts }).today).toEqual(["admitted"]);
    expect(lacks({ state: "running", counts, overdueRolls: 2 }).today).toEqual(["rolls", "admitted"]);
  });
  it("of a course that is over is what can still be made up for", () => {
    const over = { ...planned, state: "closed" as const, trainers: [], startsOn: null };
    expect(lacks(over)).toEqual({ today: [], later: [] });
    expect(lacks({ ...over, overdueRolls: 1, certificates: { ready: 2, issued: 1 } }).today).toEqual([
      "rolls",
      "certified",
    ]);
  });
});

describe("the attendance of a session", () => {
  it("is missing once the session is over, or its course is, while somebody of it has no mark", () => {
    const missing = (state: (typeof courseStates)[number], gaps = 2) =>
      [900, 2000].map((now) => rollIsMissing({ gaps, endInstant: 1000 }, overBy(state, now)));
    expect(missing("running")).toEqual([false, true]);
    expect(missing("closed")).toEqual([true, true]);
    expect(missing("closed", 0)).toEqual([false, false]);
  });
});

describe("attendance that is missing", () => {
  const course = { state: "open" as const, scheduledBy: null, startsOn: "2027-02-01" };
  it("leads to the start of a course that was not started, for whoever may start it", () => {
    expect(rollRemedy(course, "2027-02-08", ["running", "cancelled"])).toBe("start");
    expect(rollRemedy(course, "2027-02-08", [])).toBeNull();
  });
  it("leads to the attendance where that can be taken, which starts a trainer's own workshop", () => {
    expect(rollRemedy({ ...course, state: "running" }, "2027-02-08", ["closed"])).toBe("roll");
    expect(rollRemedy({ ...course, state: "closed" }, "2027-02-08", [])).toBe("roll");
    expect(rollRemedy({ ...course, scheduledBy: 1 }, "2027-02-08", [])).toBe("roll");
  });
});
