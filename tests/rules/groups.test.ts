import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attendanceStates } from "../../lib/attendance/rules";
import { countSessions, forGroup, plannedSessions } from "../../lib/completion/rules/counting";
import { shortNames } from "../../lib/groups/rules";
import { expectedTwice } from "../../lib/timetable/rules/conflicts";
import { atOneTime, minutesOfAll } from "../../lib/timetable/rules/grid";
import {
  hoursIn,
  minutesOutsideGroups,
  modulesPlanned,
  modulesShort,
} from "../../lib/timetable/rules/moduleHours";

const minute = 60_000;
const all = { excusedLeftOut: false, joinersFromStart: true };
const [a, b] = [1, 2];

/** A session by when it begins and ends (in minutes), whose it is, and what was entered of somebody. */
const at = (from: number, to: number, groupId: number | null, state: "present" | "absent" | null = null) => ({
  startInstant: from * minute,
  endInstant: to * minute,
  minutes: to - from,
  groupId,
  state,
  attended: state === "present" ? to - from : 0,
});

describe("short names of groups", () => {
  it("are what they differ in, and never nothing", () => {
    const short = (...names: string[]) => [...shortNames(names).values()];
    expect(short("Groupe A", "Groupe B", "Groupe A")).toEqual(["A", "B"]);
    expect(short("المجموعة أ", "المجموعة ب")).toEqual(["أ", "ب"]);
    expect(short("Arabic group", "French group")).toEqual(["Arabic", "French"]);
    expect(short("Group", "Group B")).toEqual(["Group", "Group B"]);
    expect(short("Group A")).toEqual(["Group A"]);
  });
});

