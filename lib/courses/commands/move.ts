import { eq } from "drizzle-orm";
import type * as z from "zod";
import type { Db } from "@/db/client";
import { type CourseDates, courses, type KeptSession } from "@/db/schema";
import type { Viewer } from "../../access/rules";
import { audit } from "../../audit/commands";
import { fault } from "../../faults";
import { promote } from "../../registrations/commands";
import { type Result, refuse, refuseAt } from "../../result";
import { dayAt, instantOf } from "../../time/zone";
import { movedDates, movedDays, moveInDoubt, moveWord, recordedAs, timetableWord, yearDays } from "../rules";
import type { moveSchema } from "../schema";
import { keepingApproval } from "./approval";
import { busyFault, courseFor, engagements, roomFault, roomTakenBy } from "./course";
import {
  type CourseRow,
  changeTimetable,
  datesOf,
  heldAmong,
  putSessions,
  sameDates,
  type TimetableChanged,
  timetableOf,
} from "./sessions";
import { calendarOf } from "./timetable";

/** What moving a course does: its dates, its sessions with their new days, and who or what is in the way elsewhere. */
export function moveOf(
  db: Db,
  viewer: Viewer,
  course: CourseRow,
  timetable: KeptSession[],
  startsOn: string,
) {
  const before = datesOf(course);
  const { weekend, free } = calendarOf(db, course.country);
  const used = [...new Set([before.startsOn, ...timetable.map((s) => s.day), before.endsOn])].sort();
  const places = movedDays(used, before.startsOn, startsOn, weekend, free);
  const dates = movedDates(before, places.get(before.startsOn)!, places.get(before.endsOn)!);
  const moved = timetable.map((s) => ({ ...s, day: places.get(s.day)! }));
  const own = new Set(timetable.map((s) => s.id));
  const clashes = moved.flatMap((s) => {
    const from = instantOf(s.day, s.startsAt, course.zone);
    const to = instantOf(s.day, s.endsAt, course.zone);
    const busy = engagements(db, s.trainerIds, from, to, course.zone).filter(
      (other) => !own.has(other.sessionId),
    );
    const taken =
      s.roomId === null
        ? []
        : roomTakenBy(db, s.roomId, from, to, course.zone).filter((other) => !own.has(other.sessionId));
    return [
      ...busy.map((other) => busyFault(viewer, other)),
      ...taken.map((other) => roomFault(viewer, other)),
    ];
  });
  const held = heldAmong(db, [...own]);
  const known = timetable.map((s) => ({ ...s, held: held.has(s.id) }));
  return {
    dates,
    sessions: moved,
    clashes: [...new Map(clashes.map((clash) => [JSON.stringify(clash), clash])).values()],
    held: held.size > 0,
    foreseen: moveWord(timetableWord(known), dates),
  };
}

/**
 * Sets the dates of a course whose sessions move with them. The file refuses a session outside its course at every
 * step, so the course is first as long as both need it. Within the open transaction.
 */
export function moveWithDates(
  db: Db,
  course: CourseRow,
  dates: CourseDates,
  now: number,
  put: () => void,
): void {
  const set = (columns: Partial<CourseRow>) =>
    db.update(courses).set(columns).where(eq(courses.id, course.id)).run();
  const before = datesOf(course);
  set({
    startsOn: [before.startsOn, dates.startsOn].sort()[0],
    endsOn: [before.endsOn, dates.endsOn].sort()[1],
  });
  put();
  // A workshop moved into the past or out of it is recorded as it would have been at first.
  const recorded =
    course.scheduledBy !== null && (course.state === "open" || course.enteredAfterwards)
      ? recordedAs(dates.endsOn, dayAt(now, course.zone))
      : {};
  set({ ...dates, ...recorded, updatedAt: now, version: course.version + 1 });
}

/**
 * Moves a whole course to another first day: its dates, its last day to apply and all its sessions, with their times of
 * day. Refused where the year is in doubt, once a roll has entries, where a trainer or a room is taken then, and where it is no longer what the page
 * foresaw.
 */
export function moveCourse(
  viewer: Viewer,
  input: z.output<typeof moveSchema>,
  now: number,
): Result<TimetableChanged> {
  return changeTimetable(viewer, input.courseId, "move", now, (db, course, timetable) => {
    if (!course.startsOn) refuse("courseNeedsDates");
    if (moveInDoubt(input.startsOn, course.startsOn, dayAt(now, course.zone)))
      refuseAt({ startsOn: fault("yearInDoubt", { params: { day: input.startsOn, days: yearDays } }) });
    const move = moveOf(db, viewer, course, timetable, input.startsOn);
    if (move.held) refuse("moveAfterRoll");
    if (sameDates(move.dates, datesOf(course))) refuseAt({ startsOn: fault("moveNowhere") });
    if (input.foreseen && input.foreseen !== move.foreseen) refuse("moveChanged");
    if (move.clashes[0]) refuseAt({ startsOn: move.clashes[0] });
    keepingApproval(db, viewer, course.id, now, () =>
      moveWithDates(db, course, move.dates, now, () =>
        putSessions(db, viewer, course, move.sessions, now, (clash) => refuseAt({ startsOn: clash.fault })),
      ),
    );
    // Another last day to apply may free a place for somebody who waits.
    promote(db, viewer, courseFor(db, viewer, course.id, "timetable.edit"), now);
    audit(db, viewer, now, "timetable.move", "course", course.id, { ...move.dates });
    return {};
  });
}

/** The timetable of a course and what moving it does, for the page that asks; null where it has no dates. */
export function foreseenMove(db: Db, viewer: Viewer, courseId: number, startsOn: string) {
  const course = db.select().from(courses).where(eq(courses.id, courseId)).get();
  if (!course?.startsOn) return null;
  const timetable = timetableOf(db, courseId);
  return { ...moveOf(db, viewer, course, timetable, startsOn), timetable };
}
