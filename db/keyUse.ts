import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { hasTable } from "./migrate";

/** True where a database file was made with a key, without which it must not be opened for writing. */
export function needsItsKey(file: string): boolean {
  if (!existsSync(file)) return false;
  const database = new Database(file);
  try {
    const has = (table: string) =>
      hasTable(database, table) && database.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined;
    return has("key_checks") || has("sensitive_facts") || has("authenticators");
  } finally {
    database.close();
  }
}
