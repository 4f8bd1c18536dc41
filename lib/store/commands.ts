import { statfsSync } from "node:fs";
import { closeDatabase, read, sqlite, transact } from "@/db/client";
import { migrate, migrationsCurrent } from "@/db/migrate";
import { settings } from "@/db/schema";
import { hasEverything, putCountries, putHolidays, putTools } from "@/db/start";
import { environment } from "../env/environment";

/**
 * Opens the database of this process and brings it up to date: migrations, the countries that are missing, the public
 * holidays of this year and the next, and at the first start the shipped tools.
 * @returns how many migrations were applied.
 */
export function openStore(now: number): number {
  const applied = migrate(sqlite(), now);
  if (!hasEverything(read(), now))
    transact((db) => {
      putCountries(db);
      putTools(db, now);
      putHolidays(db, now);
    });
  return applied;
}

/** Closes the database of this process, at its end. */
export const closeStore = (): void => closeDatabase();

/** Free space, in bytes, below which the store no longer counts as able to take what people send. */
const leastFreeBytes = 16 * 1024 * 1024;
/** How long an answer about the health holds, in ms: asking often must cost nothing. */
const healthLifetimeMs = 5_000;

/** Whether the store can do its work. `databaseWritable`: a write has just gone to the disk. */
export type Health = { databaseWritable: boolean; migrationsCurrent: boolean; diskFree: boolean };

let checked: { health: Health; at: number } | null = null;

/** What the store answers when it is put to work, at most every five seconds. */
export function storeHealth(now: number): Health {
  if (checked && now - checked.at >= 0 && now - checked.at < healthLifetimeMs) return checked.health;
  const health = {
    databaseWritable: holds(() => {
      const value = String(now);
      transact((db) =>
        db
          .insert(settings)
          .values({ name: "healthCheckedAt", value })
          .onConflictDoUpdate({ target: settings.name, set: { value } })
          .run(),
      );
      return true;
    }),
    migrationsCurrent: holds(() => migrationsCurrent(sqlite())),
    diskFree: holds(() => {
      const { bavail, bsize } = statfsSync(environment().dataDir);
      return bavail * bsize >= leastFreeBytes;
    }),
  };
  checked = { health, at: now };
  return health;
}

/** What a check answers; no, where it throws. */
function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
