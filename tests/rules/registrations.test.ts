import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admit, decide, registersAs } from "../../lib/admission/rules";
import { minutesFor, rollFault } from "../../lib/attendance/rules";
import { unmetConditions } from "../../lib/completion/rules";
import { countAttempt, networkOf } from "../../lib/limits/rules";
import { mayBeSeated } from "../../lib/participants/rules";
import {
  countedByPlace,
  courseTime,
  type Decision,
  decisions,
  decisionsOn,
  givenUp,
  holdsSeat,
  mayComeBack,
  mayLeave,
  mayWithdraw,
  nextUndecided,
  ownState,
  type RegistrationState,
  registrationStates,
  seatStates,
} from "../../lib/registrations/rules";

describe("how a registration stands for whoever takes part", () => {
  const course = { state: "open", startsOn: "2027-03-07", endsOn: "2027-03-11", approvedAt: 1 } as const;
  it("promises a place once the course is open, and says how far it is", () => {
    expect(ownState("accepted", { ...course, state: "draft" }, "2027-03-01")).toBe("planned");
    expect(ownState("accepted", course, "2027-03-01")).toBe("accepted");
    expect(ownState("accepted", { ...course, state: "running" }, "2027-03-09")).toBe("running");
    expect(ownState("accepted", { ...course, state: "running" }, "2027-03-12")).toBe("over");
  });
  it("promises no place in a workshop that awaits approval, until it has begun", () => {
    const workshop = { ...course, approvedAt: null };
    expect(ownState("accepted", workshop, "2027-03-01")).toBe("awaits");
    expect(ownState("accepted", { ...workshop, state: "running" }, "2027-03-09")).toBe("running");
  });
  it("is that of the registration else, and of a cancelled course that it is cancelled", () => {
    for (const state of registrationStates) {
      if (state !== "accepted")
        expect(ownState(state, { ...course, state: "draft" }, "2027-03-01")).toBe(state);
      expect(ownState(state, { ...course, state: "cancelled" }, "2027-03-01")).toBe("cancelled");
    }
  });
});

describe("whose turn it is after a decision", () => {
  const rows = (["applied", "accepted", "nominated", "to_confirm", "withdrawn"] as const).map(
    (state, id) => ({
      id,
      state,
    }),
  );
  it("is the next in the list who waits, from its beginning again after the last", () => {
    expect(nextUndecided(rows, 0)?.id).toBe(2);
    expect(nextUndecided(rows, 2)?.id).toBe(3);
    expect(nextUndecided(rows, 3)?.id).toBe(0);
  });
  it("is nobody's where nobody else waits, or where who was decided on did not wait or is not listed", () => {
    expect(nextUndecided(rows.slice(0, 2), 0)).toBeNull();
    expect(nextUndecided(rows, 1)).toBeNull();
    expect(nextUndecided(rows, 9)).toBeNull();
  });
});

