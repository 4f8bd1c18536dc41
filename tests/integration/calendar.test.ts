import { eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "../../app/api/files/calendar/[slug]/route";
import { read } from "../../db/client";
import { sessions } from "../../db/schema";
import { editCourse, setCourseState } from "../../lib/courses/commands";
import { courseEditSchema } from "../../lib/courses/schema";
import { saveSession } from "../../lib/timetable/commands";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { deskCourse } from "../support/desk";
import { courseForm, day, now, opened, planned, value, world } from "../support/world";

freshDatabase();
const w = world();

type Event = Record<string, string>;

/** The properties of each event of a calendar file, folded lines joined (RFC 5545, 3.1). */
function eventsOf(file: string): Event[] {
  const lines = file.replaceAll("\r\n ", "").split("\r\n");
  const events: Event[] = [];
  for (const line of lines) {
    const [, name = "", text = ""] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line) ?? [];
    if (line === "BEGIN:VEVENT") events.push({});
    else if (name && name !== "END") Object.assign(events.at(-1) ?? {}, { [name]: text });
  }
  return events;
}

async function feed(slug: string) {
  const request = new NextRequest(`https://training.example.org/api/files/calendar/${slug}`);
  const response = await GET(request, { params: Promise.resolve({ slug }) });
  const text = await response.text();
  return {
    status: response.status,
    caching: response.headers.get("cache-control"),
    text,
    events: eventsOf(text),
  };
}

/** An instant as the file writes it: 20270207T060000Z. */
const written = (instant: number) => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, "");

beforeAll(() => {
  process.env.PUBLIC_URL = "https://training.example.org";
});

describe("the calendar feed", () => {
  const change = (courseId: number, more: Record<string, unknown>, at: number) =>
    editCourse(
      as(w.coordinator, at),
      courseEditSchema.parse({
        ...courseForm(w, more),
        courseId: String(courseId),
        version: String(deskCourse(as(w.coordinator), courseId)!.version),
      }),
    );

  it("keeps the identity of each session and says what changed, and when", async () => {
    const { courseId, slug } = opened(w);
    const first = await feed(slug);
    const [session] = read()
      .select()
      .from(sessions)
      .where(eq(sessions.courseId, courseId))
      .orderBy(sessions.startInstant)
      .all();
    expect(first).toMatchObject({ status: 200, caching: "private, no-cache" });
    expect(first.text).toContain("METHOD:PUBLISH");
    expect(first.events[0]).toMatchObject({
      UID: `session-${session!.id}@training.example.org`,
      "LAST-MODIFIED": written(now),
    });
    expect(new Set(first.events.map((e) => e.UID)).size).toBe(first.events.length);
    expect(first.events.every((e) => e.STATUS === undefined)).toBe(true);

    const sessionForm = sessionSchema.parse({
      courseId: String(courseId),
      sessionId: String(session!.id),
      kind: "other",
      title: "Opening",
      day: session!.day,
      startsAt: "07:00",
      endsAt: "08:00",
    });
    value(saveSession(as(w.coordinator, now + day), sessionForm));
    const moved = await feed(slug);
    const sequences = (events: Event[]) => events.map((e) => Number(e.SEQUENCE));
    expect(moved.events.map((e) => e.UID)).toEqual(first.events.map((e) => e.UID));
    expect(moved.events[0]!.DTSTART).toBe("20270207T070000");
    expect(moved.events[0]!["LAST-MODIFIED"]).toBe(written(now + day));
    expect(moved.events[1]!["LAST-MODIFIED"]).toBe(written(now));
    expect(Number(moved.events[0]!.SEQUENCE)).toBeGreaterThan(Number(first.events[0]!.SEQUENCE));
    expect(sequences(moved.events).slice(1)).toEqual(sequences(first.events).slice(1));

    // The course's own words, its zone and its state move every event.
    let before = moved;
    const steps = [
      (at: number) => change(courseId, { titleEn: "Another title" }, at),
      (at: number) => change(courseId, { titleEn: "Another title", placeEn: "Zarqa" }, at),
      (at: number) =>
        change(courseId, { titleEn: "Another title", placeEn: "Zarqa", zone: "Asia/Dubai" }, at),
      (at: number) =>
        setCourseState(as(w.coordinator, at), { courseId, from: "open", to: "cancelled", reason: "Snow" }),
    ];
    for (const [i, step] of steps.entries()) {
      const at = now + (i + 2) * day;
      value(step(at));
      const next = await feed(slug);
      expect(next.events.map((e) => e.UID)).toEqual(first.events.map((e) => e.UID));
      next.events.forEach((event, k) => {
        expect(Number(event.SEQUENCE)).toBeGreaterThan(Number(before.events[k]!.SEQUENCE));
        expect(event["LAST-MODIFIED"]).toBe(written(at));
      });
      before = next;
    }
    expect(before.events.every((e) => e.STATUS === "CANCELLED")).toBe(true);
    expect(before.text).toContain("METHOD:PUBLISH");
    expect(before.events[0]!.DTSTART).toBe("20270207T070000");
  });
  it("is not there for a draft, nor for a course that goes back to being one", async () => {
    expect((await feed(planned(w).slug)).status).toBe(404);
    const { courseId, slug } = opened(w, { startsOn: "2027-03-07", endsOn: "2027-03-11" });
    expect((await feed(slug)).status).toBe(200);
    value(setCourseState(as(w.coordinator, now), { courseId, from: "open", to: "draft", reason: null }));
    expect((await feed(slug)).status).toBe(404);
  });
});
