import { describe, expect, it } from "vitest";
import { writeMessage } from "../../app/_words/message";
import { confirmCourse } from "../../lib/courses/commands";
import type { Locale } from "../../lib/i18n/rules";
import { markTold, markUntold } from "../../lib/messages/commands";
import { deleteSession, moveCourse, undoTimetableChange } from "../../lib/timetable/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { coursesThatMove, join, peopleToTellIn, ticked } from "../support/toTell";
import { now, opened, value, world } from "../support/world";

delete process.env.SMTP_URL;
freshDatabase();
const w = world();
const { notices, toTell } = peopleToTellIn(w);
const { running, sessionsOf, save } = coursesThatMove(w);
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

describe("whoever is to hear that sessions changed", () => {
  const said = (courseId: number) =>
    Object.fromEntries(
      notices(courseId).toTell.map((n) => [
        n.registrationId,
        ["en", "fr", "ar"].map((language) => {
          const written = writeMessage({
            language: language as Locale,
            message: n.message,
            params: n.values,
          });
          return `${written.subject} ${written.text}`
            .replaceAll(/[\u2066-\u2069\u200e\u200f]/g, "")
            .replaceAll("\u00a0", " ");
        }),
      ]),
    );
  it("reads which one, from when to when, and that dates and place are the same", async () => {
    const course = await running();
    const [first, second] = sessionsOf(course.courseId);
    save(course.courseId, first!, { title: "Welcome", startsAt: "08:15", endsAt: "08:45" });
    const [en, fr, ar] = said(course.courseId)[course.accepted.id]!;
    expect(en).toContain("changes to sessions");
    expect(en).toContain("its dates and place are the same");
    expect(en).toMatch(/Welcome: now .*08:15.*08:45.*, instead of .*09:00/);
    expect(fr).toMatch(/Welcome : maintenant .*08:15.*, au lieu de .*09:00/);
    expect(ar).toMatch(/Welcome: أصبحت .*08:15.*، بدلاً من .*09:00/);
    // Of the same session what they knew first is said, and one that is as before is none of them.
    save(course.courseId, first!, { title: "Welcome", startsAt: "08:00", endsAt: "08:30" });
    save(course.courseId, second!, { roomId: String(w.roomId) });
    const [later] = said(course.courseId)[course.accepted.id]!;
    expect(later).toMatch(/now .*08:00.*08:30.*, instead of .*09:00/);
    expect(later).not.toContain("08:15");
    expect(later).toContain("Hall");
    save(course.courseId, second!, { roomId: "" });
    expect(said(course.courseId)[course.accepted.id]![0]).not.toContain("Hall");
    value(deleteSession(coordinator, { courseId: course.courseId, sessionId: first!.id }));
    expect(said(course.courseId)[course.accepted.id]![0]).toMatch(/Opening: .*09:00.* is cancelled/);
  });
  it("reads of the session alone, once a delay of the whole course was taken back", async () => {
    const course = await running();
    save(course.courseId, sessionsOf(course.courseId)[0]!, { startsAt: "08:15", endsAt: "08:45" });
    const before = said(course.courseId);
    const moved = value(moveCourse(coordinator, { courseId: course.courseId, startsOn: "2027-02-14" }));
    const [whole] = said(course.courseId)[course.accepted.id]!;
    expect(whole).toContain("new dates, times or place");
    expect(whole).toMatch(/\d+ sessions; they are all on the page below/);
    value(undoTimetableChange(coordinator, { changeId: moved.changeId! }));
    expect(said(course.courseId)).toEqual(before);
  });
});
