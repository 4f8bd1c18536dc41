import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import type { CourseRow } from "../../courses/store";
import { refuse } from "../../result";
import { endSharingSchema } from "../schema";
import { deleteShare, sharersOf } from "../store";
import { othersWhoCoordinate, payersChanged, readIn } from "./share";

/** Takes a programme from those that pay for a course; the coordinators of the other side are told. Within the open transaction. */
function end(cx: Context, course: CourseRow, programmeId: number, by: "lead" | "sharer"): void {
  deleteShare(cx, course.id, programmeId);
  payersChanged(cx, course);
  happened(cx, {
    kind: "sharing.ended",
    courseId: course.id,
    programmeId,
    by,
    people: othersWhoCoordinate(cx, by === "lead" ? programmeId : course.programmeId),
    unread: sharersOf(cx, course.id).length > 0 ? [] : readIn(cx, course.id).map((who) => who.registrationId),
    said: { sharer: String(programmeId), lead: String(course.programmeId) },
  });
}

/**
 * The programme that leads a course takes one away that pays for it too; its coordinators no longer read the course. Refused
 * where it does not pay any more, as after a second tab.
 */
export const endSharing = command("course.edit", endSharingSchema, (cx, input) => {
  const course = gate.course(cx, "course.edit", input.courseId);
  if (!sharersOf(cx, course.id).includes(input.programmeId)) refuse("sharesNoLonger");
  end(cx, course, input.programmeId, "lead");
  return { courseId: course.id };
});

/**
 * A coordinator of a programme that pays for a course has it pay no longer, and reads the course no longer. Refused where it
 * does not pay any more, of whatever course: that is said before the gate, so that it tells nothing of one.
 */
export const leaveSharing = command("sharing.leave", endSharingSchema, (cx, input) => {
  const { own } = gate.coordinated(cx, "sharing.leave");
  if (!own.includes(input.programmeId)) refuse("notFound");
  if (!sharersOf(cx, input.courseId).includes(input.programmeId)) refuse("sharesNoLonger");
  const course = gate.course(cx, "sharing.leave", input.courseId);
  end(cx, course, input.programmeId, "sharer");
  return { programmeId: input.programmeId };
});
