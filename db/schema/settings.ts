import { sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Facts of this database, such as that it is a demonstration. */
export const settings = sqliteTable("settings", { name: text().primaryKey(), value: text().notNull() });
