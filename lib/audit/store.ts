import { and, desc, eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
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

/** Condition on the log: entries of these kinds about one thing, such as the course of an outer query. */
const entriesOf = (subject: string, subjectId: SQLWrapper | number, kinds: readonly string[]): SQL =>
  sql`${auditLog.subject} = ${subject} and ${auditLog.subjectId} = ${subjectId} and ${inArray(auditLog.action, [...kinds])}`;

/** Key of the last entry of these kinds about something of an outer query; 0 where there is none. */
export const lastEntry = (subject: string, subjectId: SQLWrapper, kinds: readonly string[]): SQL<number> =>
  sql<number>`coalesce((select max(${auditLog.id}) from ${auditLog} where ${entriesOf(subject, subjectId, kinds)}), 0)`;

/** One value of the last entry of these kinds about something of an outer query; null where there is none. */
export const lastDetail = <Value>(
  subject: string,
  subjectId: SQLWrapper,
  kinds: readonly string[],
  name: string,
): SQL<Value | null> =>
  sql<Value | null>`(select ${auditLog.detail} ->> ${`$.${name}`} from ${auditLog} where ${entriesOf(subject, subjectId, kinds)} order by ${auditLog.id} desc limit 1)`;

/** The last entry of these kinds about one thing. */
export const lastEntryOf = (cx: Context, subject: string, subjectId: number, kinds: readonly string[]) =>
  cx.db
    .select()
    .from(auditLog)
    .where(entriesOf(subject, subjectId, kinds))
    .orderBy(desc(auditLog.id))
    .limit(1)
    .get();
