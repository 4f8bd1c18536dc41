import type { Context } from "../acts/context";
import { addAuditRow, type Exception, reasonFor } from "./store";

export { type Exception, keepReason } from "./store";

/** Adds to the audit log who did what. `detail` holds keys and states, never personal data. */
export function audit(
  cx: Context,
  action: string,
  subject: string,
  subjectId: number | null,
  detail: Record<string, unknown> = {},
): void {
  addAuditRow(cx, { action, subject, subjectId, detail });
}

/** True where a reason was stated for this step of a course or of one of its sessions already, on the same ground. */
export const reasonKept = (
  cx: Context,
  step: Pick<Exception, "kind" | "courseId" | "sessionId" | "ground">,
): boolean => reasonFor(cx, step) !== null;
