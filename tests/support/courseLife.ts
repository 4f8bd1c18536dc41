import { eq } from "drizzle-orm";
import { read, sqlite } from "../../db/client";
import { courses, registrations, sessions } from "../../db/schema";
import { setCourseState } from "../../lib/courses/commands";
import type { CourseState } from "../../lib/courses/rules";
import { instantOf } from "../../lib/time/zone";
import { as } from "./as";
import { opened, type World } from "./world";

type Made = { courseId: number };

/** Courses of a week of their own, and the steps of their life. */
export function coursesByTheWeek(w: World) {
  let week = 0;

  /** A course of its own week, in a zone, that nobody else's trainer is needed for. */
  function course(more: Record<string, unknown> = {}, zone = "Asia/Amman") {
    week += 1;
    const month = String(1 + (week % 12)).padStart(2, "0");
    const year = 2028 + Math.floor(week / 12);
    const startsOn = `${year}-${month}-07`;
    const made = opened(w, {
      zone,
      startsOn,
      endsOn: `${year}-${month}-18`,
      trainerIds: [String(w.trainerIds[0])],
      ...more,
    });
    const blocks = read()
      .select()
      .from(sessions)
      .where(eq(sessions.courseId, made.courseId))
      .orderBy(sessions.startInstant)
      .all();
    return {
      ...made,
      zone,
      startsOn,
      blocks,
      firstMoment: instantOf(startsOn, "00:00", zone),
      lastStart: blocks.at(-1)!.startInstant,
    };
  }

  /** Takes a step as the coordinator. */
  const go = (made: Made, from: CourseState, to: CourseState, at: number, reason: string | null = null) =>
    setCourseState(as(w.coordinator, at), { courseId: made.courseId, from, to, reason });

  return { course, go };
}
export const stateOf = (made: Made) =>
  read().select().from(courses).where(eq(courses.id, made.courseId)).get()!.state;
export const peopleOf = (made: Made) =>
  read()
    .select()
    .from(registrations)
    .where(eq(registrations.courseId, made.courseId))
    .orderBy(registrations.id)
    .all();
export const reasonsOf = (made: Made) =>
  sqlite()
    .prepare("SELECT kind, reason FROM exceptions WHERE course_id = ? ORDER BY id")
    .all(made.courseId) as { kind: string; reason: string }[];
export const toldOf = (made: Made) =>
  sqlite()
    .prepare("SELECT registration_id AS id, message FROM notices WHERE course_id = ?")
    .all(made.courseId) as {
    id: number;
    message: string;
  }[];
