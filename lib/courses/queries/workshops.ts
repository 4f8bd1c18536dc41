import type { Granted, GrantedCourse, Reach, Self } from "../../access/gate";
import type { Permission } from "../../access/table";
import type { Context } from "../../acts/context";
import { turnedDownAmong } from "../../audit/store";
import { toldByHand } from "../../messages/tell";
import { personNames } from "../../people/store";
import { type CourseState, isApproved } from "../rules";
import { lastScheduledBy } from "../store";
import { coursesTaughtBy } from "../store/taught";
import { restsOnApproval, workshopsAwaiting, workshopsScheduledBy } from "../store/workshops";

/** Workshops that await this coordinator's approval, soonest first; none in which they train themselves. */
export const workshopsToApprove = (cx: Context, reach: Granted<Reach, "workshop.approve">) =>
  workshopsAwaiting(cx, reach.programmes, cx.viewer.personId);
export type WorkshopLine = ReturnType<typeof workshopsToApprove>[number];

/** A trainer's own workshops that are to come, go on or are to be ended, and those over since a civil day. */
export const ownWorkshops = (
  cx: Context,
  { trainerId, trains }: Granted<Reach, "today.read">,
  since: string,
): WorkshopLine[] => (trainerId === null ? [] : workshopsScheduledBy(cx, trainerId, trains, since));

/** The keys of those of these workshops that a coordinator turned down; whoever cancels their own turned nothing down. */
export const turnedDownOf = (cx: Context, workshops: readonly WorkshopLine[]): ReadonlySet<number> =>
  refusedAmong(cx, workshops);

/** The same of rows of courses. */
export function refusedAmong(
  cx: Context,
  courses: readonly { id: number; state: CourseState; approvedAt: number | null }[],
): ReadonlySet<number> {
  const ids = courses.flatMap((one) => (one.state === "cancelled" && !isApproved(one) ? one.id : []));
  return new Set(ids.length === 0 ? [] : turnedDownAmong(cx, ids).keys());
}

/** Who turned a workshop down, by names (null where nobody's are known); undefined of one that nobody turned down. */
export function turnedDownBy(cx: Context, course: GrantedCourse<"course.read">) {
  if (course.state !== "cancelled" || isApproved(course)) return undefined;
  const by = turnedDownAmong(cx, [course.id]).get(course.id);
  return by === undefined ? undefined : personNames(cx, by);
}

/**
 * A trainer's workshop that was decided on or ended, for a coordinator who was about to decide, or just did: how it stands,
 * whose approval it has (`own`: the viewer's) and whether that can be taken back. Null while it awaits approval.
 */
export function decidedWorkshop(cx: Context, course: GrantedCourse<"workshop.approve">) {
  if (course.scheduledBy === null) return null;
  const { id, title, stateReason: reason, approvedBy } = course;
  const byHand = trainerToldByHand(cx, course);
  if (course.state === "cancelled") return { id, title, stands: "cancelled" as const, reason, byHand };
  if (!isApproved(course)) return null;
  const by = personNames(cx, approvedBy);
  const own = approvedBy !== null && approvedBy === cx.viewer.personId;
  return { id, title, stands: "approved" as const, by, own, byHand, final: restsOnApproval(cx, id) };
}

/** True where no message reaches whose workshop it is: then somebody tells them. */
export const trainerToldByHand = (cx: Context, { scheduledBy }: GrantedCourse<"workshop.approve">): boolean =>
  scheduledBy !== null && toldByHand(cx, [scheduledBy]) > 0;

/** True where something rests on the approval of a workshop: somebody came by its public page, or has a certificate. */
export const approvalIsFinal = (cx: Context, course: GrantedCourse<Permission>): boolean =>
  restsOnApproval(cx, course.id);

/** The courses that somebody teaches or taught, for themselves. */
export const ownTaught = (cx: Context, { personId }: Granted<Self, "account.own">) =>
  coursesTaughtBy(cx, personId);

/** Where the trainer last held a workshop or taught, and in which programme: what a new one begins with; null at first. */
export const lastWorkshop = (cx: Context, { trainerId, trains }: Granted<Reach, "workshop.schedule">) =>
  trainerId === null ? null : (lastScheduledBy(cx, trainerId, trains) ?? null);
