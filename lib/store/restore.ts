import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { databaseFile, openDatabase } from "@/db/client";
import { judge, settle } from "@/db/copy";
import { hasForeignLog } from "@/db/identity";
import { holdAlone } from "@/db/lock";
import { system } from "../access/table";
import { endAllSignIns } from "../accounts/store/restored";
import { noBrowser } from "../acts/context";
import { syncFolder } from "../crypto/keyFiles";
import type { Settings } from "../env/settings";
import { wrongKey } from "../keys/checks";

/** What a restore did: what is in place now, and where the file lies that was there before; null where there was none. */
export type Restored = { database: string; replaced: string | null; older: boolean };

const unchanged = "Nothing was changed.";
const refuse = (sentence: string): never => {
  throw new Error(`${sentence} ${unchanged}`);
};

/** True for a file that begins as those of SQLite do. */
function beginsAsDatabase(path: string): boolean {
  const handle = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(16);
    readSync(handle, bytes, 0, 16, 0);
    return bytes.toString("latin1") === "SQLite format 3\0";
  } finally {
    closeSync(handle);
  }
}

/**
 * Copies what is to be restored beside the database, with its log, and refuses what is not a whole database of ours. In the
 * copy nobody is signed in: what was ended since the backup does not come back.
 */
function stage(from: string, staged: string, settings: Settings, now: number): { older: boolean } {
  copyFileSync(from, staged);
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${staged}-wal`);
  const judged = judge(staged);
  if (judged.kind === "foreign") refuse(`${from} is no database of Cascade (${judged.why}).`);
  if (judged.kind === "damaged")
    refuse(`${from} is damaged or was cut off (${judged.why}): take another backup.`);
  const standing = judged.kind === "ours" ? judged.standing : "none";
  if (standing === "newer")
    refuse(`${from} was made by a newer version of Cascade: bring the code up to that version first.`);
  if (standing === "other" || standing === "none")
    refuse(`${from} was made by another line of Cascade than this code, which cannot go on with it.`);
  const { sqlite, db } = openDatabase(staged);
  try {
    const cx = { db, viewer: system, now, settings, browser: noBrowser, machineNow: () => now };
    const wrong = wrongKey(cx, true);
    if (wrong) throw new Error(`${from}: ${wrong}`);
    endAllSignIns(cx);
  } finally {
    sqlite.close();
  }
  settle(staged);
  return { older: standing === "older" };
}

/** Refuses while another process has the database open, even one that does not know of our lock; puts the log into the file. */
function closeLog(path: string): void {
  const database = new Database(path, { timeout: 0 });
  try {
    database.pragma("locking_mode = EXCLUSIVE");
    database.exec("BEGIN IMMEDIATE; COMMIT");
    database.pragma("wal_checkpoint(TRUNCATE)");
    database.pragma("journal_mode = DELETE");
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith("SQLITE_BUSY"))
      refuse(`${path} is open in another program: close that first.`);
    // A damaged file may be why somebody restores: it is kept as it is, with its log.
  } finally {
    database.close();
  }
}

/** A name beside the database for the file that was there, by the time in which it was replaced. */
function nameOfReplaced(path: string, now: number): string {
  const stamp = new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "-");
  for (let count = 1; ; count++) {
    const name = join(dirname(path), `cascade-replaced-${stamp}${count === 1 ? "" : `-${count}`}.db`);
    if (!existsSync(name)) return name;
  }
}

/**
 * Puts a backup in the place of the database. Everything is looked at before anything is changed; at whatever moment the
 * process is killed, one whole database lies under the name, and the one that was there is kept.
 * @throws Error with one sentence where somebody works on the database, or the file cannot be its successor.
 */
export function restore(settings: Settings, from: string, now: number): Restored {
  const path = databaseFile(settings.dataDir);
  const staged = `${path}.restoring`;
  if (!statSync(from, { throwIfNoEntry: false })?.isFile()) refuse(`There is no file ${from}.`);
  if (resolve(from) === path) refuse(`${from} is the database itself: give a backup.`);
  if (!beginsAsDatabase(from)) refuse(`${from} is no database of Cascade.`);
  const release = holdAlone(settings.dataDir);
  if (!release) return refuse(`Cascade works on ${settings.dataDir} just now: stop the service first.`);
  const clear = () => {
    for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(`${staged}${end}`, { force: true });
  };
  try {
    clear();
    const { older } = stage(from, staged, settings, now);
    let replaced: string | null = null;
    if (existsSync(path)) {
      const mixed = hasForeignLog(path);
      if (!mixed) closeLog(path);
      replaced = nameOfReplaced(path, now);
      // A second name first, so that the database lies under its own until the other takes it.
      linkSync(path, replaced);
      // The log of another file is kept too, but under no name by which SQLite would take it for this one's.
      for (const end of ["-wal", "-shm"])
        if (existsSync(`${path}${end}`))
          renameSync(`${path}${end}`, `${replaced}${end}${mixed ? "-of-another" : ""}`);
    }
    renameSync(staged, path);
    syncFolder(dirname(path));
    return { database: path, replaced, older };
  } finally {
    clear();
    release();
  }
}
