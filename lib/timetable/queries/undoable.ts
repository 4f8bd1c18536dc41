import type { GrantedCourse } from "../../access/gate";
import { disabledAmong } from "../../accounts/store";
import type { Context } from "../../acts/context";
import { heldAmong } from "../../attendance/store/kept";
import { type CourseRow, modulesIn, trainersIn } from "../../courses/store";
import type { More } from "../../faults";
import { groupRow } from "../../groups/store";
import { personNames } from "../../people/store";
import { isClosed, isWithin, roomRow } from "../../places/store";
import { holdsTrainerRoleIn } from "../../programmes/store/roles";
import { mayWait, requestRow } from "../../requests/store";
import { type Fault, Refusal } from "../../result";
import { datesOf, sameDates } from "../rules/move";
import type { OvertakesUndo } from "../rules/overtaken";
import { differences, sessionFault } from "../rules/sessions";
import type { KeptSession } from "../store";
import { type ChangeRow, changeRow } from "../store/changes";
import { timetableOf } from "../store/kept";
import { keptParams } from "./inTheWay";

/** Refuses an undo by what is another by now: by one of those codes, by which the page is led to what is true. */
function overtaken<const C extends OvertakesUndo>(code: C, ...more: More<C>): never {
  throw new Refusal({ code, ...more[0] } as Fault);
}

/** The sessions of a timetable as they are now, by their keys. */
type There = ReadonlyMap<number, KeptSession>;

