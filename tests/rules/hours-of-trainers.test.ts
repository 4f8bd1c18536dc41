import { describe, expect, it } from "vitest";
import { openIssues, type Plan } from "../../lib/timetable/rules/issues";
import { lead, plan, session } from "../support/issuePlan";

describe("what is open in a plan", () => {
  it("is a trainer with too many hours on a day, also where nobody sits through as many", () => {
    const half = (id: number, groupId: number | null, startsAt: string, endsAt: string) =>
      session(id, { groupId, startsAt, endsAt, minutes: 300, moduleId: null, kind: "other" });
    const both = [half(1, 4, "08:00", "13:00"), half(2, 5, "13:30", "18:30")];
    const hours = (more: Partial<Plan>) =>
      openIssues(plan({ groupIds: [4, 5], modules: [], ...more })).flatMap((one) =>
        one.kind === "over_hours" ? [[one.trainerId ?? null, one.minutes]] : [],
      );
    expect(hours({ sessions: both })).toEqual([[lead.id, 600]]);
    // What everybody sits through is said once.
    const whole = both.map((one) => ({ ...one, groupId: null }));
    expect(hours({ sessions: whole })).toEqual([[null, 600]]);
    // Two at one time are trained at once.
    const [one] = both as [(typeof both)[number]];
    expect(hours({ sessions: [one, { ...one, id: 2, groupId: 5 }] })).toEqual([]);
    const elsewhere = (minutes: number, day = "2027-02-07", trainerId = lead.id) => ({
      hoursElsewhere: [{ trainerId, day, minutes }],
    });
    expect(hours({ sessions: both.slice(0, 1), ...elsewhere(180) })).toEqual([]);
    expect(hours({ sessions: both.slice(0, 1), ...elsewhere(181) })).toEqual([[lead.id, 481]]);
    expect(hours({ sessions: both.slice(0, 1), ...elsewhere(181, "2027-02-08") })).toEqual([]);
    expect(hours({ sessions: both.slice(0, 1), ...elsewhere(181, "2027-02-07", 8) })).toEqual([]);
  });
  it("goes by the hours of its programme, and by the fewest where those of other courses ask for fewer", () => {
    const long = [
      session(1, { startsAt: "08:00", endsAt: "13:00", minutes: 300, moduleId: null, kind: "other" }),
    ];
    const over = (more: Partial<Plan>) =>
      openIssues(plan({ modules: [], sessions: long, ...more })).flatMap((one) =>
        one.kind === "over_hours" ? [[one.trainerId ?? null, one.minutes, one.most]] : [],
      );
    expect(over({ mostMinutes: 300 })).toEqual([]);
    expect(over({ mostMinutes: 240 })).toEqual([[null, 300, 240]]);
    const there = { trainerId: lead.id, day: "2027-02-07", minutes: 90 };
    expect(over({ hoursElsewhere: [{ ...there, mostMinutes: 480 }] })).toEqual([]);
    expect(over({ hoursElsewhere: [{ ...there, mostMinutes: 360 }] })).toEqual([[lead.id, 390, 360]]);
    expect(over({ mostMinutes: 360, hoursElsewhere: [{ ...there, mostMinutes: 480 }] })).toEqual([
      [lead.id, 390, 360],
    ]);
  });
});
