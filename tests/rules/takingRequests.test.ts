import { expect, it } from "vitest";
import { firstDayProposed, proposesFirstDay, whyNotAll } from "../../lib/requests/rules";

it("says of what accepting does not give only the reason that holds", () => {
  expect(whyNotAll({ all: 17, takes: 14, busy: 0 })).toBe("atOnce");
  expect(whyNotAll({ all: 17, takes: 14, busy: 3 })).toBe("busy");
  expect(whyNotAll({ all: 17, takes: 14, busy: 1 })).toBe("both");
});

it("another day is another first day of what is all to come, and else one of the course's", () => {
  const whole = { sessionId: null, groupId: null };
  const course = { startsOn: "2026-12-18" };
  expect(proposesFirstDay(whole, course, "2026-11-29")).toBe(true);
  expect(proposesFirstDay(whole, course, "2026-12-19")).toBe(false);
  expect(proposesFirstDay({ ...whole, sessionId: 4 }, course, "2026-11-29")).toBe(false);
  expect(proposesFirstDay({ ...whole, groupId: 2 }, course, "2026-11-29")).toBe(false);
});

it("a course that was moved to the day that was proposed is moved there no more, nor to a day that is over", () => {
  const proposed = { sessionId: null, groupId: null, otherDay: "2027-01-11", state: "proposed" } as const;
  const to = (startsOn: string, today: string) =>
    firstDayProposed({ ...proposed, settledAt: null }, { startsOn }, today);
  expect(to("2026-12-18", "2026-11-29")).toBe("2027-01-11");
  expect(to("2027-01-11", "2026-11-29")).toBeNull();
  expect(to("2027-02-01", "2027-01-12")).toBeNull();
});