/** From when to when, as a fault says it: both days or neither. */
const daysSaid = ({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) =>
  startsOn && endsOn ? { from: { day: startsOn }, to: { day: endsOn } } : { from: null, to: null };

/** Refuses where the dates of the course are no longer as the change left them. */
function demandDatesAsLeft(course: CourseRow, { datesAfter }: ChangeRow): void {
  const { startsOn } = course;
  if (datesAfter && (startsOn === null || !sameDates(datesOf(course), datesAfter)))
    overtaken("undoDatesChanged", { params: daysSaid(course) });
}

/** Refuses where a session is no longer as the change left it, with what is different now. */
function demandAsLeft(cx: Context, left: KeptSession, now: KeptSession | undefined): void {
  if (!now) overtaken("undoGone", { params: keptParams(cx, left) });
  const [aspect] = differences(left, now);
  if (!aspect) return;
  const { kind, session } = keptParams(cx, left);
  const { weekday, times } = keptParams(cx, now);
  const room = now.roomId === null ? null : roomRow(cx, now.roomId)!.name;
  overtaken("undoChanged", { params: { kind, session, aspect, weekday, times, room } });
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
  if (rested) overtaken("undoRollTaken", { params: keptParams(cx, rested) });
}

/** Refuses where somebody may have trained already what an acceptance gave them, that was entered for them. */
function demandToCome(cx: Context, { before, after }: ChangeRow): void {
  if (before[0]?.team?.accepted === undefined) return;
  const begun = after.find((s) => s.startInstant <= cx.now);
  if (begun) overtaken("undoBegun", { params: keptParams(cx, begun) });
}

/** Refuses where a request whose acceptance was entered cannot wait again: the same was asked anew, or of a group that is gone. */
function demandMayWait(cx: Context, { before }: ChangeRow): void {
  const accepted = before[0]?.team?.accepted;
  if (accepted !== undefined && !mayWait(cx, requestRow(cx, accepted))) overtaken("undoAskedAnew");
}

/** Refuses where the days do not hold the sessions that come back, and those that were added since. */
function demandInside(cx: Context, course: CourseRow, done: ChangeRow, there: There): void {
  const touched = new Set([...done.before, ...done.after].map((s) => s.id));
  const added = [...there.values()].filter((s) => !touched.has(s.id));
  const days = done.datesBefore ?? course;
  const outside = [...done.before, ...added].find((s) => sessionFault(s, days));
  if (outside) overtaken("undoOutside", { params: { ...keptParams(cx, outside), ...daysSaid(days) } });
}

/** Refuses where somebody who is to train a session again no longer trains its course, or can no longer sign in and it is to come. */
function demandTrainers(
  cx: Context,
  team: readonly number[],
  personIds: readonly number[],
  isToCome: boolean,
): void {
  const disabled = isToCome ? disabledAmong(cx, personIds) : [];
  const gone = personIds.find((id) => !team.includes(id) || disabled.includes(id));
  if (gone !== undefined)
    overtaken("undoTrainerLeft", { params: { trainer: { person: personNames(cx, gone)! } } });
}

/** Refuses where a session would come back to a trainer, a room, a group or a module that the course has no more. */
function demandStillOffered(
  cx: Context,
  course: CourseRow,
  before: KeptSession,
  { now, team }: { now: KeptSession | undefined; team: readonly number[] },
): void {
  // What goes to another time takes its trainers and its room with it.
  const isToCome = before.startInstant > cx.now;
  const moves = !now || (isToCome && differences(before, now).includes("time"));
  const kept = moves ? [] : now.trainerIds;
  demandTrainers(
    cx,
    team,
    before.trainerIds.filter((id) => !kept.includes(id)),
    isToCome,
  );
  if (before.roomId !== null && (moves || before.roomId !== now.roomId)) {
    // Rooms are retired, never deleted.
    const room = roomRow(cx, before.roomId)!;
    if (isClosed(cx, room) || !isWithin(cx, course, room.venueId))
      overtaken("undoRoomGone", { params: { room: room.name } });
  }
  const { moduleId, groupId = null } = before;
  if (groupId !== null && !groupRow(cx, course.id, groupId))
    overtaken("undoGroupGone", { params: keptParams(cx, before) });
  if (moduleId !== null && moduleId !== now?.moduleId && !modulesIn(cx, course.id).includes(moduleId))
    overtaken("undoModuleGone", { params: keptParams(cx, before) });
}

/** How a course is planned as its change is to be undone, and who may train in it then. */
type Standing = { timetable: readonly KeptSession[]; team: readonly number[] };

/** Refuses unless everything can be as it was before the change. */
export function demandUndoable(
  cx: Context,
  course: CourseRow,
  done: ChangeRow,
  { timetable, team }: Standing,
): void {
  const there: There = new Map(timetable.map((s) => [s.id, s]));
  demandDatesAsLeft(course, done);
  for (const left of done.after) demandAsLeft(cx, left, there.get(left.id));
  demandNoRoll(cx, done);
  demandToCome(cx, done);
  demandMayWait(cx, done);
  demandInside(cx, course, done, there);
  for (const before of done.before)
    demandStillOffered(cx, course, before, { now: there.get(before.id), team });
}

/** Whoever left the course's team with a change and comes back to it when it is undone; null where nobody does, or may. */
export function comesBack(cx: Context, course: CourseRow, { before }: ChangeRow): number | null {
  const left = before[0]?.team?.left ?? null;
  if (left === null || trainersIn(cx, course.id).includes(left)) return null;
  const mayTrain =
    holdsTrainerRoleIn(cx, left, [course.programmeId]) && disabledAmong(cx, [left]).length === 0;
  return mayTrain ? left : null;
}

/** Why a change of the viewer's cannot be undone any more, as it is refused; null where nothing that it touched is another. */
export function whyNotUndone(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  changeId: number,
): Fault | null {
  const done = changeRow(cx, changeId);
  if (done?.courseId !== course.id || done.byPersonId !== cx.viewer.personId || done.undoneAt !== null)
    return null;
  const back = comesBack(cx, course, done);
  const team = [...trainersIn(cx, course.id), ...(back === null ? [] : [back])];
  try {
    demandUndoable(cx, course, done, { timetable: timetableOf(cx, course.id), team });
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.fault;
    throw error;
  }
}
