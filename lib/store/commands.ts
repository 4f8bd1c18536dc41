import { sqlite, transact } from "@/db/client";
import { migrate, migrationsCurrent } from "@/db/migrate";
import { putCountries, putTools } from "@/db/start";

/**
 * Opens the database of this process and brings it up to date: migrations, the countries that are missing, and at the
 * first start the shipped tools.
 * @returns how many migrations were applied.
 */
export function openStore(now: number): number {
  const applied = migrate(sqlite(), now);
  transact((db) => {
    putCountries(db);
    putTools(db, now);
  });
  return applied;
}

/** True where the database takes a write. */
export function databaseWritable(): boolean {
  try {
    sqlite().exec("BEGIN IMMEDIATE; ROLLBACK;");
    return true;
  } catch {
    return false;
  }
}

/** True where the file has every migration of this version and no other. */
export const storeCurrent = (): boolean => migrationsCurrent(sqlite());