describe("sessions of groups", () => {
  it("count for who is in the group, and those of everybody for all", () => {
    const course = [at(0, 60, null), at(60, 150, a), at(60, 120, b)];
    const planned = (groupId: number | null) =>
      countSessions(forGroup(course, groupId), null, all).plannedMinutes;
    expect([planned(a), planned(b), planned(null)]).toEqual([150, 120, 60]);
  });
  it("keep counting for who was there before they changed the group, in place of what the new one did then", () => {
    // Monday in A, then moved to B.
    const course = [
      at(0, 90, a, "present"),
      at(0, 60, b),
      at(100, 160, a),
      at(100, 190, b, "present"),
      at(200, 230, null),
    ];
    expect(countSessions(forGroup(course, b), null, all)).toMatchObject({
      minutes: 180,
      plannedMinutes: 210,
      sessionsWithoutEntry: 1,
    });
    // What was missed there is not made good by going.
    const missed = course.map((s, nth) => (nth === 0 ? at(0, 90, a, "absent") : s));
    expect(countSessions(forGroup(missed, b), null, all)).toMatchObject({ minutes: 90, plannedMinutes: 210 });
  });

  const session = fc.record({
    from: fc.nat(12),
    length: fc.integer({ min: 1, max: 6 }),
    groupId: fc.constantFrom(null, a, b),
    state: fc.constantFrom(...attendanceStates, null, null, null),
  });
  const course = fc.array(session, { maxLength: 12 }).map((list) =>
    list.map(({ from, length, groupId, state }) => ({
      ...at(from * 10, (from + length) * 10, groupId),
      state,
      attended: state === "present" ? length * 10 : state === "late" ? length * 5 : 0,
    })),
  );
  const group = fc.constantFrom(null, a, b);
  it("are counted as by looking at every minute: each once, what was entered always, and nothing beyond what is planned", () => {
    fc.assert(
      fc.property(course, group, (sessions, groupId) => {
        const planned = plannedSessions(forGroup(sessions, groupId), null, all);
        for (const s of sessions) {
          const mine = s.groupId === null || s.groupId === groupId;
          let elsewhere = false;
          for (let at = s.startInstant; at < s.endInstant; at += minute)
            for (const o of sessions)
              if (
                s.groupId !== null &&
                o.state !== null &&
                o.groupId !== null &&
                o.groupId !== groupId &&
                at >= o.startInstant &&
                at < o.endInstant
              )
                elsewhere = true;
          const found = planned.some(
            (p) =>
              p.startInstant === s.startInstant &&
              p.endInstant === s.endInstant &&
              p.groupId === s.groupId &&
              p.state === s.state,
          );
          expect(found).toBe(s.state !== null || (mine && !elsewhere));
        }
        const { minutes, plannedMinutes } = countSessions(forGroup(sessions, groupId), null, all);
        expect(minutes).toBeLessThanOrEqual(plannedMinutes);
        expect(minutes).toBe(sessions.reduce((sum, { attended }) => sum + attended, 0));
      }),
    );
  });
  it("meet where somebody would have to be at both: not those of two groups", () => {
    const day = "2027-01-12";
    const on = (id: number, startsAt: string, endsAt: string, groupId: number | null) => ({
      ...{ id, day, startsAt, endsAt, groupId },
    });
    const met = atOneTime([
      on(1, "09:00", "11:00", a),
      on(2, "09:00", "11:00", b),
      on(3, "10:30", "12:00", a),
      on(4, "10:45", "11:15", null),
    ]);
    const ids = new Map([...met].map(([id, others]) => [id, others.map((o) => o.id)]));
    expect(ids).toEqual(
      new Map([
        [1, [3, 4]],
        [2, [4]],
        [3, [1, 4]],
        [4, [1, 2, 3]],
      ]),
    );
  });
  const module = (id: number, minutes = 150) => ({ id, minutes });
  const taught = [
    { moduleId: 7, minutes: 60, groupId: null },
    { moduleId: 7, minutes: 90, groupId: a },
    { moduleId: 7, minutes: 30, groupId: b },
    { moduleId: 8, minutes: 150, groupId: a },
  ];
  it("take the time of a course once", () => expect(minutesOfAll(taught)).toBe(300));
  it("give a module its hours for each group by itself, also for one that has no session of it", () => {
    const planned = modulesPlanned([module(7), module(8), module(9)], taught, [a, b]);
    expect(planned.map((m) => m.planned)).toEqual([90, 0, 0]);
    expect(planned.map((m) => m.lacking.map(({ groupId, left }) => [groupId, left]))).toEqual([
      [[b, 60]],
      [[b, 150]],
      // What all lack alike is said once.
      [[null, 150]],
    ]);
    expect(
      modulesShort([module(7, 90), module(8)], taught, [a, b]).map(({ id, left }) => [id, left]),
    ).toEqual([[8, 150]]);
    // However many sessions teach it, where there are no groups.
    const everybodys = [120, 30].map((minutes) => ({ moduleId: 7, minutes }));
    expect(modulesShort([module(7, 180)], everybodys, []).map(({ lacking }) => lacking)).toEqual([
      [{ groupId: null, planned: 150, left: 30 }],
    ]);
  });
  it("leave whoever is in none without what every group has", () => {
    const both = [...taught, { moduleId: 8, minutes: 150, groupId: b }];
    expect(minutesOutsideGroups([module(7), module(8)], both, [a, b])).toBe(30 + 150);
    expect(minutesOutsideGroups([module(7), module(8)], taught, [a, b])).toBe(30);
  });
  it("meet another course for those alone who are expected at both", () => {
    const own = [
      { sessionId: 1, groupId: a, startsAt: 0, endsAt: 10 },
      { sessionId: 2, groupId: null, startsAt: 20, endsAt: 30 },
    ];
    const others = [
      { courseId: 9, groupId: 5, startsAt: 5, endsAt: 8 },
      { courseId: 9, groupId: null, startsAt: 25, endsAt: 40 },
    ];
    const who = (groupId: number | null, groupThere: number | null) =>
      expectedTwice([{ groupId, same: [1] }], own, {
        places: [{ personId: 1, courseId: 9, groupId: groupThere }],
        others,
      }).map(({ sessionId }) => sessionId);
    expect(who(a, 5)).toEqual([1, 2]);
    expect(who(b, 5)).toEqual([2]);
    expect(who(a, null)).toEqual([2]);
  });
});

describe("the hours of a timetable", () => {
  it("are those of modules and those of all else, and together what one person sits through", () => {
    const session = (minutes: number, moduleId: number | null, groupId: number | null = null) => ({
      ...{ minutes, moduleId, groupId },
    });
    const sessions = [
      session(30, null),
      session(90, 1),
      session(60, 2, a),
      session(60, 2, b),
      session(120, null, a),
    ];
    const planned = hoursIn([...sessions, session(120, null, b)], [{ minutes: 100 }, { minutes: 80 }]);
    expect(planned).toEqual({ all: 300, ofModules: 150, besides: 150, needed: 180 });
  });
});
