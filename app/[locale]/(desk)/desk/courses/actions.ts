"use server";

import { action } from "@/app/_actions/action";
import {
  confirmCourse as confirmCourseCommand,
  createCourse as createCourseCommand,
  editCourse as editCourseCommand,
  moveCurriculum as moveCurriculumCommand,
  setCourseState as setCourseStateCommand,
} from "@/lib/courses/commands";
import { takenWord } from "@/lib/templates/rules";
import {
  deleteSession as deleteSessionCommand,
  moveCourse as moveCourseCommand,
  proposeSessions as proposeSessionsCommand,
  rearrangeSessions as rearrangeSessionsCommand,
  saveSession as saveSessionCommand,
  swapSessions as swapSessionsCommand,
  undoTimetableChange as undoTimetableChangeCommand,
} from "@/lib/timetable/commands";
import { leftOverWord } from "@/lib/timetable/rules/leftOver";
import { overtakesUndo } from "@/lib/timetable/rules/overtaken";
import type { LeftOver } from "@/lib/timetable/rules/propose";
import { readStepped } from "@/lib/timetable/rules/stepping";
import { planSaved } from "./planSaved";

/** Plans a new course. */
export const createCourse = action(createCourseCommand, {
  to: ({ courseId, taken }) =>
    `/desk/courses/${courseId}/timetable?created=yes${taken ? `&taken=${takenWord(taken)}` : ""}`,
  inPlace: true,
});

/** Changes the plan of a course. */
export const editCourse = action(editCourseCommand, {
  to: planSaved,
});

/** Moves a course to the newest curricula of its tools. */
export const moveCurriculum = action(moveCurriculumCommand, {
  to: ({ courseId }) => `/desk/courses/${courseId}?done=curriculum`,
  outOfDate: ["curriculumChanged"],
});

/** Says that a course takes place. */
export const confirmCourse = action(confirmCourseCommand, {
  to: ({ courseId }) => `/desk/courses/${courseId}?done=goesAhead`,
  // Decided meanwhile, the page has no such form any more: it says so, and how the course stands now.
  toAfterFault: ({ code }, { courseId }) =>
    code === "notTentative" ? `/desk/courses/${Number(courseId)}?done=decidedMeanwhile` : null,
});

/** Takes a course to another state. */
export const setCourseState = action(setCourseStateCommand, {
  to: ({ courseId }, { to }) => `/desk/courses/${courseId}?done=${String(to)}`,
  outOfDate: ["endingChanged", "cancelBegun"],
  // Cancelled or begun meanwhile, the page asks for that no more: it says so, and how the course stands now.
  toAfterFault: ({ code }, { courseId, to }) =>
    code === "stale" && to === "cancelled" ? `/desk/courses/${Number(courseId)}?done=decidedMeanwhile` : null,
});

/** The timetable, with the change that was just made and the way to undo it. */
const timetableAfter = (
  {
    courseId,
    changeId,
    sessionId,
  }: {
    courseId: number;
    changeId: number | null;
    sessionId?: number;
  },
  said: { step?: unknown; view?: unknown } = {},
) => {
  const stepped = readStepped(said.step);
  // Whoever steps through what is open goes on with it.
  const along = stepped?.along ? "&along=programme" : "";
  const next = stepped ? `&issue=${stepped.place}&after=${encodeURIComponent(stepped.word)}${along}` : "";
  const done = changeId === null ? `saved=${sessionId ?? ""}` : `change=${changeId}`;
  // Whoever looked at all days, or at the list, goes on with that.
  const view = said.view === "all" || said.view === "list" ? `&view=${said.view}` : "";
  return `/desk/courses/${courseId}/timetable?${done}${next}${view}#change`;
};

/** The same after a proposal, with what found no room in it. */
const timetableProposed = (
  made: Parameters<typeof timetableAfter>[0] & { leftOver: LeftOver[] },
  said: { view?: unknown },
) => {
  const address = timetableAfter(made, said);
  return made.leftOver.length > 0
    ? address.replace("#", `&left=${encodeURIComponent(leftOverWord(made.leftOver))}#`)
    : address;
};

/** Proposes a timetable in place of the sessions that do not stay. */
export const proposeSessions = action(proposeSessionsCommand, {
  to: timetableProposed,
  outOfDate: ["timetableChanged"],
});

/** The timetable as it is now where somebody took the session out meanwhile: its forms are gone with it. */
const whereGone = (fault: { code: string; fields?: unknown }, said: Record<string, unknown>) => {
  const [courseId, sessionId] = [Number(said.courseId), Number(said.sessionId)];
  return fault.code === "sessionGone" && fault.fields === undefined && courseId > 0
    ? timetableAfter({ courseId, changeId: null, sessionId })
    : null;
};

/** Adds a session or changes one. */
export const saveSession = action(saveSessionCommand, {
  to: timetableAfter,
  toAfterFault: whereGone,
  showsTyped: true,
});

/** Takes a session out of the timetable. */
export const deleteSession = action(deleteSessionCommand, { to: timetableAfter, toAfterFault: whereGone });

/** Lets two sessions change places. */
export const swapSessions = action(swapSessionsCommand, {
  to: timetableAfter,
  toAfterFault: whereGone,
  outOfDate: ["sessionGone"],
});

/** Puts sessions elsewhere by hand. */
export const rearrangeSessions = action(rearrangeSessionsCommand, {
  to: timetableAfter,
  toAfterFault: whereGone,
  outOfDate: ["rearrangeStale"],
});

/** Moves a whole course to another first day. */
export const moveCourse = action(moveCourseCommand, {
  to: timetableAfter,
  outOfDate: ["moveChanged"],
});

/** Undoes what the viewer did to a timetable. */
export const undoTimetableChange = action(undoTimetableChangeCommand, {
  to: timetableAfter,
  // Somebody was there before: the sheet as it is now, and beside it why, in place of what had been done.
  toAfterFault: ({ code }, { courseId, changeId }) =>
    // A page from before this says no course: its form says why, where it has scripts.
    (overtakesUndo as readonly string[]).includes(code) && Number(courseId) > 0
      ? `/desk/courses/${Number(courseId)}/timetable?change=${Number(changeId)}&refused=yes#change`
      : null,
});
