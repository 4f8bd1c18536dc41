import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "./columns";

/** The keys that this database was made with, and by what each is known again. The keys themselves are never in it. */
export const keyChecks = sqliteTable("key_checks", {
  /** What sealed values say of their key. */
  id: text().primaryKey(),
  /** Made with the key from a text that is always the same. */
  proof: text().notNull(),
  since: instant().notNull(),
  /** When nothing was sealed with it any more; null while it is in use. */
  retiredAt: instant(),
});
