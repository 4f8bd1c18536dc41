import { sqlite, transact } from "@/db/client";
import { migrate, migrationsCurrent } from "@/db/migrate";
import { countries } from "@/db/schema";
import { startingCountries } from "../programmes/rules";

/**
 * Opens the database of this process and brings it up to date: migrations, and the countries that Cascade starts with.
 * @returns how many migrations were applied.
 */
export function openStore(now: number): number {
  const applied = migrate(sqlite(), now);
  if (applied > 0)
    transact((db) => {
      for (const [code, { zone, weekend }] of Object.entries(startingCountries))
        db.insert(countries)
          .values({ code, zone, weekend: [...weekend] })
          .onConflictDoNothing()
          .run();
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
