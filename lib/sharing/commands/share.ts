import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { type CourseRow, updateCourse } from "../../courses/store";
import { fault } from "../../faults";
import { programmeRow } from "../../programmes/store";
import { coordinatorsNow } from "../../programmes/store/roles";
import { refuse, refuseAt } from "../../result";
import { dayAt } from "../../time/zone";
import { mayPay, percentLeft } from "../rules";
import { mostSharers, shareSchema } from "../schema";
import { insertShare, sharesOf } from "../store";

/** The coordinators of a programme, without whoever does it: who is told. */
export const othersWhoCoordinate = (cx: Context, programmeId: number): number[] =>
  coordinatorsNow(cx, programmeId).filter((personId) => personId !== cx.viewer.personId);

/** A course whose public page says something else now. Its plan is as it was, so no open form of it becomes stale. */
export const payersChanged = (
  cx: Context,
  { id }: Pick<CourseRow, "id">,
  more: Partial<CourseRow> = {},
): void => void updateCourse(cx, id, { ...more, updatedAt: cx.now });

/**
 * The programme that leads a course has another one pay for it too, whose coordinators read from then on what the lead's read
 * of this course, but no contacts and nothing that people said; they are told. Refused for a programme that has ended, leads
 * or pays already, and where together more than the whole would be paid.
 */
export const shareCourse = command("course.edit", shareSchema, (cx, input) => {
  const course = gate.course(cx, "course.edit", input.courseId);
  if (course.state === "cancelled") refuse("courseStateForbids");
  const programme = programmeRow(cx, input.programmeId);
  if (!programme) refuseAt({ programmeId: fault("choose") });
  const { id: programmeId, code } = programme;
  const named = { params: { programme: code } };
  if (programmeId === course.programmeId) refuseAt({ programmeId: fault("sharesWithLead", named) });
  const shares = sharesOf(cx, [course.id]);
  if (shares.some(({ id }) => id === programmeId)) refuseAt({ programmeId: fault("sharesAlready", named) });
  if (!mayPay(programme, dayAt(cx.now, "UTC"))) refuseAt({ programmeId: fault("sharerEnded", named) });
  if (shares.length >= mostSharers)
    refuseAt({ programmeId: fault("tooManyLines", { params: { max: mostSharers } }) });
  const left = percentLeft([course.leadPercent, ...shares.map(({ percent }) => percent), input.percent]);
  if (left < 0) refuseAt({ percent: fault("paidMoreThanWhole", { params: { sum: 100 - left } }) });
  insertShare(cx, { courseId: course.id, programmeId, percent: input.percent });
  payersChanged(cx, course);
  happened(cx, {
    kind: "sharing.begun",
    courseId: course.id,
    programmeId,
    percent: input.percent,
    people: othersWhoCoordinate(cx, programmeId),
    said: { programme: code, by: programmeRow(cx, course.programmeId)!.code },
  });
  return { courseId: course.id, programmeId };
});
