import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attendanceStates } from "../../lib/attendance/rules";
import { attendancePercent } from "../../lib/completion/rules";
import {
  type CountingRule,
  countSessions,
  heldBy,
  plannedSessions,
  presentOf,
  type SessionOfPerson,
} from "../../lib/completion/rules/counting";

const usual: CountingRule = { excusedLeftOut: false, joinersFromStart: false };

/** Sessions one after another, from words such as "90 present", "60 late 10", "45 -". */
const sessions = (...words: string[]): SessionOfPerson[] =>
  words.map((text, i) => {
    const [minutes = "", state = "-", late = "0"] = text.split(" ");
    const planned = Number(minutes);
    const attended = state === "present" ? planned : state === "late" ? planned - Number(late) : 0;
    return {
      startInstant: (i + 1) * 100,
      minutes: planned,
      state: attendanceStates.find((s) => s === state) ?? null,
      attended,
      theirs: true,
    };
  });

describe("what is said of attendance", () => {
  // Three sessions, one after another; the first two are over, of the second nobody has entered anything.
  const minute = 60_000;
  const course: SessionOfPerson[] = [
    { startInstant: 0, minutes: 90, state: "late", attended: 60, theirs: true },
    { startInstant: 100 * minute, minutes: 60, state: null, attended: 0, theirs: true },
    { startInstant: 200 * minute, minutes: 150, state: null, attended: 0, theirs: true },
  ];
  const at = (now: number, over = false) =>
    presentOf({ minutes: 60, plannedMinutes: 300, ...heldBy(course, now) }, over);
  it("counts as held what has ended or was entered, and says what nobody has entered yet", () => {
    expect(heldBy(course, 0)).toEqual({ heldMinutes: 90, unenteredMinutes: 0 });
    expect(heldBy(course, 160 * minute - 1)).toEqual({ heldMinutes: 90, unenteredMinutes: 0 });
    expect(heldBy(course, 160 * minute)).toEqual({ heldMinutes: 150, unenteredMinutes: 60 });
    expect(heldBy(course, 350 * minute)).toEqual({ heldMinutes: 300, unenteredMinutes: 210 });
  });
  it("is of what was taken while the course goes on, with what was not taken and what is to come beside it", () => {
    expect(at(0)).toEqual({ percent: 66, minutes: 60, of: 90, notTaken: 0, toCome: 210 });
    expect(at(160 * minute)).toEqual({ percent: 66, minutes: 60, of: 90, notTaken: 60, toCome: 150 });
    expect(at(350 * minute)).toEqual({ percent: 66, minutes: 60, of: 90, notTaken: 210, toCome: 0 });
  });
  it("is of all that was planned once the course is over, as the rule has it", () => {
    expect(at(350 * minute, true)).toEqual({ percent: 20, minutes: 60, of: 300, notTaken: 210, toCome: 0 });
  });
  it("is nothing before anything was taken, or where nothing is planned", () => {
    const none = { minutes: 0, plannedMinutes: 300, heldMinutes: 90, unenteredMinutes: 90 };
    expect(presentOf(none, false)).toBeNull();
    expect(
      presentOf({ minutes: 0, plannedMinutes: 0, heldMinutes: 0, unenteredMinutes: 0 }, true),
    ).toBeNull();
  });
});