describe("what can be done with a registration", () => {
  it("is a decision or a withdrawal while its course takes decisions, and neither afterwards", () => {
    for (const state of registrationStates) {
      for (const course of ["closed", "cancelled"] as const) {
        expect(decisionsOn(state, course), state).toEqual([]);
        expect(mayWithdraw(state, course), state).toBe(false);
        expect(mayBeSeated(state, course), state).toBe(false);
      }
      const gone = state === "declined" || state === "withdrawn";
      const settled = state === "attended" || state === "no_show";
      expect(mayWithdraw(state, "open"), state).toBe(!gone && !settled);
      expect(decisionsOn(state, "running").includes("withdrawn"), state).toBe(!gone && !settled);
      expect(mayBeSeated(state, "open"), state).toBe(!(seatStates as readonly string[]).includes(state));
    }
    expect(decisionsOn("declined", "open")).toEqual(["accepted", "waiting"]);
  });
  it("is no withdrawal by oneself after the last day, which no two taps can take back", () => {
    const course = { state: "running", startsOn: "2027-02-01", endsOn: "2027-02-05" } as const;
    expect(mayLeave("accepted", course, "2027-02-05")).toBe(true);
    expect(mayLeave("accepted", course, "2027-02-06")).toBe(false);
    expect(mayLeave("waiting", { ...course, state: "open" }, "2027-02-06")).toBe(false);
  });
  it("gives up what somebody has of the course", () => {
    expect(givenUp("accepted", "first_come")).toBe("place");
    expect(givenUp("accepted", "selection")).toBe("placeOfSelection");
    expect(givenUp("waiting", "selection")).toBe("waiting");
    for (const state of ["applied", "to_confirm", "shortlisted", "nominated"] as const)
      expect(givenUp(state, "selection")).toBe("application");
  });
  it("is coming back, for whoever withdrew, while people can register", () => {
    const course = { state: "open", applyBy: "2027-02-05", endsOn: "2027-02-10" } as const;
    expect(mayComeBack("withdrawn", course, "2027-02-05")).toBe(true);
    expect(mayComeBack("withdrawn", course, "2027-02-06")).toBe(false);
    expect(mayComeBack("withdrawn", { ...course, state: "running" }, "2027-02-05")).toBe(false);
    expect(mayComeBack("declined", course, "2027-02-05")).toBe(false);
  });
  it("begins as a place, a turn or an application", () => {
    expect(registersAs({ admission: "first_come", placesLeft: 1 })).toBe("accepted");
    expect(registersAs({ admission: "first_come", placesLeft: 0 })).toBe("waiting");
    for (const placesLeft of [0, 1])
      expect(registersAs({ admission: "selection", placesLeft })).toBe("applied");
  });
});

describe("a course for whoever has a place", () => {
  const at = (today: string, state: "open" | "running" | "closed" = "running") =>
    courseTime({ state, startsOn: "2027-03-01", endsOn: "2027-03-05" }, today);
  it("is ahead up to its first day, over after its last one or when it was ended, and runs between", () => {
    expect(["2027-02-20", "2027-03-01"].map((day) => at(day))).toEqual(["before", "before"]);
    expect(["2027-03-02", "2027-03-05"].map((day) => at(day))).toEqual(["running", "running"]);
    expect(at("2027-03-06")).toBe("over");
    expect(at("2027-03-05", "closed")).toBe("over");
  });
});

describe("admission", () => {
  it("gives places in the order of arrival and never jumps the waiting list", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(60), fc.nat(10), (capacity, taken, waiting) => {
        const state = admit({ admission: "first_come", capacity }, taken, waiting);
        expect(state).toBe(taken < capacity && waiting === 0 ? "accepted" : "waiting");
        expect(admit({ admission: "selection", capacity }, taken, waiting)).toBe("applied");
      }),
    );
  });
  it("never moves more people into a course than it has places, whatever is decided at once", () => {
    const state = fc.constantFrom<RegistrationState>(...registrationStates);
    fc.assert(
      fc.property(
        fc.array(state, { maxLength: 40 }),
        fc.constantFrom<Decision>(...decisions),
        fc.integer({ min: 1, max: 30 }),
        (states, to, capacity) => {
          const rows = states.map((s, i) => ({ id: i, state: s }));
          const seatsTaken = rows.filter((r) => holdsSeat(r.state)).length;
          fc.pre(seatsTaken <= capacity);
          const { moved, refused } = decide(rows, to, { capacity, seatsTaken });
          const after = rows.map((r) => (moved.includes(r) ? to : r.state));
          expect(after.filter(holdsSeat).length).toBeLessThanOrEqual(capacity);
          expect(moved.length + refused.length).toBe(rows.length);
          // What is settled by attendance is not decided again.
          expect(moved.some((r) => r.state === "attended" || r.state === "no_show")).toBe(false);
        },
      ),
    );
  });
});

