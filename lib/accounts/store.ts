import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Context } from "../acts/context";

export type AccountRow = typeof accounts.$inferSelect;

/** An account as it is within the open transaction. */
export const accountRow = (cx: Context, accountId: number): AccountRow | undefined =>
  cx.db.select().from(accounts).where(eq(accounts.id, accountId)).get();

/** The account that somebody signs in with as this person. */
export const accountRowOf = (cx: Context, personId: number): AccountRow | undefined =>
  cx.db.select().from(accounts).where(eq(accounts.personId, personId)).get();
