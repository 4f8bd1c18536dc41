"use server";

import { action } from "@/app/_server/action";
import {
  createCourse as createCourseCommand,
  deleteSession as deleteSessionCommand,
  editCourse as editCourseCommand,
  proposeSessions as proposeSessionsCommand,
  saveSession as saveSessionCommand,
  setCourseState as setCourseStateCommand,
} from "@/lib/courses/commands";
import {
  courseEditSchema,
  courseSchema,
  courseStateSchema,
  proposalSchema,
  sessionDeleteSchema,
  sessionSchema,
} from "@/lib/courses/schema";

/** Plans a new course. */
export const createCourse = action("course.create", courseSchema, createCourseCommand, {
  to: ({ courseId }) => `/desk/courses/${courseId}/timetable`,
});

/** Changes the plan of a course. */
export const editCourse = action("course.edit", courseEditSchema, editCourseCommand, {
  showsInPublic: true,
  to: ({ courseId }) => `/desk/courses/${courseId}`,
});

/** Takes a course to another state. */
export const setCourseState = action("course.run", courseStateSchema, setCourseStateCommand, {
  showsInPublic: true,
  outOfDate: ["endingChanged"],
});

/** Proposes a timetable in place of the sessions so far. */
export const proposeSessions = action("timetable.edit", proposalSchema, proposeSessionsCommand, {
  showsInPublic: true,
});

/** Adds a session or changes one. */
export const saveSession = action("timetable.edit", sessionSchema, saveSessionCommand, {
  showsInPublic: true,
});

/** Takes a session out of the timetable. */
export const deleteSession = action("timetable.edit", sessionDeleteSchema, deleteSessionCommand, {
  showsInPublic: true,
  to: ({ courseId }) => `/desk/courses/${courseId}/timetable`,
});
