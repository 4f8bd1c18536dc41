import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { lastEntryOf } from "../../audit/store";
import { programmeRow } from "../../programmes/store";
import { refuse } from "../../result";
import { isApproved } from "../rules";
import { approvedAspects } from "../rules/workshops";
import { courseRow, modulesIn, updateCourse } from "../store";
import { approvals, restsOnApproval } from "../store/workshops";

/** What of a course an approval is about; `capacity` as it was when a coordinator approved it. */
const approvedOf = (cx: Context, courseId: number) => ({
  ...courseRow(cx, courseId)!,
  moduleIds: modulesIn(cx, courseId),
});

/** The expected number that was last approved, or null where no coordinator approved one. */
function approvedCapacity(cx: Context, courseId: number): number | null {
  const capacity = lastEntryOf(cx, "course", courseId, approvals)?.detail.capacity;
  return typeof capacity === "number" ? capacity : null;
}

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
    approvedCapacity(cx, courseId) ?? before.capacity,
  );
  if (changed.length === 0) return done;
  if (restsOnApproval(cx, courseId)) refuse("askCoordinator");
  updateCourse(cx, courseId, { approvedAt: null, approvedBy: null, updatedAt: cx.now });
  happened(cx, { kind: "workshop.approval-ended", courseId, personId: scheduledBy, changed });
  return done;
}
