import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import { oneTimeCodes } from "@/db/schema/accounts";
import type { Context } from "../../acts/context";
import { keyedHash } from "../../crypto/tokens";
import type { CodePurpose } from "../rules";
import { unusedOf } from "./unused";

export type CodeRow = typeof oneTimeCodes.$inferSelect;

/** A code has few digits: only with the key can it be found from its hash. It is of one account. */
const hashOf = (cx: Context, accountId: number, code: string) =>
  keyedHash(cx.settings.key, `code ${accountId} ${code}`);

/** True where this is the code of the row. */
export const isCode = (cx: Context, row: CodeRow, code: string): boolean =>
  row.codeHash === hashOf(cx, row.accountId, code);

/** The codes of an account, the newest first; one that was replaced is over. */
export const codesOf = (cx: Context, accountId: number, purpose?: CodePurpose): CodeRow[] =>
  cx.db
    .select()
    .from(oneTimeCodes)
    .where(
      and(eq(oneTimeCodes.accountId, accountId), purpose ? eq(oneTimeCodes.purpose, purpose) : undefined),
    )
    .orderBy(desc(oneTimeCodes.id))
    .all();

/** A code as it is within the open transaction. */
export const codeRow = (cx: Context, codeId: number): CodeRow | undefined =>
  cx.db.select().from(oneTimeCodes).where(eq(oneTimeCodes.id, codeId)).get();

/** The codes that prove one of these phones (E.164). */
export const codesNaming = (cx: Context, phones: readonly string[]): CodeRow[] =>
  cx.db
    .select()
    .from(oneTimeCodes)
    .where(inArray(oneTimeCodes.phone, [...phones]))
    .all();

/**
 * Keeps a code by its hash; the older ones of that account and purpose are over. They stay a while, so that whoever types
 * one hears that it is.
 */
export function insertCode(
  cx: Context,
  {
    code,
    ...row
  }: { code: string } & Pick<
    CodeRow,
    "accountId" | "purpose" | "email" | "phone" | "expiresAt" | "byPersonId"
  >,
): void {
  cx.db
    .update(oneTimeCodes)
    .set({ expiresAt: sql`min(${oneTimeCodes.expiresAt}, ${cx.now - 1})` })
    .where(and(eq(oneTimeCodes.accountId, row.accountId), eq(oneTimeCodes.purpose, row.purpose)))
    .run();
  cx.db
    .insert(oneTimeCodes)
    .values({
      ...row,
      codeHash: hashOf(cx, row.accountId, code),
      digits: code.length,
      createdAt: cx.now,
    })
    .run();
}

/** Counts a wrong code against one that is under way. */
export function countMiss(cx: Context, codeId: number): void {
  cx.db
    .update(oneTimeCodes)
    .set({ misses: sql`${oneTimeCodes.misses} + 1` })
    .where(eq(oneTimeCodes.id, codeId))
    .run();
}

/** Notes that a code has been used. */
export function markCodeUsed(cx: Context, codeId: number): void {
  cx.db.update(oneTimeCodes).set({ usedAt: cx.now }).where(eq(oneTimeCodes.id, codeId)).run();
}

/** Ends every code of an account that has not been used, but those that one person hands over, where they are named. */
export function endCodes(cx: Context, accountId: number, butBy: number | null = null): void {
  cx.db
    .delete(oneTimeCodes)
    .where(unusedOf(oneTimeCodes, accountId, butBy))
    .run();
}

/** Deletes codes that ended before an instant. */
export function deleteCodesBefore(cx: Context, before: number): void {
  cx.db.delete(oneTimeCodes).where(lt(oneTimeCodes.expiresAt, before)).run();
}

/** Ends a code as if it had never been made. */
export function deleteCode(cx: Context, codeId: number): void {
  cx.db.delete(oneTimeCodes).where(eq(oneTimeCodes.id, codeId)).run();
}
