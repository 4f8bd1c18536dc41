import { describe, expect, it } from "vitest";
import { closeDatabase, sqlite } from "../../db/client";
import { createCourse, scheduleWorkshop } from "../../lib/courses/commands";
import { courseSchema, workshopSchema } from "../../lib/courses/schema";
import { recordCourse } from "../../lib/records/commands";
import { recordSchema } from "../../lib/records/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { race } from "../support/race";
import { courseForm, now, opened, planned, value, world } from "../support/world";

freshDatabase();
const w = world();
const formKey = "made-with-the-page";
const courses = () => Number(sqlite().prepare("SELECT count(*) FROM courses").pluck().get());
const cx = () => as(w.coordinator, now);
const plan = (more: Record<string, unknown> = {}) =>
  value(createCourse(cx(), courseSchema.parse(courseForm(w, { formKey, ...more }))));

describe("a form for a new course that is sent twice", () => {
  it("makes one course, and one more where it says something else by then", () => {
    const first = plan();
    const there = courses();
    expect(plan().courseId).toBe(first.courseId);
    expect(courses()).toBe(there);
    expect(plan({ capacity: "21" }).courseId).not.toBe(first.courseId);
    expect(plan({ formKey: "made-with-another" }).courseId).not.toBe(first.courseId);
    expect(courses()).toBe(there + 2);
  });

  it("makes one copy, with its sessions once", () => {
    const { courseId } = opened(w, { startsOn: "2027-05-02", endsOn: "2027-05-04" });
    const copy = {
      copyOf: String(courseId),
      withSessions: "on",
      startsOn: "2027-06-06",
      endsOn: "2027-06-08",
    };
    const sessions = () => Number(sqlite().prepare("SELECT count(*) FROM sessions").pluck().get());
    const { courseId: made } = plan(copy);
    const there = [courses(), sessions()];
    expect(plan(copy).courseId).toBe(made);
    expect([courses(), sessions()]).toEqual(there);
  });

  it("records one past course", () => {
    const form = recordSchema.parse({
      ...{
        programmeId: String(w.programmeId),
        kind: "user",
        ownLanguage: "ar",
        country: "JO",
        mode: "venue",
      },
      ...{
        datesNoteAr: "التواريخ غير معروفة",
        attendedTotal: "63",
        attendedTotalSource: "document",
        formKey,
      },
    });
    const first = value(recordCourse(cx(), form));
    const there = courses();
    expect(value(recordCourse(cx(), form))).toEqual(first);
    expect(courses()).toBe(there);
  });

  it("schedules one workshop, and is not told that its trainer is engaged in it", () => {
    const form = workshopSchema.parse({
      ...{
        programmeId: String(w.programmeId),
        moduleIds: w.moduleIds.map(String),
        country: "JO",
        place: "Irbid",
      },
      ...{ zone: "Asia/Amman", startsOn: "2026-12-06", capacity: "15", languages: ["ar"], ownLanguage: "en" },
      ...{ startsAt: "09:00", endsAt: "15:00", breakFrom: "12:00", breakMinutes: "60", formKey },
    });
    const first = value(scheduleWorkshop(as(w.trainer, now), form));
    const there = courses();
    expect(value(scheduleWorkshop(as(w.trainer, now), form))).toEqual(first);
    expect(courses()).toBe(there);
  });

  it("makes one course where two processes take it at once", async () => {
    planned(w);
    const there = courses();
    closeDatabase();
    const order = {
      what: "plan",
      form: courseForm(w, { formKey: "sent-to-two-processes" }),
      viewer: w.coordinator,
      now,
    };
    const made = await race<{ courseId: number }>([order, order]);
    expect(new Set(made.map(({ courseId }) => courseId)).size).toBe(1);
    expect(courses()).toBe(there + 1);
  });
});
