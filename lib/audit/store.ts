import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { auditLog } from "@/db/schema/audit";
import type { Translated } from "@/db/values/languages";
import type { Context } from "../acts/context";
import type { AuditRow } from "../acts/rules";

/** Adds to the audit log who did what. */
export function addAuditRow(cx: Context, row: AuditRow): void {
  cx.db
    .insert(auditLog)
    .values({ ...row, at: cx.now, byPersonId: cx.viewer.personId })
    .run();
}

/** The holiday that was last taken out of a day of a country. Rows of before events had names bear the older action. */
export const lastRemovedHoliday = (cx: Context, country: string, day: string) =>
  cx.db
    .select({ detail: auditLog.detail })
    .from(auditLog)
    .where(
      and(
        inArray(auditLog.action, ["holiday.removed", "holiday.remove"]),
        eq(sql`${auditLog.detail} ->> 'country'`, country),
        eq(sql`${auditLog.detail} ->> 'day'`, day),
        sql`${auditLog.detail} ->> 'name' is not null`,
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(1)
    .get()?.detail as { name: Translated; byMoon: boolean } | undefined;
