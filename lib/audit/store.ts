import { auditLog } from "@/db/schema/audit";
import type { Context } from "../acts/context";
import type { AuditRow } from "../acts/rules";

/** Adds to the audit log who did what. */
export function addAuditRow(cx: Context, row: AuditRow): void {
  cx.db
    .insert(auditLog)
    .values({ ...row, at: cx.now, byPersonId: cx.viewer.personId })
    .run();
}
