import { and, getTableName, gte, isNull } from "drizzle-orm";
import { hasTable } from "@/db/migrate";
import { oneTimeCodes, passkeyChallenges, signInLinks, signIns } from "@/db/schema/accounts";
import type { Context } from "../../acts/context";
import { deleteAllAddresses } from "../../feeds/store";

/**
 * Ends every code that has not been used, of every account: none is right with another key. Gives how many of them somebody
 * could still have typed: neither replaced nor too old.
 */
export function endAllCodes(cx: Context): number {
  if (!hasTable(cx.db.$client, getTableName(oneTimeCodes))) return 0;
  const { id, usedAt, expiresAt } = oneTimeCodes;
  const open = and(isNull(usedAt), gte(expiresAt, cx.now));
  const many = cx.db.select({ id }).from(oneTimeCodes).where(open).all().length;
  cx.db.delete(oneTimeCodes).where(isNull(usedAt)).run();
  return many;
}

/**
 * Ends all by which somebody is signed in or could be without a password, of every account, and every address of a calendar:
 * a backup is of a time before some of it was ended. An older version's database may lack a table.
 */
export function endAllSignIns(cx: Context): void {
  for (const table of [signIns, signInLinks, oneTimeCodes, passkeyChallenges])
    if (hasTable(cx.db.$client, getTableName(table))) cx.db.delete(table).run();
  deleteAllAddresses(cx);
}
