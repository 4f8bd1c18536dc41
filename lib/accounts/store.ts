import { eq } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { accounts } from "@/db/schema/accounts";
import type { Context } from "../acts/context";

export type AccountRow = typeof accounts.$inferSelect;

/** An account as it is within the open transaction. */
export const accountRow = (cx: Context, accountId: number): AccountRow | undefined =>
  cx.db.select().from(accounts).where(eq(accounts.id, accountId)).get();

/** The account that somebody signs in with as this person. */
export const accountRowOf = (cx: Context, personId: number): AccountRow | undefined =>
  cx.db.select().from(accounts).where(eq(accounts.personId, personId)).get();

/** How somebody is reached by their account. For other stores to join. */
export const contactOfAccount = new QueryBuilder({ casing: "snake_case" })
  .select({
    accountPersonId: accounts.personId,
    accountPhone: accounts.phone,
    accountEmail: accounts.email,
  })
  .from(accounts)
  .as("account_contact");
