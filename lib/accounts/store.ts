import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { accounts } from "@/db/schema/accounts";

/** How somebody is reached by their account. For other stores to join. */
export const contactOfAccount = new QueryBuilder({ casing: "snake_case" })
  .select({
    accountPersonId: accounts.personId,
    accountPhone: accounts.phone,
    accountEmail: accounts.email,
  })
  .from(accounts)
  .as("account_contact");
