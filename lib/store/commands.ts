import { closeDatabase, sqlite, transact, waitBriefly } from "@/db/client";
import { migrate, standingOf } from "@/db/migrate";
import { hasEverything, putCountries, putHolidays, putTools } from "@/db/shipped";
import { system } from "../access/table";
import { contextOf } from "../acts/context";
import { processSettings } from "../env/settings";
import { requireRightKey, wrongKey } from "../keys/checks";
import { hasPeople } from "../people/store";
import { makeBackup } from "./backup";
import { fillDue } from "./due";
import { fillNames } from "./names";
import { demonstrationServed, lostDatabase } from "./present";

export { fileReplaced } from "@/db/client";
export { takeDailyBackup } from "./daily";
export { noteIfDamaged, noteSoundness, storeHealth } from "./health";
export { isDiskFull, troubleOf } from "./trouble";

/**
 * Opens the database of this process, refuses to begin anew where it is gone, keys that are not its own and a demonstration in production, and brings it
 * up to date, after a backup where there are people in it: migrations, the countries that are missing, the public holidays
 * of this year and the next, at the first start the shipped tools, and what is kept of names and of what is due where an
 * older version made it.
 * @param changesKey the key in use may be new to the database: for whoever changes it.
 * @returns how many migrations were applied.
 */
export function openStore(now: number, { changesKey = false } = {}): number {
  const settings = processSettings();
  const lost = settings.mode === "production" ? lostDatabase(settings) : null;
  if (lost) throw new Error(lost);
  const cx = contextOf(system, now);
  const { db } = cx;
  const wrong = wrongKey(cx, changesKey);
  if (wrong) throw new Error(wrong);
  if (standingOf(sqlite()) === "older" && hasPeople(cx) && cx.settings.backupsKept > 0)
    makeBackup(cx, "migration", cx.machineNow());
  const applied = migrate(sqlite(), now);
  requireRightKey(cx, changesKey);
  const shown = demonstrationServed(cx);
  if (shown) throw new Error(shown);
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
  try {
    sqlite().pragma("busy_timeout = 500");
    optimizeStore();
  } catch {
    // A full disk, or another process that writes: the next end or day does it.
  }
  closeDatabase();
}
