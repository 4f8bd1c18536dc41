import { describe, expect, it } from "vitest";
import type { Event } from "../../lib/acts/events";
import { auditRowOf, courseTouchedBy, pagesTouchedBy } from "../../lib/acts/rules";
import { outOfDateBy, tellingsOf } from "../../lib/messages/rules";

const who = { registrationId: 7, personId: 3 };
const declined: Event = {
  kind: "registration.decided",
  courseId: 12,
  to: "declined",
  registrations: [who],
  said: { reason: "Rana is too far away" },
  asBefore: [],
};

describe("what follows from an event", () => {
  it("is a row of the log with keys and states, and nothing of what people are told", () => {
    expect(auditRowOf(declined)).toMatchObject({
      action: "registration.decided",
      subject: "course",
      subjectId: 12,
    });
    expect(JSON.stringify(auditRowOf(declined))).not.toContain("Rana");
    const edited: Event = { kind: "timetable.session-saved", courseId: 12, sessionId: 4 };
    expect(auditRowOf(edited)).toEqual({
      action: "timetable.session-saved",
      subject: "session",
      subjectId: 4,
      detail: { courseId: 12 },
    });
  });
  it("is a message to whom it concerns, which takes the place of what they were to hear before", () => {
    expect(tellingsOf(declined)).toMatchObject([{ ...who, courseId: 12, message: "registrationDeclined" }]);
    expect(outOfDateBy(declined)).toEqual(["registration:7:place", "registration:7:course"]);
    const shortlisted: Event = { ...declined, to: "shortlisted" };
    expect([tellingsOf(shortlisted), outOfDateBy(shortlisted)]).toEqual([[], []]);
  });
  it("makes anew the pages of that course and of lists, and no page of a roll", () => {
    expect(pagesTouchedBy(declined)).toEqual(["course:12", "courses"]);
    expect(pagesTouchedBy({ kind: "roll.taken", courseId: 12, sessionId: 4, marks: [] })).toEqual([]);
    expect(pagesTouchedBy({ kind: "tool.edited", toolId: 2 })).toEqual(["tools", "courses"]);
    expect(courseTouchedBy(declined)).toBe(12);
    expect(courseTouchedBy({ kind: "tool.edited", toolId: 2 })).toBeNull();
  });
});
