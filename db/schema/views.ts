import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { viewLists } from "../values/views";
import { instant, isFilled, isOneOf, key } from "./columns";
import { persons } from "./people";

/** Views of lists that somebody saved for themselves: what the address of a list says, under a name. */
export const savedViews = sqliteTable(
  "saved_views",
  {
    id: key(),
    personId: integer()
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    list: text({ enum: viewLists }).notNull(),
    name: text().notNull(),
    /** What the address says after its question mark; what of it no longer exists, the list passes over. */
    query: text().notNull(),
    createdAt: instant().notNull(),
    /** When it was deleted; kept for as long as that can be undone. */
    deletedAt: instant(),
  },
  (t) => [
    index("saved_views_person").on(t.personId, t.list),
    isFilled("saved_views_name", t.name, 60),
    isOneOf("saved_views_list", t.list, viewLists),
    check("saved_views_query", sql`length(${t.query}) <= 1000`),
  ],
);
