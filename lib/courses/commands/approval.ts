import { and, desc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { auditLog, courseModules, courses, programmes } from "@/db/schema";
import { may, type Viewer } from "../../access/rules";
import { audit } from "../../audit/commands";
import { forgetAboutCourse } from "../../messages/commands";
import { refuse } from "../../result";
import { approvalIsFinal } from "../queries";
import { approvedAspects, isApproved } from "../rules";

/** What of a course an approval is about; `capacity` as it was when a coordinator approved it. */
function approvedOf(db: Db, courseId: number) {
  const course = db.select().from(courses).where(eq(courses.id, courseId)).get()!;
  const taught = db
    .select({ id: courseModules.moduleId })
    .from(courseModules)
    .where(eq(courseModules.courseId, courseId))
    .all();
  return { ...course, moduleIds: taught.map((m) => m.id) };
}

/** The expected number that was last approved, or null where no coordinator approved one. */
function approvedCapacity(db: Db, courseId: number): number | null {
  const last = db
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
export function keepingApproval<T>(db: Db, viewer: Viewer, courseId: number, now: number, work: () => T): T {
  const before = approvedOf(db, courseId);
  const done = work();
  const { scheduledBy, programmeId } = before;
  if (scheduledBy === null || !isApproved(before) || may(viewer, "workshop.approve", { programmeId }))
    return done;
  const programme = db.select().from(programmes).where(eq(programmes.id, programmeId)).get()!;
  if (!programme.approvesWorkshops) return done;
  const changed = approvedAspects(
    before,
    approvedOf(db, courseId),
    approvedCapacity(db, courseId) ?? before.capacity,
  );
  if (changed.length === 0) return done;
  if (approvalIsFinal(courseId, db)) refuse("askCoordinator");
  db.update(courses)
    .set({ approvedAt: null, approvedBy: null, updatedAt: now })
    .where(eq(courses.id, courseId))
    .run();
  forgetAboutCourse(db, scheduledBy, courseId, "workshop", now);
  audit(db, viewer, now, "workshop.approval-ended", "course", courseId, { changed: changed.join(" ") });
  return done;
}
