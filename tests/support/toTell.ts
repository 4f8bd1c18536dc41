import { eq } from "drizzle-orm";
import { writeMessage } from "../../app/_words/message";
import { read, sqlite } from "../../db/client";
import { registrations } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import type { Context } from "../../lib/acts/context";
import { decideRegistrations } from "../../lib/admission/commands";
import { editCourse } from "../../lib/courses/commands";
import { courseEditSchema } from "../../lib/courses/schema";
import { markTold } from "../../lib/messages/commands";
import { courseNotices } from "../../lib/messages/queries";
import { toldSchema } from "../../lib/messages/schema";
import { valuesOf } from "../../lib/messages/values";
import { saveSession } from "../../lib/timetable/commands";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "./as";
import { courseForm, now, opened, registered, value, type World } from "./world";

/** Registers somebody; gives the row. */
export async function join(course: { slug: string }, more: Record<string, unknown> = {}) {
  const { token } = value(await registered(course.slug, more));
  return read().select().from(registrations).where(eq(registrations.token, token)).get()!;
}
/** What a trainer is still to be told of other times or places, as it is written. */
export function trainingAsWritten(cx: Context, courseId: number, personId: number): string {
  const { params } = sqlite()
    .prepare("SELECT params FROM notices WHERE person_id = ? AND course_id = ? AND message = 'trainingMoved'")
    .get(personId, courseId) as { params: string };
  const told = { personId, registrationId: null, courseId, params: JSON.parse(params) };
  const said = valuesOf(cx, told, "en");
  return writeMessage({ language: "en", message: "trainingMoved", params: said }).text;
}

/** The people of a list that were ticked, as its form sends them. */
export const ticked = (courseId: number | null, ...ids: number[]) =>
  toldSchema.parse({ courseId: courseId === null ? "" : String(courseId), noticeIds: ids.map(String) });

/** What concerns the people whom the coordinator of a world is to tell. */
export function peopleToTellIn(w: World) {
  const decide = (
    row: { id: number; courseId: number },
    to: "shortlisted" | "accepted" | "waiting" | "declined",
  ) =>
    value(
      decideRegistrations(as(w.coordinator, now), {
        courseId: row.courseId,
        registrationIds: [row.id],
        to,
        reason: "Too far away",
      }),
    );
  /** Whom somebody is to tell in a course that they may decide in. */
  const noticesFor = (by: Viewer, courseId: number) =>
    courseNotices(as(by, now), gate.course(as(by, now), "registrations.decide", courseId));
  const notices = (courseId: number) => noticesFor(w.coordinator, courseId);
  /** Of those who registered; trainers hear of it beside them. */
  const toTell = (courseId: number) =>
    notices(courseId).toTell.flatMap((n) =>
      n.registrationId === null ? [] : [[n.registrationId, n.message]],
    );
  const everybody = (courseId: number) => ticked(courseId, ...notices(courseId).toTell.map((n) => n.id));

  return { decide, noticesFor, notices, toTell, everybody };
}

/** Courses that are changed after people were told of them, and the sessions of these. */
export function coursesThatMove(w: World) {
  const { toTell, everybody } = peopleToTellIn(w);

  /** A course with somebody who has the one place and somebody who waits; both know that. */
  async function running(more: Record<string, unknown> = {}) {
    const course = opened(w, { capacity: "1", ...more });
    const accepted = await join(course);
    const waiting = await join(course);
    value(markTold(as(w.coordinator, now), everybody(course.courseId)));
    const edit = (change: Record<string, unknown>, at = now) => {
      const { version } = sqlite()
        .prepare("SELECT version FROM courses WHERE id = ?")
        .get(course.courseId) as { version: number };
      const form = courseForm(w, { capacity: "1", ...more, ...change });
      const keys = { courseId: String(course.courseId), version: String(version) };
      value(editCourse(as(w.coordinator, at), courseEditSchema.parse({ ...form, ...keys })));
    };
    const moved = () => toTell(course.courseId).map(([id]) => (id === accepted.id ? "accepted" : "waiting"));
    return { ...course, accepted, waiting, edit, moved };
  }
  const sessionsOf = (courseId: number) =>
    sqlite().prepare("SELECT * FROM sessions WHERE course_id = ? ORDER BY start_instant").all(courseId) as {
      id: number;
      day: string;
      starts_at: string;
      ends_at: string;
      kind: string;
      module_id: number | null;
    }[];
  const save = (courseId: number, session: ReturnType<typeof sessionsOf>[number], more: object, at = now) =>
    value(
      saveSession(
        as(w.coordinator, at),
        sessionSchema.parse({
          courseId: String(courseId),
          sessionId: String(session.id),
          kind: session.kind,
          moduleId: session.module_id === null ? "" : String(session.module_id),
          day: session.day,
          startsAt: session.starts_at,
          endsAt: session.ends_at,
          ...more,
        }),
      ),
    );

  return { running, sessionsOf, save };
}