describe("the minutes planned for a person", () => {
  const course = sessions("60 absent", "90 -", "30 present", "60 excused", "60 late 15");
  it("are all of the course's for whoever was in it from the start; excused counts as missed", () => {
    expect(countSessions(course, 50, usual)).toEqual({
      minutes: 75,
      plannedMinutes: 300,
      excusedMinutes: 60,
      sessionsWithoutEntry: 1,
      openMinutes: 90,
      joinedLater: null,
    });
  });
  it("leave out what somebody was excused from, where the course says so", () => {
    expect(countSessions(course, 50, { ...usual, excusedLeftOut: true })).toMatchObject({
      plannedMinutes: 240,
      excusedMinutes: 60,
    });
  });
  it("begin with joining, but for sessions at which the person was marked all the same", () => {
    expect(countSessions(course, 250, usual)).toEqual({
      minutes: 75,
      plannedMinutes: 210,
      excusedMinutes: 60,
      sessionsWithoutEntry: 0,
      openMinutes: 0,
      joinedLater: 250,
    });
    expect(countSessions(course, 350, usual)).toMatchObject({ plannedMinutes: 210, joinedLater: 350 });
    // A session that begins as somebody joins counts, and so does one at which somebody marked them absent.
    expect(countSessions(course, 200, usual)).toMatchObject({ plannedMinutes: 300, joinedLater: null });
    // Sessions that were held before anybody was entered were held without a list, not without people.
    expect(countSessions(course, 250, usual, 250)).toMatchObject({ plannedMinutes: 300, joinedLater: null });
    expect(countSessions(course, 250, { ...usual, joinersFromStart: true })).toMatchObject({
      plannedMinutes: 300,
      joinedLater: null,
    });
  });
  it("are all again for somebody entered after the last session began, and none without sessions", () => {
    expect(countSessions(course, 501, usual)).toMatchObject({ plannedMinutes: 300, joinedLater: null });
    expect(countSessions([], 501, usual)).toEqual({
      minutes: 0,
      plannedMinutes: 0,
      excusedMinutes: 0,
      sessionsWithoutEntry: 0,
      openMinutes: 0,
      joinedLater: null,
    });
  });

  const anySession = fc
    .record({
      startInstant: fc.nat(1000),
      minutes: fc.integer({ min: 1, max: 300 }),
      state: fc.constantFrom(...attendanceStates, null),
      part: fc.nat(99),
    })
    .map(({ part, ...session }): SessionOfPerson => {
      const attended =
        session.state === "present"
          ? session.minutes
          : session.state === "late"
            ? Math.floor((session.minutes * part) / 100)
            : 0;
      return { ...session, attended, theirs: true };
    });
  const anyRule = fc.record({ excusedLeftOut: fc.boolean(), joinersFromStart: fc.boolean() });
  const anyCourse = fc.array(anySession, { minLength: 1, maxLength: 12 });
  const since = fc.option(fc.nat(1200));
  const percentOf = (all: SessionOfPerson[], placeSince: number | null, rule: CountingRule) => {
    const counted = countSessions(all, placeSince, rule);
    return attendancePercent(counted.minutes, counted.plannedMinutes);
  };

  it("are never fewer than those attended, nor more than the course has; no minute attended is lost", () => {
    fc.assert(
      fc.property(anyCourse, since, anyRule, (all, placeSince, rule) => {
        const counted = countSessions(all, placeSince, rule);
        expect(counted.minutes).toBe(all.reduce((sum, s) => sum + s.attended, 0));
        expect(counted.minutes).toBeLessThanOrEqual(counted.plannedMinutes);
        expect(counted.plannedMinutes).toBeLessThanOrEqual(all.reduce((sum, s) => sum + s.minutes, 0));
        expect(percentOf(all, placeSince, rule)).toBeLessThanOrEqual(100);
      }),
    );
  });
  it("are those of the sessions planned for the person, and of no other", () => {
    fc.assert(
      fc.property(anyCourse, since, anyRule, (all, placeSince, rule) => {
        const counted = countSessions(all, placeSince, rule);
        const planned = plannedSessions(all, placeSince, rule);
        const minutes = (list: SessionOfPerson[]) => list.reduce((sum, s) => sum + s.minutes, 0);
        expect(counted.plannedMinutes).toBe(minutes(planned));
        expect(counted.openMinutes).toBe(minutes(planned.filter((s) => s.state === null)));
        expect(planned).toEqual(all.filter((s) => planned.includes(s)));
        expect(all.filter((s) => s.state !== null && s.state !== "excused" && !planned.includes(s))).toEqual(
          [],
        );
      }),
    );
  });
  it("never make it worse to have been there for all of a session", () => {
    fc.assert(
      fc.property(anyCourse, since, anyRule, fc.nat(), (all, placeSince, rule, n) => {
        const present = all.map((s, i) =>
          i === n % all.length ? { ...s, state: "present" as const, attended: s.minutes } : s,
        );
        expect(percentOf(present, placeSince, rule)).toBeGreaterThanOrEqual(percentOf(all, placeSince, rule));
      }),
    );
  });
  it("are never more by leaving excused sessions out or by counting from joining", () => {
    fc.assert(
      fc.property(anyCourse, since, (all, placeSince) => {
        const strict = { excusedLeftOut: false, joinersFromStart: true };
        for (const rule of [usual, { ...usual, excusedLeftOut: true }, { ...strict, excusedLeftOut: true }])
          expect(percentOf(all, placeSince, rule)).toBeGreaterThanOrEqual(percentOf(all, placeSince, strict));
      }),
    );
  });
});
