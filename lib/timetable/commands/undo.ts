import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { courseMoved } from "../../admission/commands/moved";
import { promote } from "../../admission/commands/promote";
import { keepingApproval } from "../../courses/commands/keepApproval";
import { addTrainer, type CourseRow, trainersIn } from "../../courses/store";
import { giveRequestsBack, letWait } from "../../requests/commands/manage";
import { ownWord } from "../../requests/ownWord";
import { requestRow } from "../../requests/store";
import { refuse } from "../../result";
import { comesBack, demandUndoable } from "../queries/undoable";
import { timetableUndoSchema } from "../schema";
import { type ChangeRow, changeRow, markUndone } from "../store/changes";
import { leaveTeam, standingOf } from "./change";
import { moveWithDates } from "./move";
import { putSessions } from "./put";
import { removeSessions } from "./remove";

/** A change that the viewer made and may undo, with its course, which they may still work on. */
function changeToUndo(cx: Context, changeId: number) {
  const done = changeRow(cx, changeId) ?? refuse("notFound");
  const course = gate.course(cx, "timetable.edit", done.courseId);
  // Everybody undoes their own: what a colleague did is theirs to take back, or to be changed by hand.
  if (done.byPersonId === null || done.byPersonId !== cx.viewer.personId) refuse("notFound");
  if (done.undoneAt !== null) refuse("undoneAlready");
  return { course, done };
}

/** Brings whoever left the course's team with a change back to it, where they may still train. */
function bringBack(cx: Context, course: CourseRow, done: ChangeRow): void {
  const left = comesBack(cx, course, done);
  if (left !== null) addTrainer(cx, course.id, left);
}

/** Takes whoever came to the team with a change off it again, unless they have sessions by now. */
function takeOff(cx: Context, course: gate.GrantedCourse<"timetable.edit">, { before }: ChangeRow): void {
  const joined = before[0]?.team?.joined ?? null;
  if (joined !== null) leaveTeam(cx, { course }, joined);
}

/** Lets the requests wait again that were taken back where one took another's place, and the one of which an acceptance was entered. */
function askAgainWhoWas(
  cx: Context,
  course: gate.GrantedCourse<"timetable.edit">,
  { before }: ChangeRow,
): void {
  const { requestIds = [], replaced, accepted } = before[0]?.team ?? {};
  if (replaced) giveRequestsBack(cx, course, requestIds, replaced.personId);
  if (accepted !== undefined && !letWait(cx, course, accepted)) refuse("undoAskedAnew");
}

/**
 * Puts the sessions back as they were before a change, under their own keys. Trainers and rooms
 * that another session had at that time already, which nobody has touched since, are given back with the rest: a session
 * that was deleted is not lost for it.
 */
function putBack(
  cx: Context,
  course: gate.GrantedCourse<"timetable.edit">,
  { before, after, at }: ChangeRow,
): void {
  const was = new Set(before.map((s) => s.id));
  removeSessions(
    cx,
    course,
    after.filter((s) => !was.has(s.id)).map((s) => s.id),
  );
  putSessions(
    cx,
    course,
    before,
    undefined,
    ({ sessionId, updatedAt }) => was.has(sessionId) || updatedAt < at,
  );
}

/** Whose acceptance was entered by a change, where no mail reaches them: whoever entered it speaks with them. */
function ownWordIn(cx: Context, { before }: ChangeRow): number | null {
  const accepted = before[0]?.team?.accepted;
  const request = accepted === undefined ? undefined : requestRow(cx, accepted);
  return request ? ownWord(cx, request.personId) : null;
}

/**
 * Undoes what the viewer did to a timetable: the sessions are again as they were, under their own keys, and so are the
 * course's dates where these had moved. Refused as a whole where anything that it touched was changed since, where a roll
 * has entries that rest on it, or where a trainer, a room, a module or a day is no longer to be had. Sessions keep counting
 * their versions, so that calendars take it for news.
 */
export const undoTimetableChange = command("timetable.edit", timetableUndoSchema, (cx, { changeId }) => {
  const { course: of, done } = changeToUndo(cx, changeId);
  const { course, timetable, agreed } = standingOf(cx, of);
  bringBack(cx, course, done);
  demandUndoable(cx, course, done, { timetable, team: trainersIn(cx, course.id) });
  const dates = done.datesBefore;
  if (dates) {
    const sessionsToo = () => putBack(cx, course, done);
    keepingApproval(cx, course, () => moveWithDates(cx, course, dates, sessionsToo));
    promote(cx, course);
  } else putBack(cx, course, done);
  takeOff(cx, course, done);
  askAgainWhoWas(cx, course, done);
  markUndone(cx, done.id);
  courseMoved(cx, agreed, ownWordIn(cx, done));
  happened(cx, { kind: "timetable.undone", courseId: course.id, change: done.id });
  return { courseId: course.id, slug: course.slug, changeId: done.id };
});
