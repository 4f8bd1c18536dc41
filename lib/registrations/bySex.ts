import type { Context } from "../acts/context";
import type { Event } from "../acts/events";
import { courseTouchedBy } from "../acts/rules";
import { sexesSaidTo } from "../people/store/facts";
import { keptBySex } from "../records/rules/numbers";
import {
  cameAndAgreed,
  countedCourse,
  countedCoursesOf,
  forgetCameBySex,
  keepCameBySex,
} from "./store/bySex";

/**
 * Counts anew by sex who came to a course, from the sealed answers of those who agreed to totals, and keeps the number alone. Of a course that
 * goes on nothing is kept. Within the open transaction; twice is the same as once.
 */
export function recountBySex(cx: Context, courseId: number): void {
  const course = countedCourse(cx, courseId);
  if (!course) {
    forgetCameBySex(cx, courseId);
    return;
  }
  const answers = sexesSaidTo(cx, course.programmeId, cameAndAgreed(cx, course.id));
  keepCameBySex(cx, course.id, keptBySex(answers));
}

/** Counts anew by sex the courses of a programme to which somebody came whose answer is another one. */
export function recountBySexOf(cx: Context, personId: number, programmeId: number): void {
  for (const courseId of countedCoursesOf(cx, personId, programmeId)) recountBySex(cx, courseId);
}

/** What says who came to a course, or that it ended or goes on again. */
const touching = ["course", "workshop", "record", "registration", "roll", "timetable"];

/** Counts anew by sex who came to the course that an event is about. */
export function recountBySexAfter(cx: Context, event: Event): void {
  const courseId = courseTouchedBy(event);
  if (courseId !== null && touching.includes(event.kind.split(".")[0]!)) recountBySex(cx, courseId);
}
