import { and, desc, eq } from "drizzle-orm";
import { auditLog, courseModules, courses, programmes } from "@/db/schema";
import { may } from "../../access/rules";
import type { Context } from "../../acts/context";
import { audit } from "../../audit/commands";
import { forgetAboutCourse } from "../../messages/tell";
import { refuse } from "../../result";
import { approvalIsFinal } from "../queries";
import { approvedAspects, isApproved } from "../rules";

/** What of a course an approval is about; `capacity` as it was when a coordinator approved it. */
function approvedOf(cx: Context, courseId: number) {
  const course = cx.db.select().from(courses).where(eq(courses.id, courseId)).get()!;
  const taught = cx.db
    .select({ id: courseModules.moduleId })
    .from(courseModules)
    .where(eq(courseModules.courseId, courseId))
    .all();
  return { ...course, moduleIds: taught.map((m) => m.id) };
}

/** The expected number that was last approved, or null where no coordinator approved one. */
function approvedCapacity(cx: Context, courseId: number): number | null {
  const last = cx.db
    .select({ detail: auditLog.detail })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subject, "course"),
        eq(auditLog.subjectId, courseId),
        eq(auditLog.action, "workshop.approve"),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(1)
    .get();
  return typeof last?.detail.capacity === "number" ? last.detail.capacity : null;
}

/**
 * Does a change to a course. Where it makes a trainer's approved workshop another one than was approved (days, place,
 * modules, many more people) and it is not a coordinator's, the approval ends, and refuses once somebody came by the
 * public page or has a certificate. Within the open transaction.
 */
export function keepingApproval<T>(cx: Context, courseId: number, work: () => T): T {
  const before = approvedOf(cx, courseId);
  const done = work();
  const { scheduledBy, programmeId } = before;
  if (scheduledBy === null || !isApproved(before) || may(cx.viewer, "workshop.approve", { programmeId }))
    return done;
  const programme = cx.db.select().from(programmes).where(eq(programmes.id, programmeId)).get()!;
  if (!programme.approvesWorkshops) return done;
  const changed = approvedAspects(
    before,
    approvedOf(cx, courseId),
    approvedCapacity(cx, courseId) ?? before.capacity,
  );
  if (changed.length === 0) return done;
  if (approvalIsFinal(cx, courseId)) refuse("askCoordinator");
  cx.db
    .update(courses)
    .set({ approvedAt: null, approvedBy: null, updatedAt: cx.now })
    .where(eq(courses.id, courseId))
    .run();
  forgetAboutCourse(cx, scheduledBy, courseId, "workshop");
  audit(cx, "workshop.approval-ended", "course", courseId, { changed: changed.join(" ") });
  return done;
}
