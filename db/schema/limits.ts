import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant, key } from "./columns";

/** Attempts counted by what is limited, such as `sign-in:account:12`. Survives a restart. */
export const attempts = sqliteTable(
  "attempts",
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    since: instant().notNull(),
  },
  (t) => [index("attempts_since").on(t.since)],
);

/** What was refused or failed: sign-ins, codes, foreign keys, posts of other sites. Apart from the audit log, for it has addresses. */
export const refusals = sqliteTable(
  "refusals",
  {
    id: key(),
    at: instant().notNull(),
    /** As in `sign-in.wrong`; `lib/limits` says which there are. */
    kind: text().notNull(),
    /** What was asked for: a permission or a path without its query. */
    about: text(),
    address: text().notNull(),
    requestId: text(),
    /** Whose account it was tried with or by, where that is known. */
    accountId: integer(),
  },
  (t) => [index("refusals_at").on(t.at), index("refusals_account").on(t.accountId, t.at)],
);
