import type { TimetableChangeKind } from "../../../db/values/timetable";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { type Agreed, agreedOf, courseMoved } from "../../admission/commands/moved";
import { heldAmong } from "../../attendance/store/kept";
import { allows } from "../../courses/rules";
import { courseRow, replaceTrainers, trainersIn } from "../../courses/store";
import type { Replacing } from "../../requests/commands/training";
import { refuse } from "../../result";
import { datesOf, sameDates } from "../rules/move";
import { timetableWord } from "../rules/sessions";
import { type KeptSession, type TeamChange, trainedByOthers } from "../store";
import { insertChange } from "../store/changes";
import { timetableOf } from "../store/kept";

/** A timetable that is about to be changed: its course, what stands in it and what people plan by. */
export type Standing = {
  course: gate.GrantedCourse<"timetable.edit">;
  timetable: KeptSession[];
  agreed: Agreed;
};

/** What every change of a timetable answers: its key, or null where nothing became different. */
export type TimetableChanged = { courseId: number; slug: string; changeId: number | null };

/** The timetable of this course, to change, as one takes the place of another or not; refused where its course is in a state that keeps it. */
export function timetableToChange(cx: Context, courseId: number, replacing?: Replacing): Standing {
  return standingOf(cx, gate.course(cx, "timetable.edit", courseId), replacing);
}

/** The same of a course that the gate handed out for it. */
export function standingOf(
  cx: Context,
  course: gate.GrantedCourse<"timetable.edit">,
  replacing?: Replacing,
): Standing {
  if (!allows(course.state, "plan")) refuse("courseStateForbids");
  return { course, timetable: timetableOf(cx, course.id), agreed: agreedOf(cx, course, replacing) };
}

/** A timetable with whether each session was held: a roll has entries that count. */
export function withHeld(
  cx: Context,
  timetable: readonly KeptSession[],
): (KeptSession & { held: boolean })[] {
  const held = heldAmong(
    cx,
    timetable.map((s) => s.id),
  );
  return timetable.map((s) => ({ ...s, held: held.has(s.id) }));
}

/** What a page showed of a session and its timetable when its form was opened. */
type Shown = { version?: number | null; foreseen?: string | null };

/** Refuses where the page showed another session, or another timetable, than there is. */
export function demandAsShown(
  cx: Context,
  { timetable }: Standing,
  shown: Shown,
  session: KeptSession,
): void {
  if (shown.version && shown.version !== session.version) refuse("rearrangeStale");
  if (shown.foreseen && shown.foreseen !== timetableWord(withHeld(cx, timetable))) refuse("rearrangeStale");
}

/** Puts what became of a timetable where it can be undone; null where nothing did. */
function keepIfChanged(
  cx: Context,
  { course, timetable: was }: Standing,
  kind: TimetableChangeKind,
  team: TeamChange | undefined,
): number | null {
  const is = timetableOf(cx, course.id);
  const later = courseRow(cx, course.id)!;
  const untouched = (a: KeptSession) => (b: KeptSession) => a.id === b.id && a.version === b.version;
  const before = was.filter((s) => !is.some(untouched(s)));
  const after = is.filter((s) => !was.some(untouched(s)));
  const moved = course.startsOn !== null && !sameDates(datesOf(course), datesOf(later));
  if (before.length === 0 && after.length === 0 && !moved) return null;
  return insertChange(cx, {
    courseId: course.id,
    kind,
    byPersonId: cx.viewer.personId,
    at: cx.now,
    datesBefore: moved ? datesOf(course) : null,
    datesAfter: moved ? datesOf(later) : null,
    before: team ? before.map((s) => ({ ...s, team })) : before,
    after,
  });
}

/**
 * Ends a change of a timetable: what the sessions and the course's dates were and became is kept, so that it can be undone,
 * and who plans by it is told. Within the open transaction.
 * @param team who left the course and came to it with the change, so that undoing it brings them back.
 * @param ownWord whose own word it was, so that they need not be told.
 */
export function keepChange(
  cx: Context,
  before: Standing,
  kind: TimetableChangeKind,
  team?: TeamChange,
  ownWord: number | null = null,
): TimetableChanged {
  const changeId = keepIfChanged(cx, before, kind, team);
  courseMoved(cx, before.agreed, ownWord);
  return { courseId: before.course.id, slug: before.course.slug, changeId };
}

/** Takes somebody off the team of a course unless they train any of its sessions; true where they left. Within the open transaction. */
export function leaveTeam(cx: Context, { course }: Pick<Standing, "course">, personId: number): boolean {
  const without = trainersIn(cx, course.id).filter((id) => id !== personId);
  if (trainedByOthers(cx, course.id, without)) return false;
  replaceTrainers(cx, course.id, without);
  return true;
}
