import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { setCourseState } from "../../lib/courses/commands";
import { moveCourse, undoTimetableChange } from "../../lib/timetable/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { peopleTold } from "../support/peopleTold";
import { now, opened, value, world } from "../support/world";

// Mail is set up, but nobody looks into the box: what would be sent is read from the outbox.
process.env.SMTP_URL = "smtp://127.0.0.1:9";
process.env.PUBLIC_URL = "https://cascade.example.org";
freshDatabase();
const w = world();
const { rowsOf, messages, join, edit } = peopleTold(w);
const cx = as(w.coordinator, now);

/** A course in a state with three places and five people, every second of whom has no address. */
async function courseIn(state: string) {
  const course = opened(w, { capacity: "3" });
  for (let i = 0; i < 5; i++) await join(course.slug, i % 2 === 0);
  sqlite().prepare("UPDATE courses SET state = ? WHERE id = ?").run(state, course.courseId);
  return course.courseId;
}
const moved = (ids: number[]) => ids.map((id) => ({ id, message: "courseMoved" }));
const everybody = (courseId: number) => rowsOf(courseId).map(({ id }) => id);

const moveTo = (courseId: number, startsOn: string) => value(moveCourse(cx, { courseId, startsOn })).changeId;
/** What gives a course other days or another place; it says how it was before, for what puts it back. */
const changes: [string, (courseId: number) => unknown][] = [
  ["moving the whole course", (courseId) => moveTo(courseId, "2027-02-14")],
  ["other dates in its form", (courseId) => edit(courseId, { startsOn: "2027-02-06" })],
  ["another place in its form", (courseId) => edit(courseId, { placeEn: "Salt" })],
  ["another venue in its form", (courseId) => edit(courseId, { venueId: "" })],
  [
    "undoing a move that they had heard of",
    (courseId) => {
      const changeId = moveTo(courseId, "2027-02-14")!;
      messages(courseId);
      value(undoTimetableChange(cx, { changeId }));
    },
  ],
];

describe.each(["draft", "open", "running"])("in a course that is %s", (state) => {
  it.each(changes)("whoever was told of its days and place is told of others once: %s", async (_, change) => {
    const courseId = await courseIn(state);
    messages(courseId);
    change(courseId);
    expect(messages(courseId)).toEqual(moved(everybody(courseId)));
    expect(messages(courseId)).toEqual([]);
  });

  it("several moves are one message, and none where they lead back", async () => {
    const courseId = await courseIn(state);
    messages(courseId);
    moveTo(courseId, "2027-02-14");
    moveTo(courseId, "2027-02-21");
    expect(messages(courseId)).toEqual(moved(everybody(courseId)));
    moveTo(courseId, "2027-02-14");
    moveTo(courseId, "2027-02-21");
    expect(messages(courseId)).toEqual([]);
  });
});

describe("of a draft", () => {
  it("who has not heard of their place hears of it once, with the days that hold then", async () => {
    const courseId = await courseIn("draft");
    const places = rowsOf(courseId).map(({ id, state }) => ({
      id,
      message: state === "accepted" ? "registrationAccepted" : "registrationWaiting",
    }));
    moveTo(courseId, "2027-02-14");
    expect(messages(courseId)).toEqual(places);
  });
  it("the move is told though it is opened before that", async () => {
    const courseId = await courseIn("draft");
    messages(courseId);
    moveTo(courseId, "2027-02-14");
    value(setCourseState(cx, { courseId, from: "draft", to: "open", reason: null }));
    expect(messages(courseId)).toEqual(moved(everybody(courseId)));
  });
  it("and taken back though it is opened before it leads back", async () => {
    const courseId = await courseIn("draft");
    messages(courseId);
    moveTo(courseId, "2027-02-14");
    value(setCourseState(cx, { courseId, from: "draft", to: "open", reason: null }));
    moveTo(courseId, "2027-02-07");
    expect(messages(courseId)).toEqual([]);
  });
  it("times are nobody's news before it is open", async () => {
    const courseId = await courseIn("draft");
    messages(courseId);
    sqlite().prepare("DELETE FROM sessions WHERE course_id = ?").run(courseId);
    edit(courseId, { titleEn: "Another title" });
    expect(messages(courseId)).toEqual([]);
  });
});
