import * as gate from "../../access/gate";
import { disabledAmong } from "../../accounts/store";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { courseMoved } from "../../admission/commands/moved";
import { promote } from "../../admission/commands/promote";
import { heldAmong } from "../../attendance/store/kept";
import { keepingApproval } from "../../courses/commands/keepApproval";
import { addTrainer, type CourseRow, modulesIn, replaceTrainers, trainersIn } from "../../courses/store";
import { groupRow } from "../../groups/store";
import { personNames } from "../../people/store";
import { isClosed, isWithin, roomRow } from "../../places/store";
import { holdsTrainerRoleIn } from "../../programmes/store/roles";
import { refuse } from "../../result";
import { keptParams } from "../queries/inTheWay";
import { datesOf, sameDates } from "../rules/move";
import { differences, sessionFault } from "../rules/sessions";
import { timetableUndoSchema } from "../schema";
import { type KeptSession, trainedByOthers } from "../store";
import { type ChangeRow, changeRow, markUndone } from "../store/changes";
import { timetableToChange } from "./change";
import { moveWithDates } from "./move";
import { putSessions } from "./put";
import { removeSessions } from "./remove";

/** The sessions of a timetable as they are now, by their keys. */
type There = ReadonlyMap<number, KeptSession>;

/** A change that the viewer made and may undo, of a course that they may still work on. */
function changeToUndo(cx: Context, changeId: number): ChangeRow {
  const done = changeRow(cx, changeId) ?? refuse("notFound");
  gate.course(cx, "timetable.edit", done.courseId);
  // Everybody undoes their own: what a colleague did is theirs to take back, or to be changed by hand.
  if (done.byPersonId === null || done.byPersonId !== cx.viewer.personId) refuse("notFound");
  if (done.undoneAt !== null) refuse("undoneAlready");
  return done;
}

