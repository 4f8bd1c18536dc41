import { describe, expect, it } from "vitest";
import { writeMessage } from "../../app/_words/message";
import { confirmCourse } from "../../lib/courses/commands";
import { markTold, markUntold } from "../../lib/messages/commands";
import { moveCourse, undoTimetableChange } from "../../lib/timetable/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { coursesThatMove, join, peopleToTellIn, ticked } from "../support/toTell";
import { now, opened, value, world } from "../support/world";

delete process.env.SMTP_URL;
freshDatabase();
const w = world();
const { notices, toTell } = peopleToTellIn(w);
const { running } = coursesThatMove(w);
const coordinator = as(w.coordinator, now);
const tentative = { minimumPeople: "1", decideBy: "2027-01-20" };
const confirm = (courseId: number) => value(confirmCourse(coordinator, { courseId }));
const messages = (courseId: number) => notices(courseId).toTell.map((n) => n.message);
const texts = (courseId: number) =>
  notices(courseId).toTell.map(
    (n) => writeMessage({ language: "en", message: n.message, params: n.values }).text,
  );

describe("whoever is to be told several things of a course", () => {
  it("reads with their place when it is and that it takes place, and is told of all that at once", async () => {
    const course = opened(w, { capacity: "1", ...tentative });
    const row = await join(course);
    value(moveCourse(coordinator, { courseId: course.courseId, startsOn: "2027-02-14" }));
    confirm(course.courseId);
    expect(toTell(course.courseId)).toEqual([[row.id, "registrationAccepted"]]);
  });
  it("reads that it takes place with its new dates; apart from them, where these are taken back", async () => {
    const course = await running(tentative);
    course.edit({ ...tentative, placeEn: "Salt" });
    confirm(course.courseId);
    const ofAccepted = () =>
      notices(course.courseId).toTell.filter((n) => n.registrationId === course.accepted.id);
    expect(ofAccepted().map((n) => n.message)).toEqual(["courseMoved"]);
    expect(texts(course.courseId).join()).toContain("the course takes place");
    const shown = notices(course.courseId).messages;
    expect(shown).toBe(notices(course.courseId).toTell.length);
    const [row] = ofAccepted();
    const one = ticked(course.courseId, row!.id);
    expect(value(markTold(coordinator, one)).count).toBe(1);
    expect(ofAccepted()).toEqual([]);
    expect(
      notices(course.courseId).told.filter((n) => n.toldAt === now && n.message === "courseConfirmed"),
    ).toEqual([]);
    value(markUntold(coordinator, one));
    expect(ofAccepted().map((n) => n.message)).toEqual(["courseMoved"]);
    course.edit({ ...tentative, placeEn: "Irbid" });
    expect(ofAccepted().map((n) => n.message)).toEqual(["courseConfirmed"]);
  });
  it("hears nothing of a week's delay that was taken back", async () => {
    const course = await running();
    const moved = value(moveCourse(coordinator, { courseId: course.courseId, startsOn: "2027-02-14" }));
    expect(messages(course.courseId)).toContain("courseMoved");
    value(undoTimetableChange(coordinator, { changeId: moved.changeId! }));
    expect(messages(course.courseId)).toEqual([]);
  });
});
