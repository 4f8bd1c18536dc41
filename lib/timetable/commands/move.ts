import type { GrantedCourse } from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { promote } from "../../admission/commands/promote";
import { keepingApproval } from "../../courses/commands/keepApproval";
import { moveInDoubt, recordedAs, yearDays } from "../../courses/rules/workshops";
import { type CourseRow, updateCourse } from "../../courses/store";
import { fault } from "../../faults";
import { refuse, refuseAt } from "../../result";
import { dayAt } from "../../time/zone";
import { moveOf } from "../queries/move";
import { datesOf, sameDates } from "../rules/move";
import { moveSchema } from "../schema";
import type { CourseDates } from "../store";
import { keepChange, type Standing, timetableToChange } from "./change";
import { putSessions } from "./put";

/**
 * Sets the dates of a course whose sessions move with them. The file refuses a session outside its course at every
 * step, so the course is first as long as both need it. Within the open transaction.
 * @returns the course as it is then.
 */
export function moveWithDates(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  dates: CourseDates,
  put: () => void,
): CourseRow {
  const before = datesOf(course);
  updateCourse(cx, course.id, {
    startsOn: [before.startsOn, dates.startsOn].sort()[0],
    endsOn: [before.endsOn, dates.endsOn].sort()[1],
  });
  put();
  // A workshop moved into the past or out of it is recorded as it would have been at first.
  const recorded =
    course.scheduledBy !== null && (course.state === "open" || course.enteredAfterwards)
      ? recordedAs(dates.endsOn, dayAt(cx.now, course.zone))
      : {};
  return updateCourse(cx, course.id, {
    ...dates,
    ...recorded,
    updatedAt: cx.now,
    version: course.version + 1,
    planVersion: course.planVersion + 1,
  });
}

/** What a move does as its page foresaw it; refused where it may not be done, or is another one by now. */
function agreedMove(
  cx: Context,
  { course, timetable }: Standing,
  startsOn: string,
  foreseen?: string | null,
) {
  if (!course.startsOn) refuse("courseNeedsDates");
  if (moveInDoubt(startsOn, course.startsOn, dayAt(cx.now, course.zone)))
    refuseAt({ startsOn: fault("yearInDoubt", { params: { day: { day: startsOn }, days: yearDays } }) });
  const move = moveOf(cx, course, timetable, startsOn);
  if (move.held) refuse("moveAfterRoll");
  if (sameDates(move.dates, datesOf(course))) refuseAt({ startsOn: fault("moveNowhere") });
  if (foreseen && foreseen !== move.foreseen) refuse("moveChanged");
  if (move.clashes[0]) refuseAt({ startsOn: move.clashes[0] });
  return move;
}

/**
 * Moves a whole course to another first day: its dates, its last day to apply and all its sessions, with their times of
 * day. Refused where the year is in doubt, once a roll has entries, where a trainer or a room is taken then or no longer there, and where it
 * is no longer what the page foresaw.
 */
export const moveCourse = command("timetable.edit", moveSchema, (cx, input) => {
  const before = timetableToChange(cx, input.courseId);
  const { course } = before;
  const move = agreedMove(cx, before, input.startsOn, input.foreseen);
  const putAll = () =>
    putSessions(cx, course, move.sessions, ({ fault: said }) => refuseAt({ startsOn: said }));
  keepingApproval(cx, course, () => moveWithDates(cx, course, move.dates, putAll));
  // Another last day to apply may free a place for somebody who waits.
  promote(cx, course);
  const changed = keepChange(cx, before, "move");
  happened(cx, { kind: "timetable.moved", courseId: course.id, ...move.dates });
  return changed;
});
