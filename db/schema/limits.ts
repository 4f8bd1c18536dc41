import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { RefusalKind } from "../values/refusals";
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
    /** As in `signInWrong`. */
    kind: text().$type<RefusalKind>().notNull(),
    /** What was asked for: a permission, or as much of a path as names no person and no secret. */
    about: text(),
    /** A network (`networkOf`); `*` for those of a flood that are counted together. */
    address: text().notNull(),
    requestId: text(),
    /** Whose account it was tried with or by, where that is known. */
    accountId: integer(),
    /** How often in that minute: what is refused again is counted here, with the first request's number. */
    count: integer().notNull().default(1),
  },
  (t) => [index("refusals_at").on(t.at), index("refusals_account").on(t.accountId, t.at)],
);
