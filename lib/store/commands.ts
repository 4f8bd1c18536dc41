import { statfsSync } from "node:fs";
import { closeDatabase, fileReplaced, sqlite, transact, waitBriefly } from "@/db/client";
import { migrate, migrationsCurrent, standingOf } from "@/db/migrate";
import { hasEverything, putCountries, putHolidays, putTools } from "@/db/shipped";
import { system } from "../access/table";
import { type Context, contextOf } from "../acts/context";
import { requireRightKey, wrongKey } from "../keys/checks";
import { hasPeople } from "../people/store";
import { keepSettings } from "../settings/store";
import { makeBackup } from "./backup";
import { fillDue } from "./due";
import { fillNames } from "./names";

export { fileReplaced } from "@/db/client";
export { takeDailyBackup } from "./daily";

/**
 * Opens the database of this process, refuses keys that are not its own, and brings it up to date, after a backup where
 * there are people in it: migrations, the countries that are missing, the public
 * holidays of this year and the next, at the first start the shipped tools, and what is kept of names and of what is due
 * where an older version made it.
 * @returns how many migrations were applied.
 */
export function openStore(now: number): number {
  const cx = contextOf(system, now);
  const { db } = cx;
  const wrong = wrongKey(cx);
  if (wrong) throw new Error(wrong);
  if (standingOf(sqlite()) === "older" && hasPeople(cx) && cx.settings.backupsKept > 0)
    makeBackup(cx, "migration", cx.machineNow());
  const applied = migrate(sqlite(), now);
  requireRightKey(cx);
  if (!hasEverything(db, now))
    transact(db, () => {
      putCountries(db);
      putTools(db, now);
      putHolidays(db, now);
    });
  fillNames(cx);
  fillDue(cx);
  return applied;
}

/** Rows of an index that SQLite looks at to know how it is spread: enough to choose by, and the same in a big file. */
const lookedAt = 1_000;

/**
 * Has SQLite look again at how the data are spread, where that has changed much: by it, it chooses among indexes. Once a
 * day, and when a process ends; where nothing has changed it does nothing.
 */
export function optimizeStore(): void {
  sqlite().pragma(`analysis_limit = ${lookedAt}`);
  sqlite().pragma("optimize");
}

/** From here on the process answers requests, and waits for a lock outside of its thread (`lib/acts/turns`). */
export const serveStore = (): void => waitBriefly();

/** Closes the database of this process, at its end. */
export function closeStore(): void {
  // A full disk, or another process that writes: the next end or day does it.
  holds(() => {
    sqlite().pragma("busy_timeout = 500");
    optimizeStore();
    return true;
  });
  closeDatabase();
}

/** Free space, in bytes, below which the store no longer counts as able to take what people send. */
const leastFreeBytes = 16 * 1024 * 1024;
/** How long an answer about the health holds, in ms: asking often must cost nothing. */
const healthLifetimeMs = 5_000;

/**
 * Whether the store can do its work. `databaseWritable`: a write has just gone to the disk. `databaseInPlace`: the file
 * that is open is the one that lies in the folder.
 */
export type Health = {
  databaseWritable: boolean;
  databaseInPlace: boolean;
  migrationsCurrent: boolean;
  diskFree: boolean;
};

let checked: { health: Health; at: number } | null = null;

/** What the store answers when it is put to work, at most every five seconds. */
export function storeHealth(cx: Context): Health {
  const { now } = cx;
  if (checked && now - checked.at >= 0 && now - checked.at < healthLifetimeMs) return checked.health;
  const health = {
    databaseWritable: holds(() => {
      transact(cx.db, () => keepSettings(cx, ["healthCheckedAt"], String(now)));
      return true;
    }),
    databaseInPlace: holds(() => !fileReplaced()),
    migrationsCurrent: holds(() => migrationsCurrent(sqlite())),
    diskFree: holds(() => {
      const { bavail, bsize } = statfsSync(cx.settings.dataDir);
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
