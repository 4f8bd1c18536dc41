import { eq } from "drizzle-orm";
import type * as z from "zod/mini";
import { type CourseDates, courses, type KeptSession } from "@/db/schema";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { promote } from "../../admission/commands";
import { audit } from "../../audit/commands";
import { calendarOf } from "../../places/queries";
import { type Result, refuse, withParams } from "../../result";
import { dayAt, instantOf } from "../../time/zone";
import { movedDates, movedDays, moveWord } from "../../timetable/rules/move";
import { timetableWord } from "../../timetable/rules/sessions";
import { moveInDoubt, recordedAs, yearDays } from "../rules/workshops";
import type { moveSchema } from "../schema";
import type { CourseRow } from "../store";
import { busyCode, engagements, roomCode, roomTakenBy } from "./course";
import { keepingApproval } from "./keepApproval";
import {
  changeTimetable,
  datesOf,
  heldAmong,
  putSessions,
  sameDates,
  type TimetableChanged,
  timetableOf,
} from "./sessions";

/** What moving a course does: its dates, its sessions with their new days, and who or what is in the way elsewhere. */
export function moveOf(cx: Context, course: CourseRow, timetable: KeptSession[], startsOn: string) {
  const before = datesOf(course);
  const { weekend, free } = calendarOf(cx, course.country);
  const used = [...new Set([before.startsOn, ...timetable.map((s) => s.day), before.endsOn])].sort();
  const places = movedDays(used, before.startsOn, startsOn, weekend, free);
  const dates = movedDates(before, places.get(before.startsOn)!, places.get(before.endsOn)!);
  const moved = timetable.map((s) => ({ ...s, day: places.get(s.day)! }));
  const own = new Set(timetable.map((s) => s.id));
  const clashes = moved.flatMap((s) => {
    const from = instantOf(s.day, s.startsAt, course.zone);
    const to = instantOf(s.day, s.endsAt, course.zone);
    const busy = engagements(cx, s.trainerIds, from, to, course.zone).filter(
      (other) => !own.has(other.sessionId),
    );
    const taken =
      s.roomId === null
        ? []
        : roomTakenBy(cx, s.roomId, from, to, course.zone).filter((other) => !own.has(other.sessionId));
    return [...busy.map((other) => busyCode(cx, other)), ...taken.map((other) => roomCode(cx, other))];
  });
  const held = heldAmong(cx, [...own]);
  const known = timetable.map((s) => ({ ...s, held: held.has(s.id) }));
  return {
    dates,
    sessions: moved,
    clashes: [...new Set(clashes)],
    held: held.size > 0,
    foreseen: moveWord(timetableWord(known), dates),
  };
}

/**
 * Sets the dates of a course whose sessions move with them. The file refuses a session outside its course at every
 * step, so the course is first as long as both need it. Within the open transaction.
 */
export function moveWithDates(cx: Context, course: CourseRow, dates: CourseDates, put: () => void): void {
  const set = (columns: Partial<CourseRow>) =>
    cx.db.update(courses).set(columns).where(eq(courses.id, course.id)).run();
  const before = datesOf(course);
  set({
    startsOn: [before.startsOn, dates.startsOn].sort()[0],
    endsOn: [before.endsOn, dates.endsOn].sort()[1],
  });
  put();
  // A workshop moved into the past or out of it is recorded as it would have been at first.
  const recorded =
    course.scheduledBy !== null && (course.state === "open" || course.enteredAfterwards)
      ? recordedAs(dates.endsOn, dayAt(cx.now, course.zone))
      : {};
  set({ ...dates, ...recorded, updatedAt: cx.now, version: course.version + 1 });
}

/**
 * Moves a whole course to another first day: its dates, its last day to apply and all its sessions, with their times of
 * day. Refused where the year is in doubt, once a roll has entries, where a trainer or a room is taken then, and where it is no longer what the page
 * foresaw.
 */
export function moveCourse(cx: Context, input: z.output<typeof moveSchema>): Result<TimetableChanged> {
  return changeTimetable(cx, input.courseId, "move", (course, timetable) => {
    if (!course.startsOn) refuse("courseNeedsDates");
    if (moveInDoubt(input.startsOn, course.startsOn, dayAt(cx.now, course.zone)))
      refuse("invalid", {
        fields: { startsOn: withParams("yearInDoubt", { day: input.startsOn, days: yearDays }) },
      });
    const move = moveOf(cx, course, timetable, input.startsOn);
    if (move.held) refuse("moveAfterRoll");
    if (sameDates(move.dates, datesOf(course))) refuse("invalid", { fields: { startsOn: "moveNowhere" } });
    if (input.foreseen && input.foreseen !== move.foreseen) refuse("moveChanged");
    if (move.clashes[0]) refuse("invalid", { fields: { startsOn: move.clashes[0] } });
    keepingApproval(cx, course.id, () =>
      moveWithDates(cx, course, move.dates, () =>
        putSessions(cx, course, move.sessions, ({ code }) =>
          refuse("invalid", { fields: { startsOn: code } }),
        ),
      ),
    );
    // Another last day to apply may free a place for somebody who waits.
    promote(cx, gate.course(cx, "timetable.edit", course.id));
    audit(cx, "timetable.move", "course", course.id, { ...move.dates });
    return {};
  });
}

/** The timetable of a course and what moving it does, for the page that asks; null where it has no dates. */
export function foreseenMove(cx: Context, courseId: number, startsOn: string) {
  const course = cx.db.select().from(courses).where(eq(courses.id, courseId)).get();
  if (!course?.startsOn) return null;
  const timetable = timetableOf(cx, courseId);
  return { ...moveOf(cx, course, timetable, startsOn), timetable };
}
