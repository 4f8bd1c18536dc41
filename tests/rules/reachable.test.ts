import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attendanceStates } from "../../lib/attendance/rules";
import { unmetConditions } from "../../lib/completion/rules";
import {
  type CountingRule,
  countSessions,
  plannedSessions,
  type SessionOfPerson,
} from "../../lib/completion/rules/counting";
import { longestOpen, outlookOf } from "../../lib/completion/rules/reachable";

const usual: CountingRule = { excusedLeftOut: false, joinersFromStart: false };
const outlook = (
  all: SessionOfPerson[],
  minAttendance: number,
  rule = usual,
  placeSince: number | null = null,
) =>
  outlookOf(
    { minAttendance },
    {
      ...countSessions(all, placeSince, rule),
      longestOpenMinutes: longestOpen(plannedSessions(all, placeSince, rule)),
    },
  );

/** Sessions of an hour one after another: p present, a absent, e excused, h half of it, q all but ten minutes, - not entered. */
const hours = (marks: string): SessionOfPerson[] =>
  [...marks].map((mark, i) => ({
    startInstant: i,
    minutes: 60,
    state: ({ p: "present", a: "absent", e: "excused", h: "late", q: "late" } as const)[mark] ?? null,
    attended: mark === "p" ? 60 : mark === "h" ? 30 : mark === "q" ? 50 : 0,
    theirs: true,
  }));

describe("the outlook on the minimum attendance", () => {
  it("warns of nobody who missed nothing, however few sessions there are", () => {
    expect(outlook(hours("--"), 80)).toBeNull();
    expect(outlook(hours("pp-"), 100)).toBeNull();
    expect(outlook([], 80)).toBeNull();
  });
  it("says at most how much is possible where the minimum is out of reach", () => {
    expect(outlook(hours("aap----"), 80)).toEqual({ kind: "lost", needed: 80, most: 71 });
    expect(outlook(hours("aaa"), 80)).toEqual({ kind: "lost", needed: 80, most: 0 });
  });
  it("says how much may be missed where one more session is too much", () => {
    expect(outlook(hours("a---------"), 80)).toBeNull();
    expect(outlook(hours("h---------"), 80)).toBeNull();
    expect(outlook(hours("ah--------"), 80)).toEqual({ kind: "close", needed: 80, mayMiss: 30 });
    expect(outlook(hours("aa--------"), 80)).toEqual({ kind: "close", needed: 80, mayMiss: 0 });
    expect(outlook(hours("aapppppppp"), 80)).toBeNull();
  });
  it("warns of nobody who was a little late, also where the course is too short to miss a session", () => {
    expect(outlook(hours("q---"), 80)).toBeNull();
    expect(outlook(hours("h---"), 80)).toEqual({ kind: "close", needed: 80, mayMiss: 18 });
  });
  it("leaves out what is not planned for the person", () => {
    expect(outlook(hours("aa--------"), 80, usual, 3)).toEqual({ kind: "lost", needed: 80, most: 77 });
    expect(outlook(hours("ee----"), 80)).toMatchObject({ kind: "lost" });
    expect(outlook(hours("ee----"), 80, { ...usual, excusedLeftOut: true })).toBeNull();
  });

  const anySession = fc
    .record({
      startInstant: fc.nat(1000),
      minutes: fc.integer({ min: 1, max: 300 }),
      state: fc.constantFrom(...attendanceStates, null, null),
      part: fc.nat(99),
    })
    .map(({ part, ...session }): SessionOfPerson => {
      const late = Math.floor((session.minutes * part) / 100);
      const attended = session.state === "present" ? session.minutes : session.state === "late" ? late : 0;
      return { ...session, attended, theirs: true };
    });
  const anyCourse = fc.array(anySession, { maxLength: 12 });
  const anyRule = fc.record({ excusedLeftOut: fc.boolean(), joinersFromStart: fc.boolean() });
  const since = fc.option(fc.nat(1200));
  const minimum = fc.nat(100);
  /** Whether the minimum is met once every session that is open has been marked so. */
  const met = (
    all: SessionOfPerson[],
    rule: CountingRule,
    placeSince: number | null,
    minAttendance: number,
    mark: (session: SessionOfPerson, nth: number) => Pick<SessionOfPerson, "state" | "attended">,
  ) => {
    const planned = plannedSessions(all, placeSince, rule);
    const open = planned.filter(({ state }) => state === null);
    const then = planned.map((s) => (s.state === null ? { ...s, ...mark(s, open.indexOf(s)) } : s));
    const counted = countSessions(then, null, { ...rule, joinersFromStart: true });
    return !unmetConditions(
      { minAttendance, minPostTest: null, microTeaching: false },
      counted.plannedMinutes,
      { ...counted, postTest: null, microTeaching: null },
    ).some(({ kind }) => kind === "attendance");
  };
  const comes = ({ minutes }: SessionOfPerson) => ({ state: "present" as const, attended: minutes });
  const misses = () => ({ state: "absent" as const, attended: 0 });
  const excused = () => ({ state: "excused" as const, attended: 0 });

  it("is lost exactly where coming to everything is not enough, and then nothing else is", () => {
    fc.assert(
      fc.property(anyCourse, anyRule, since, minimum, fc.array(fc.nat(2)), (all, rule, from, needed, how) => {
        const said = outlook(all, needed, rule, from);
        expect(said?.kind === "lost").toBe(!met(all, rule, from, needed, comes));
        if (said?.kind !== "lost") return;
        expect(said.most).toBeLessThan(needed);
        const planned = plannedSessions(all, from, rule);
        const otherwise = (s: SessionOfPerson, n: number) => [comes, misses, excused][how[n] ?? 0]!(s);
        // Excused from all that is planned leaves nothing to measure by.
        if (planned.some((s) => s.state !== null))
          expect(met(all, rule, from, needed, otherwise)).toBe(false);
      }),
    );
  });
  it("is close exactly where half of what may be missed is gone, and the longest session that is left would be too much", () => {
    fc.assert(
      fc.property(anyCourse, anyRule, since, minimum, (all, rule, from, needed) => {
        const planned = plannedSessions(all, from, rule);
        const open = planned.filter(({ state }) => state === null);
        const longest = open.findIndex(({ minutes }) => minutes === longestOpen(planned));
        const counted = countSessions(all, from, rule);
        const missed = counted.plannedMinutes - counted.minutes - counted.openMinutes;
        const halfGone = missed > 0 && missed * 200 >= (100 - needed) * counted.plannedMinutes;
        const butOne = (s: SessionOfPerson, n: number) => (n === longest ? misses() : comes(s));
        const close =
          halfGone &&
          longest >= 0 &&
          met(all, rule, from, needed, comes) &&
          !met(all, rule, from, needed, butOne);
        expect(outlook(all, needed, rule, from)?.kind === "close").toBe(close);
      }),
    );
  });
  it("never gets better by missing, nor worse by coming", () => {
    const rank = (all: SessionOfPerson[], needed: number) =>
      ["lost", "close", undefined].indexOf(outlook(all, needed)?.kind);
    fc.assert(
      fc.property(anyCourse, minimum, fc.nat(), (all, needed, n) => {
        const open = all.findIndex((s, i) => s.state === null && i >= n % (all.length || 1));
        if (open < 0) return;
        const then = (mark: typeof comes | typeof misses) =>
          all.map((s, i) => (i === open ? { ...s, ...mark(s) } : s));
        expect(rank(then(comes), needed)).toBeGreaterThanOrEqual(rank(all, needed));
        if (outlook(all, needed)?.kind === "lost") expect(rank(then(misses), needed)).toBe(0);
      }),
    );
  });
});
