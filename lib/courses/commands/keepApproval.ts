import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { programmeRow } from "../../programmes/store";
import { refuse } from "../../result";
import { restatedCourse } from "../../timetable/store/renamed";
import { isApproved } from "../rules";
import { approvedAspects } from "../rules/workshops";
import { courseRow, modulesIn, updateCourse } from "../store";
import { restsOnApproval } from "../store/workshops";
import { wereToHear } from "./heardOfApproval";

/** What of a course an approval is about; `capacity` as it was when a coordinator approved it. */
const approvedOf = (cx: Context, courseId: number) => ({
  ...courseRow(cx, courseId)!,
  moduleIds: modulesIn(cx, courseId),
});

/**
 * Does a change to a course. Where it makes a trainer's approved workshop another one than was approved (days, place,
 * modules, many more people) and it is not a coordinator's, the approval ends, and refuses once somebody came by the
 * public page or has a certificate. Within the open transaction.
 */
export function keepingApproval<T>(
  cx: Context,
  { id: courseId }: gate.GrantedCourse<"workshop.edit" | "timetable.edit">,
  work: () => T,
): T {
  const before = approvedOf(cx, courseId);
  const done = work();
  const { scheduledBy, programmeId } = before;
  if (scheduledBy === null || !isApproved(before) || gate.mayInProgramme(cx, "workshop.approve", programmeId))
    return done;
  if (!programmeRow(cx, programmeId)!.approvesWorkshops) return done;
  const changed = approvedAspects(
    before,
    approvedOf(cx, courseId),
    before.approvedCapacity ?? before.capacity,
  );
  if (changed.length === 0) return done;
  if (restsOnApproval(cx, courseId)) refuse("askCoordinator");
  updateCourse(cx, courseId, {
    approvedAt: null,
    approvedBy: null,
    changedSinceApproval: changed,
    updatedAt: cx.now,
  });
  restatedCourse(cx, courseId);
  happened(cx, {
    kind: "workshop.approval-ended",
    ...{ courseId, personId: scheduledBy, changed, ...wereToHear(cx, courseId) },
  });
  return done;
}
