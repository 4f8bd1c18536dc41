import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { accounts } from "./accounts";
import { instant, isJson, json } from "./columns";

/** What somebody typed into a form that is gone from the page to which they are led, for that page to show. */
export const typedTexts = sqliteTable(
  "typed_texts",
  {
    /** Random; it stands in the address of that page. */
    word: text().primaryKey(),
    /** Who typed it, and alone reads it. */
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    texts: json<readonly string[]>().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    index("typed_texts_account").on(t.accountId, t.at),
    index("typed_texts_at").on(t.at),
    isJson("typed_texts_texts", t.texts),
  ],
);
