import type * as z from "zod";
import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { tellCancelled } from "../../admission/commands/release";
import { callOffTraining } from "../../requests/commands/callOff";
import { refuse } from "../../result";
import { dayAt } from "../../time/zone";
import { restatedCourse } from "../../timetable/store/renamed";
import { isApproved } from "../rules";
import { approvalBackSchema, workshopApprovalSchema, workshopTurnDownSchema } from "../schema";
import { trainsIn, updateCourse } from "../store";
import { restsOnApproval, seenOf } from "../store/workshops";
import { toHearOfApproval, wereToHear } from "./heardOfApproval";

/**
 * A trainer's workshop for a coordinator who decides on it, with whose it is. Refused to whoever trains in it, for
 * another one decides; and once it was cancelled.
 */
function workshopFor(cx: Context, courseId: number) {
  const course = gate.course(cx, "workshop.approve", courseId);
  const trainer = course.scheduledBy ?? refuse("notFound");
  const { personId } = cx.viewer;
  if (personId !== null && (trainer === personId || trainsIn(cx, course.id, personId))) refuse("ownWorkshop");
  if (course.state === "cancelled") refuse("workshopCancelled");
  return { course, trainer };
}

/** A workshop that awaits a decision; refuses one that is another one now than the coordinator's page showed. */
function workshopToDecide(cx: Context, { courseId, seen }: z.output<typeof workshopApprovalSchema>) {
  const workshop = workshopFor(cx, courseId);
  if (isApproved(workshop.course)) refuse("workshopApprovedAlready");
  if (seenOf(cx, courseId) !== seen) refuse("workshopChanged");
  return workshop;
}

const done = ({ id, slug }: GrantedCourse<"workshop.approve">) => ({ courseId: id, slug });

/**
 * A coordinator approves a trainer's workshop: it is public from now on, and it counts with the roll that it has. Its trainer is
 * told, and whoever has a place or trains beside them hears that it takes place.
 */
export const approveWorkshop = command("workshop.approve", workshopApprovalSchema, (cx, input) => {
  const { course, trainer } = workshopToDecide(cx, input);
  const { id: courseId, capacity } = course;
  const told = toHearOfApproval(cx, course, trainer);
  updateCourse(cx, courseId, {
    approvedAt: cx.now,
    approvedBy: cx.viewer.personId,
    approvedCapacity: capacity,
    changedSinceApproval: null,
    updatedAt: cx.now,
  });
  restatedCourse(cx, courseId);
  happened(cx, { kind: "workshop.approved", courseId, personId: trainer, capacity, ...told });
  return done(course);
});

/** A coordinator does not approve it: it is cancelled for that reason, and its trainer and people are told. */
export const turnDownWorkshop = command("workshop.approve", workshopTurnDownSchema, (cx, input) => {
  const { course, trainer } = workshopToDecide(cx, input);
  const { reason } = input;
  updateCourse(cx, course.id, {
    state: "cancelled",
    stateReason: reason,
    updatedAt: cx.now,
    version: course.version + 1,
  });
  // Who was at a workshop that is over need not hear that it does not take place.
  const over = course.endsOn === null || course.endsOn < dayAt(cx.now, course.zone);
  if (!over) tellCancelled(cx, course, reason);
  callOffTraining(cx, course, reason, { knows: trainer, over });
  happened(cx, { kind: "workshop.turned-down", courseId: course.id, personId: trainer, said: { reason } });
  return done(course);
});

/** Takes an approval back, as long as nothing rests on it: the workshop awaits approval as before. */
export const takeApprovalBack = command("workshop.approve", approvalBackSchema, (cx, input) => {
  const { course, trainer } = workshopFor(cx, input.courseId);
  if (!isApproved(course) || course.approvedBy === null) refuse("workshopNotApproved");
  if (restsOnApproval(cx, course.id)) refuse("approvalRestedOn");
  updateCourse(cx, course.id, { approvedAt: null, approvedBy: null, updatedAt: cx.now });
  restatedCourse(cx, course.id);
  happened(cx, {
    kind: "workshop.approval-taken-back",
    ...{ courseId: course.id, personId: trainer, ...wereToHear(cx, course.id) },
  });
  return done(course);
});
