import { getTableName } from "drizzle-orm";
import { hasTable } from "@/db/migrate";
import { oneTimeCodes, passkeyChallenges, signInLinks, signIns } from "@/db/schema/accounts";
import type { Context } from "../../acts/context";

/**
 * Ends all by which somebody is signed in or could be without a password, of every account: a backup is of a time before
 * some of it was ended. An older version's database may lack a table.
 */
export function endAllSignIns(cx: Context): void {
  for (const table of [signIns, signInLinks, oneTimeCodes, passkeyChallenges])
    if (hasTable(cx.db.$client, getTableName(table))) cx.db.delete(table).run();
}
