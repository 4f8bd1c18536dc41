import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { type CourseRow, updateCourse } from "../../courses/store";
import { type FieldFault, fault } from "../../faults";
import { programmeCalled } from "../../programmes/rules";
import { programmeRow } from "../../programmes/store";
import { dayInProgramme } from "../../programmes/store/days";
import { coordinatorsNow } from "../../programmes/store/roles";
import { registrationStates, touched } from "../../registrations/rules";
import { registrationRowsIn } from "../../registrations/store";
import { refuse, refuseAt } from "../../result";
import { mayPay, type Percent, percentLeft } from "../rules";
import { mostSharers, shareSchema } from "../schema";
import { insertShare, sharersOf, sharesOf } from "../store";

/** The coordinators of a programme, without whoever does it: who is told. */
export const othersWhoCoordinate = (cx: Context, programmeId: number): number[] =>
  coordinatorsNow(cx, programmeId).filter((personId) => personId !== cx.viewer.personId);

/** A course whose public page says something else now. Its plan is as it was, so no open form of it becomes stale. */
export const payersChanged = (
  cx: Context,
  { id }: Pick<CourseRow, "id">,
  more: Partial<CourseRow> = {},
): void => void updateCourse(cx, id, { ...more, updatedAt: cx.now });

/** Why a programme cannot come to pay for a course; null where it can. */
function whyNot(cx: Context, course: CourseRow, programmeId: number): FieldFault | null {
  const programme = programmeRow(cx, programmeId);
  if (!programme) return fault("choose");
  const named = { params: { programme: { text: programmeCalled(programme.title) } } };
  if (programmeId === course.programmeId) return fault("sharesWithLead", named);
  const sharers = sharersOf(cx, course.id);
  if (sharers.includes(programmeId)) return fault("sharesAlready", named);
  if (!mayPay(programme, dayInProgramme(cx, programmeId))) return fault("sharerEnded", named);
  return sharers.length < mostSharers ? null : fault("tooManyLines", { params: { max: mostSharers } });
}

/** Whom the coordinators of a programme that pays for a course read of: everybody in it whose registration has not ended. */
export const readIn = (cx: Context, courseId: number) =>
  registrationRowsIn(
    cx,
    courseId,
    registrationStates.filter((state) => state !== "withdrawn" && state !== "declined"),
  ).map(touched);

/** Adds a programme to those that pay for a course and tells its coordinators, and whom they read of now. Within the open transaction. */
function add(cx: Context, course: CourseRow, programmeId: number, percent: Percent): void {
  insertShare(cx, { courseId: course.id, programmeId, percent });
  payersChanged(cx, course);
  happened(cx, {
    kind: "sharing.begun",
    courseId: course.id,
    programmeId,
    percent,
    people: othersWhoCoordinate(cx, programmeId),
    registrations: readIn(cx, course.id),
    said: { sharer: String(programmeId), lead: String(course.programmeId) },
  });
}

/**
 * The programme that leads a course has another one pay for it too, whose coordinators read from then on what the lead's read
 * of this course, but no contacts and nothing that people said; they are told, and so is whoever registered before. Refused for a programme that has ended, leads
 * or pays already, and where together more than the whole would be paid.
 */
export const shareCourse = command("course.edit", shareSchema, (cx, input) => {
  const course = gate.course(cx, "course.edit", input.courseId);
  if (course.state === "cancelled") refuse("courseStateForbids");
  const { programmeId, percent } = input;
  const wrong = whyNot(cx, course, programmeId);
  if (wrong) refuseAt({ programmeId: wrong });
  const said = sharesOf(cx, [course.id]).map((share) => share.percent);
  const left = percentLeft([course.leadPercent, ...said, percent]);
  if (left < 0) refuseAt({ percent: fault("paidMoreThanWhole", { params: { sum: 100 - left } }) });
  add(cx, course, programmeId, percent);
  return { courseId: course.id, programmeId };
});

/** The same as a course is planned: programmes that pay for it too, each once; nobody says how much. Within the open transaction. */
export function shareNew(
  cx: Context,
  course: gate.GrantedCourse<"course.edit">,
  programmeIds: readonly number[],
): void {
  for (const programmeId of new Set(programmeIds)) {
    const wrong = whyNot(cx, course, programmeId);
    if (wrong) refuseAt({ sharerIds: wrong });
    add(cx, course, programmeId, null);
  }
}
