import * as gate from "../../lib/access/gate";
import type { Context } from "../../lib/acts/context";
import * as courses from "../../lib/courses/queries";
import * as messages from "../../lib/messages/queries";
import { ifGranted } from "../../lib/result";
import * as timetable from "../../lib/timetable/queries";
import * as today from "../../lib/today/queries";

/** The queries of a course by its key, as a page asks them: null for whom the gate refuses. */
export const deskCourse = (cx: Context, courseId: number) =>
  ifGranted(() => courses.deskCourse(cx, gate.course(cx, "course.read", courseId)));

export const courseHead = (cx: Context, courseId: number) =>
  ifGranted(() => courses.courseHead(cx, gate.course(cx, "course.read", courseId)));

export const decidedWorkshop = (cx: Context, courseId: number) =>
  ifGranted(() => courses.decidedWorkshop(cx, gate.course(cx, "workshop.approve", courseId)));

export const deskCourses = (cx: Context, filter: Parameters<typeof courses.deskCourses>[2]) =>
  courses.deskCourses(cx, gate.reach(cx, "course.read"), filter);

/** The sessions of a course, for whoever may read it. */
export const courseSessions = (cx: Context, courseId: number) =>
  timetable.courseSessions(cx, gate.course(cx, "course.read", courseId));

export const courseMove = (cx: Context, courseId: number, startsOn: string) =>
  ifGranted(() => timetable.courseMove(cx, gate.course(cx, "timetable.edit", courseId), startsOn));

export const ownTimetableChanges = (cx: Context, courseId: number, changeId: number | null) =>
  ifGranted(() => timetable.ownTimetableChanges(cx, gate.course(cx, "timetable.edit", courseId), changeId)) ??
  [];

/** The first page of somebody signed in, and what of a first day is left; nothing for a visitor. */
export const todayFor = (cx: Context, day: string) => today.todayFor(cx, gate.reach(cx, "today.read"), day);

export const firstSteps = (cx: Context) =>
  ifGranted(() => today.firstSteps(cx, gate.reach(cx, "today.read"))) ?? [];

export const personsToTell = (cx: Context) => messages.personsToTell(cx, gate.reach(cx, "today.read"));