/** From when to when, as a fault says it: both days or neither. */
const daysSaid = ({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) =>
  startsOn && endsOn ? { from: { day: startsOn }, to: { day: endsOn } } : { from: null, to: null };

/** Refuses where the dates of the course are no longer as the change left them. */
function demandDatesAsLeft(course: CourseRow, { datesAfter }: ChangeRow): void {
  const { startsOn } = course;
  if (datesAfter && (startsOn === null || !sameDates(datesOf(course), datesAfter)))
    refuse("undoDatesChanged", { params: daysSaid(course) });
}

/** Refuses where a session is no longer as the change left it, with what is different now. */
function demandAsLeft(cx: Context, left: KeptSession, now: KeptSession | undefined): void {
  if (!now) refuse("undoGone", { params: keptParams(cx, left) });
  const [aspect] = differences(left, now);
  if (!aspect) return;
  const { kind, session } = keptParams(cx, left);
  const { weekday, times } = keptParams(cx, now);
  const room = now.roomId === null ? null : roomRow(cx, now.roomId)!.name;
  refuse("undoChanged", { params: { kind, session, aspect, weekday, times, room } });
}

/** Refuses where a roll has entries that rest on what the change made of a session. */
function demandNoRoll(cx: Context, { before, after }: ChangeRow): void {
  const was = new Map(before.map((s) => [s.id, s]));
  const touched = after.filter((left) => {
    const earlier = was.get(left.id);
    return !earlier || differences(earlier, left).some((a) => a === "time" || a === "content");
  });
  const held = heldAmong(
    cx,
    touched.map((s) => s.id),
  );
  const rested = touched.find((s) => held.has(s.id));
  if (rested) refuse("undoRollTaken", { params: keptParams(cx, rested) });
}

/** Refuses where the days do not hold the sessions that come back, and those that were added since. */
function demandInside(cx: Context, course: CourseRow, done: ChangeRow, there: There): void {
  const touched = new Set([...done.before, ...done.after].map((s) => s.id));
  const added = [...there.values()].filter((s) => !touched.has(s.id));
  const days = done.datesBefore ?? course;
  const outside = [...done.before, ...added].find((s) => sessionFault(s, days));
  if (outside) refuse("undoOutside", { params: { ...keptParams(cx, outside), ...daysSaid(days) } });
}

/** Refuses where somebody who is to train a session again no longer trains its course. */
function demandTrainers(cx: Context, course: CourseRow, personIds: readonly number[]): void {
  const allowed = trainersIn(cx, course.id);
  const gone = personIds.find((id) => !allowed.includes(id));
  if (gone !== undefined)
    refuse("undoTrainerLeft", { params: { trainer: { person: personNames(cx, gone)! } } });
}

/** Refuses where a session would come back to a trainer, a room, a group or a module that the course has no more. */
function demandStillOffered(
  cx: Context,
  course: CourseRow,
  before: KeptSession,
  now: KeptSession | undefined,
): void {
  const kept = now?.trainerIds ?? [];
  demandTrainers(
    cx,
    course,
    before.trainerIds.filter((id) => !kept.includes(id)),
  );
  if (before.roomId !== null && before.roomId !== now?.roomId) {
    // Rooms are retired, never deleted.
    const room = roomRow(cx, before.roomId)!;
    if (isClosed(cx, room) || !isWithin(cx, course, room.venueId))
      refuse("undoRoomGone", { params: { room: room.name } });
  }
  const { moduleId, groupId = null } = before;
  if (groupId !== null && !groupRow(cx, course.id, groupId))
    refuse("undoGroupGone", { params: keptParams(cx, before) });
  if (moduleId !== null && moduleId !== now?.moduleId && !modulesIn(cx, course.id).includes(moduleId))
    refuse("undoModuleGone", { params: keptParams(cx, before) });
}

/** Refuses unless everything can be as it was before the change. */
function demandUndoable(cx: Context, course: CourseRow, done: ChangeRow, there: There): void {
  demandDatesAsLeft(course, done);
  for (const left of done.after) demandAsLeft(cx, left, there.get(left.id));
  demandNoRoll(cx, done);
  demandInside(cx, course, done, there);
  for (const before of done.before) demandStillOffered(cx, course, before, there.get(before.id));
}

/** Brings whoever left the course's team with a change back to it, where they may still train. */
function bringBack(cx: Context, course: CourseRow, { before }: ChangeRow): void {
  const left = before[0]?.team?.left ?? null;
  const team = trainersIn(cx, course.id);
  if (left === null || team.includes(left)) return;
  const mayTrain =
    holdsTrainerRoleIn(cx, left, [course.programmeId]) && disabledAmong(cx, [left]).length === 0;
  if (mayTrain) addTrainer(cx, course.id, left);
}

/** Takes whoever came to the team with a change off it again, unless they have sessions by now. */
function takeOff(cx: Context, course: CourseRow, { before }: ChangeRow): void {
  const joined = before[0]?.team?.joined ?? null;
  const without = trainersIn(cx, course.id).filter((id) => id !== joined);
  if (joined !== null && !trainedByOthers(cx, course.id, without)) replaceTrainers(cx, course.id, without);
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

/**
 * Undoes what the viewer did to a timetable: the sessions are again as they were, under their own keys, and so are the
 * course's dates where these had moved. Refused as a whole where anything that it touched was changed since, where a roll
 * has entries that rest on it, or where a trainer, a room, a module or a day is no longer to be had. Sessions keep counting
 * their versions, so that calendars take it for news.
 */
export const undoTimetableChange = command("timetable.edit", timetableUndoSchema, (cx, { changeId }) => {
  const done = changeToUndo(cx, changeId);
  const { course, timetable, agreed } = timetableToChange(cx, done.courseId);
  bringBack(cx, course, done);
  demandUndoable(cx, course, done, new Map(timetable.map((s) => [s.id, s])));
  const dates = done.datesBefore;
  if (dates) {
    const sessionsToo = () => putBack(cx, course, done);
    keepingApproval(cx, course, () => moveWithDates(cx, course, dates, sessionsToo));
    promote(cx, course);
  } else putBack(cx, course, done);
  takeOff(cx, course, done);
  markUndone(cx, done.id);
  courseMoved(cx, agreed);
  happened(cx, { kind: "timetable.undone", courseId: course.id, change: done.id });
  return { courseId: course.id, slug: course.slug, changeId: done.id };
});
