import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { feeds } from "../values/feeds";
import { accounts } from "./accounts";
import { instant, isOneOf, key } from "./columns";

/** Secret addresses of calendars to subscribe to. Each shows what its owner may see when it is read, and nothing after that. */
export const feedAddresses = sqliteTable(
  "feed_addresses",
  {
    id: key(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    feed: text({ enum: feeds }).notNull(),
    /** Key of the course, the person or the room; null of one's own. */
    ofId: integer(),
    /** SHA-256 of the token that the address ends with. */
    tokenHash: text().notNull(),
    madeAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("feed_addresses_token").on(t.tokenHash),
    index("feed_addresses_account").on(t.accountId, t.feed, t.ofId),
    isOneOf("feed_addresses_feed", t.feed, feeds),
    check("feed_addresses_of", sql`(${t.feed} = 'mine') = (${t.ofId} is null)`),
  ],
);
