import { and, asc, desc, eq, inArray, isNull, max } from "drizzle-orm";
import { auditLog, exceptions } from "@/db/schema/audit";
import type { Context } from "../acts/context";
import type { AuditRow } from "../acts/rules";
import { latinNameOf, namedBy, nameOf } from "../people/store";
import { latinNameOfRegistered, nameOfRegistered } from "../registrations/store/roster";
import type { ExceptionKind } from "./rules";

/** Adds to the audit log who did what. */
export function addAuditRow(cx: Context, row: AuditRow): void {
  cx.db
    .insert(auditLog)
    .values({ ...row, at: cx.now, byPersonId: cx.viewer.personId })
    .run();
}

/** What the log keeps of an action on something, the last first. */
export const detailsOf = (
  cx: Context,
  { subject, subjectId, action }: Pick<AuditRow, "subject" | "action"> & { subjectId: number },
): AuditRow["detail"][] =>
  cx.db
    .select({ detail: auditLog.detail })
    .from(auditLog)
    .where(and(eq(auditLog.subject, subject), eq(auditLog.subjectId, subjectId), eq(auditLog.action, action)))
    .orderBy(desc(auditLog.id))
    .all()
    .map(({ detail }) => detail as AuditRow["detail"]);

/** Something done outside the usual order. `ground` is what the reason was given for: when that changes, so must it. */
export type Exception = {
  kind: ExceptionKind;
  courseId: number;
  sessionId?: number;
  registrationId?: number;
  certificateId?: number;
  ground?: string;
};

/** Keeps the reason stated for something done outside the usual order. */
export function keepReason(cx: Context, what: Exception, reason: string): void {
  cx.db
    .insert(exceptions)
    .values({ ...what, reason, byPersonId: cx.viewer.personId, at: cx.now })
    .run();
}

const ofStep = ({ kind, courseId, sessionId, ground }: Omit<Exception, "registrationId" | "certificateId">) =>
  and(
    eq(exceptions.kind, kind),
    eq(exceptions.courseId, courseId),
    sessionId === undefined ? isNull(exceptions.sessionId) : eq(exceptions.sessionId, sessionId),
    ground === undefined ? undefined : eq(exceptions.ground, ground),
  );

/** The reason stated for this step of a course or of one of its sessions, on this ground; null where there is none. */
export const reasonFor = (cx: Context, step: Parameters<typeof ofStep>[0]): string | null =>
  cx.db.select({ reason: exceptions.reason }).from(exceptions).where(ofStep(step)).get()?.reason ?? null;

/** What was done outside the usual order in a course, of some kinds or all: what, who, when, why; the oldest first. */
export const exceptionsIn = <Kind extends ExceptionKind>(
  cx: Context,
  courseId: number,
  kinds: readonly Kind[] | null = null,
) =>
  cx.db
    .select({
      id: exceptions.id,
      kind: exceptions.kind,
      reason: exceptions.reason,
      ground: exceptions.ground,
      at: exceptions.at,
      sessionId: exceptions.sessionId,
      registrationId: exceptions.registrationId,
      certificateId: exceptions.certificateId,
      by: nameOf(exceptions.byPersonId),
      byLatin: latinNameOf(exceptions.byPersonId),
      person: nameOfRegistered(exceptions.registrationId),
      personLatin: latinNameOfRegistered(exceptions.registrationId),
    })
    .from(exceptions)
    .where(and(eq(exceptions.courseId, courseId), kinds ? inArray(exceptions.kind, [...kinds]) : undefined))
    .orderBy(asc(exceptions.id))
    .all()
    .map(({ byLatin, personLatin, ...row }) => ({
      ...row,
      by: namedBy(row.by, byLatin),
      person: namedBy(row.person, personLatin),
      kind: row.kind as Kind,
    }));

/** When the last thing in the log was done; null in an empty one. */
export const newestEntry = (cx: Context): number | null =>
  cx.db
    .select({ at: max(auditLog.at) })
    .from(auditLog)
    .get()?.at ?? null;

/** Who turned a trainer's workshop down, by the course: none of a workshop that was cancelled otherwise. */
export const turnedDownAmong = (
  cx: Context,
  courseIds: readonly number[],
): ReadonlyMap<number, number | null> =>
  new Map(
    cx.db
      .select({ courseId: auditLog.subjectId, by: auditLog.byPersonId })
      .from(auditLog)
      .where(
        and(
          eq(auditLog.subject, "course"),
          inArray(auditLog.subjectId, [...courseIds]),
          eq(auditLog.action, "workshop.turned-down"),
        ),
      )
      .all()
      .flatMap(({ courseId, by }) => (courseId === null ? [] : [[courseId, by] as const])),
  );
