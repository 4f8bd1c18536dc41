import { and, eq, isNull } from "drizzle-orm";
import { inserting } from "@/db/client";
import { auditLog, exceptions } from "@/db/schema";
import type { Context } from "../acts/context";
import type { ExceptionKind } from "./rules";

const insertEntry = inserting(auditLog, ["at", "byPersonId", "action", "subject", "subjectId", "detail"]);

/** Adds to the audit log who did what. `detail` holds keys and states, never personal data. */
export function audit(
  cx: Context,
  action: string,
  subject: string,
  subjectId: number | null,
  detail: Record<string, unknown> = {},
): void {
  insertEntry(cx.db, { at: cx.now, byPersonId: cx.viewer.personId, action, subject, subjectId, detail });
}

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

/** True where a reason was stated for this step of a course or of one of its sessions already, on the same ground. */
export function reasonKept(
  cx: Context,
  { kind, courseId, sessionId, ground }: Pick<Exception, "kind" | "courseId" | "sessionId" | "ground">,
): boolean {
  return (
    cx.db
      .select({ id: exceptions.id })
      .from(exceptions)
      .where(
        and(
          eq(exceptions.kind, kind),
          eq(exceptions.courseId, courseId),
          sessionId === undefined ? isNull(exceptions.sessionId) : eq(exceptions.sessionId, sessionId),
          ground === undefined ? undefined : eq(exceptions.ground, ground),
        ),
      )
      .get() !== undefined
  );
}
