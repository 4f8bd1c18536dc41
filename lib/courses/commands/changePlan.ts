import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { agreedOf, courseMoved } from "../../admission/commands/moved";
import { promote } from "../../admission/commands/promote";
import { fault } from "../../faults";
import { personNames } from "../../people/store";
import { makeKnown } from "../../people/store/known";
import { touched } from "../../registrations/rules";
import { registrationRowsIn } from "../../registrations/store";
import { placesOf } from "../../registrations/store/places";
import { refuseAt } from "../../result";
import { keepTimes } from "../../timetable/commands/keepTimes";
import { keptParams } from "../../timetable/queries/inTheWay";
import { timetableOf } from "../../timetable/store/kept";
import { isTentative } from "../rules";
import type { CourseInput } from "../schema";
import { type CourseRow, trainersToTell, updateCourse } from "../store";
import { columnsOf } from "./choose";
import { putParts } from "./put";

/** Refuses fewer places than are taken, and no dates for a course that people have seen. */
function demandPossible(cx: Context, course: CourseRow, input: CourseInput): void {
  const taken = placesOf(cx, course.id).seatsTaken;
  if (input.capacity < taken)
    refuseAt({ capacity: fault("capacityBelowAccepted", { params: { count: taken } }) });
  if (course.state !== "draft" && !input.startsOn) refuseAt({ startsOn: fault("courseNeedsDates") });
}

/** Refuses days that leave a session outside. */
function demandInside(cx: Context, course: CourseRow, { startsOn, endsOn }: CourseInput): void {
  const outside = timetableOf(cx, course.id).filter(
    (s) => !startsOn || !endsOn || s.day < startsOn || s.day > endsOn,
  );
  if (!outside[0]) return;
  refuseAt({
    startsOn: fault("sessionWouldBeOutside", {
      params: { ...keptParams(cx, outside[0]), more: outside.length - 1 },
      // Another first day is what moving the whole course is for.
      ...(startsOn && startsOn !== course.startsOn ? { move: { courseId: course.id, to: startsOn } } : {}),
    }),
  });
}

/** Refuses to leave out of the team whoever still trains sessions; those to come are another trainer's to take over. */
function demandNobodyLeaves(cx: Context, course: CourseRow, { trainerIds }: CourseInput): void {
  const own = timetableOf(cx, course.id);
  const personId = own.flatMap((s) => s.trainerIds).find((id) => !trainerIds.includes(id));
  if (personId === undefined) return;
  const theirs = own.filter((s) => s.trainerIds.includes(personId));
  const toCome = theirs.some((s) => s.startInstant > cx.now) && course.scheduledBy !== personId;
  refuseAt({
    trainerIds: fault("trainerHasSessions", {
      params: { trainer: { person: personNames(cx, personId)! }, count: theirs.length },
      ...(toCome ? { replace: { courseId: course.id, personId } } : {}),
    }),
  });
}

/**
 * Says of an open course which was certain and is not any more, or the other way round, to whoever has a place and trains in it:
 * who was told that it may not take place is told that it does.
 */
function sayCertainty(cx: Context, before: CourseRow, after: CourseRow): void {
  if (after.state !== "open" || isTentative(before) === isTentative(after)) return;
  const registrations = registrationRowsIn(cx, after.id, ["accepted"]).map(touched);
  const trainers = trainersToTell(cx, after);
  const kind = isTentative(after) ? "course.made-uncertain" : "course.confirmed";
  happened(cx, { kind, courseId: after.id, registrations, trainers });
}

/**
 * Puts another plan in place of a course's own, and tells people where what they plan by is another one. Within the open
 * transaction, after the version was looked at.
 * @param sessionsFollow where the timetable follows the plan: what takes it out before, and what puts it in anew after.
 * @returns the course as it is then.
 */
export function changePlan(
  cx: Context,
  course: GrantedCourse<"course.edit" | "workshop.edit">,
  input: CourseInput,
  sessionsFollow?: { takeOut: () => void; putIn: (moduleIds: number[]) => void },
): CourseRow {
  demandPossible(cx, course, input);
  const before = agreedOf(cx, course);
  sessionsFollow?.takeOut();
  demandInside(cx, course, input);
  const { columns, moduleIds } = columnsOf(cx, input, course);
  demandNobodyLeaves(cx, course, input);
  const version = course.version + 1;
  const planVersion = course.planVersion + 1;
  const after = updateCourse(cx, course.id, { ...columns, updatedAt: cx.now, version, planVersion });
  if (columns.programmeId !== course.programmeId)
    for (const { personId } of registrationRowsIn(cx, course.id))
      makeKnown(cx, personId, columns.programmeId, cx.viewer.personId);
  if (columns.zone !== course.zone && !sessionsFollow) keepTimes(cx, course, after);
  putParts(cx, course, input, moduleIds);
  sessionsFollow?.putIn(moduleIds);
  courseMoved(cx, before);
  sayCertainty(cx, course, after);
  // More places, another way of giving them or another last day may free a place for somebody who waits.
  promote(cx, course);
  return after;
}