describe("attendance and completion", () => {
  it("counts all minutes, less those missed, or none", () => {
    expect(minutesFor("present", 90, 15)).toBe(90);
    expect(minutesFor("late", 90, 15)).toBe(75);
    expect(minutesFor("excused", 90, 0)).toBe(0);
    expect(rollFault("late", 90, 90)).toBe("lateMinutes");
    expect(rollFault("late", 90, 0)).toBe("lateMinutes");
    expect(rollFault("late", 90, 89)).toBeNull();
  });
  const rule = { minAttendance: 80, minPostTest: 70, microTeaching: true };
  const good = { minutes: 800, sessionsWithoutEntry: 0, postTest: 70, microTeaching: 60 };
  it("is met just at the limit, and says exactly why it is not", () => {
    expect(unmetConditions(rule, 1000, good)).toEqual([]);
    expect(unmetConditions(rule, 1000, { ...good, minutes: 799 })).toEqual([
      { kind: "attendance", percent: 79, needed: 80, minutesMissing: 1, sessionsWithoutEntry: 0 },
    ]);
    expect(unmetConditions(rule, 1000, { ...good, postTest: 69 })).toEqual([
      { kind: "post_test", score: 69, needed: 70 },
    ]);
    expect(
      unmetConditions(rule, 1000, { ...good, postTest: null, microTeaching: null }).map((u) => u.kind),
    ).toEqual(["post_test", "micro_teaching"]);
    expect(unmetConditions(rule, 0, good)[0]?.kind).toBe("no_sessions");
  });
  it("is met by whoever attends the minutes it says are missing", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.nat(5000),
        fc.nat(100),
        (planned, attended, needed) => {
          const record = { ...good, minutes: Math.min(attended, planned) };
          const only = { minAttendance: needed, minPostTest: null, microTeaching: false };
          const unmet = unmetConditions(only, planned, record)[0];
          if (unmet?.kind !== "attendance") return;
          expect(
            unmetConditions(only, planned, { ...record, minutes: record.minutes + unmet.minutesMissing }),
          ).toEqual([]);
          expect(
            unmetConditions(only, planned, { ...record, minutes: record.minutes + unmet.minutesMissing - 1 }),
          ).toHaveLength(1);
        },
      ),
    );
  });
});

describe("limits", () => {
  it("allow so many attempts in a window, and again after it", () => {
    const limit = { attempts: 3, windowMs: 1000 };
    let kept: { count: number; since: number } | undefined;
    const tries = [0, 1, 2, 3, 1000].map((at) => {
      const next = countAttempt(kept, limit, at);
      kept = next;
      return next.allowed;
    });
    expect(tries).toEqual([true, true, true, false, true]);
  });
});

describe("what counts as one address", () => {
  it("is an IPv4 address however it is written, and of IPv6 the network of 64 bits", () => {
    for (const written of [
      "192.0.2.7",
      " 192.0.2.7 ",
      "::ffff:192.0.2.7",
      "::FFFF:c000:207",
      "192.0.2.7:4711",
    ])
      expect(networkOf(written), written).toBe("192.0.2.7");
    for (const written of [
      "2001:db8:0:7::1",
      "2001:0DB8:0000:0007:ffff:ffff:ffff:ffff",
      "2001:db8::7:0:0:0:9",
      "[2001:db8:0:7::2]:443",
      "2001:db8:0:7::2%eth0",
      "2001:db8:0:7::192.0.2.7",
    ])
      expect(networkOf(written), written).toBe("2001:db8:0:7::/64");
    expect(networkOf("2001:db8:0:8::1")).not.toBe(networkOf("2001:db8:0:7::1"));
    expect(networkOf("::1")).toBe("0:0:0:0::/64");
    expect(networkOf("2001:db8:0:ab12::1", 56)).toBe("2001:db8:0:ab00::/56");
    expect(networkOf("192.0.2.7", 56)).toBe("192.0.2.7");
    for (const none of ["unknown", "", "a:b", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::1"])
      expect(networkOf(none), none).toBe(none);
  });
});

describe("registrations counted by state", () => {
  it("tell who has a place, who waits for one, and who waits for a decision", () => {
    const none = Object.fromEntries(registrationStates.map((state) => [state, 0])) as Record<
      (typeof registrationStates)[number],
      number
    >;
    expect(countedByPlace(none)).toEqual({ taken: 0, waiting: 0, toDecide: 0 });
    const counts = { ...none, accepted: 3, attended: 2, no_show: 1, waiting: 4, applied: 5, nominated: 6 };
    expect(countedByPlace({ ...counts, shortlisted: 7, withdrawn: 9, declined: 9, to_confirm: 9 })).toEqual({
      taken: 6,
      waiting: 4,
      toDecide: 18,
    });
  });
});
