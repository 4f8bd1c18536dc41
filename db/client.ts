import {
  chmodSync,
  closeSync,
  copyFileSync,
  fstatSync,
  mkdirSync,
  openSync,
  statSync,
  truncateSync,
} from "node:fs";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { type Identity, markIn, noteOpened, refuseForeignLog } from "./identity";
import { holdAlone, holdTogether, type Release } from "./lock";
import * as schema from "./schema";

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };
type Open = { sqlite: Database.Database; db: Db };
/** The process's own: with which file it is, a handle on it that stays open as long as SQLite's, and the hold on the folder. */
type Own = Open & { path: string; handle: number; identity: Identity; release: Release };

/** One connection a process; kept on the global object so that a hot reload finds it again. */
const kept = globalThis as unknown as { cascadeDatabase?: Own; cascadeAlone?: Release };

/** The database file of a data directory. */
export const databaseFile = (dataDir: string) => join(dataDir, "cascade.db");

/** How long a command of the operator waits for a lock that somebody else holds, in ms. */
const patienceMs = 10_000;
/** How long a process that serves does: the thread that waits answers nobody. `lib/acts/turns` waits outside of it. */
const servingPatienceMs = 50;

/** False in tests that say so: what they make need not outlive a power cut, and a slow disk would be most of their time. */
const durable = () => process.env.CASCADE_MODE !== "test" || process.env.TEST_FSYNC !== "off";

/** Opens a file with the pragmas that every connection has: WAL, durable commits, foreign keys, patience. */
export function openDatabase(file: string): Open {
  const sqlite = new Database(file, { timeout: patienceMs });
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma(`synchronous = ${durable() ? "FULL" : "OFF"}`);
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("cache_size = -32000");
  sqlite.pragma("temp_store = MEMORY");
  return { sqlite, db: drizzle(sqlite, { schema, casing: "snake_case" }) };
}

const dataFolder = () => resolve(/* turbopackIgnore: true */ process.cwd(), process.env.DATA_DIR || "data");

/** Holds the folder alone until the database is closed; false, where another process works on it. Before it is opened. */
export function takeAlone(): boolean {
  mkdirSync(dataFolder(), { recursive: true, mode: 0o700 });
  kept.cascadeAlone = holdAlone(dataFolder()) ?? undefined;
  return kept.cascadeAlone !== undefined;
}

/** Takes from others what an older version, or a copy by hand, left them of the database. */
function keepPrivate(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    const there = statSync(file, { throwIfNoEntry: false });
    if (there && there.mode & 0o077) chmodSync(file, 0o600);
  }
}

function open(): Own {
  if (!kept.cascadeDatabase) {
    const folder = dataFolder();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = databaseFile(folder);
    const release = kept.cascadeAlone ?? holdTogether(folder);
    try {
      refuseForeignLog(path);
      keepPrivate(path);
      const opened = openDatabase(path);
      const handle = openSync(path, "r");
      const identity = { inode: fstatSync(handle).ino, mark: markIn(handle) };
      noteOpened(path, identity);
      kept.cascadeDatabase = { ...opened, path, handle, identity, release };
    } catch (error) {
      release();
      const { code } = error as { code?: string };
      if (code !== "SQLITE_NOTADB" && code !== "SQLITE_CORRUPT") throw error;
      throw new Error(
        `${path} is damaged, or no database: bring in a backup with npm run restore. Nothing was changed.`,
      );
    }
  }
  return kept.cascadeDatabase;
}

/** Thrown where something is to be written into a file that no longer lies under its name. */
export class FileReplaced extends Error {
  constructor() {
    super("The database file was replaced while it was open: restart the service.");
  }
}

/** How a file came in place of the one that is open: under its name, or as what it holds; null where none did. */
function replacedHow({ path, handle, identity }: Own): "name" | "content" | null {
  if (statSync(path, { throwIfNoEntry: false })?.ino !== identity.inode) return "name";
  return markIn(handle) === identity.mark ? null : "content";
}

/** True where another file has taken the place of the one that this process has open: nothing that is written lasts. */
export const fileReplaced = (): boolean => replacedHow(open()) !== null;

/** The file that this process has open: where it lies, and which one it is. */
export function openedFile(): { path: string; identity: string } {
  const { path, identity } = open();
  return { path, identity: `${identity.inode}:${identity.mark}` };
}

/** The database, for reading. */
export const read = (): Db => open().db;

/**
 * A query that Drizzle puts together once a connection instead of at each call, which costs more than running it; its
 * values come by `sql.placeholder`. For what is asked at every request.
 */
export function prepared<Query>(build: (db: Db) => Query): (db?: Db) => Query {
  const built = new WeakMap<Db, Query>();
  return (db = read()) => {
    let query = built.get(db);
    if (!query) {
      query = build(db);
      built.set(db, query);
    }
    return query;
  };
}

/** The driver's own handle, for what Drizzle has no words for (backup, migration, health). */
export const sqlite = (): Database.Database => open().sqlite;

/** From here on this process answers requests: it hardly waits in its thread for a lock that somebody else holds. */
export const waitBriefly = (): void => {
  sqlite().pragma(`busy_timeout = ${servingPatienceMs}`);
};

/** True where nobody holds the lock on writing. Asked without waiting; within a transaction it is one's own. */
export function asksForLock({ $client }: Db): boolean {
  if ($client.inTransaction) return true;
  const patience = $client.pragma("busy_timeout", { simple: true });
  $client.pragma("busy_timeout = 0");
  try {
    $client.exec("BEGIN IMMEDIATE; ROLLBACK");
    return true;
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith("SQLITE_BUSY")) return false;
    throw error;
  } finally {
    $client.pragma(`busy_timeout = ${patience}`);
  }
}

/**
 * Closes the file, at the end of the process or of a test. What stands in the log beside it (WAL) is put into it first,
 * so that a copy of the one file is whole once nobody has it open.
 */
export function closeDatabase(): void {
  const open = kept.cascadeDatabase;
  kept.cascadeDatabase = undefined;
  const alone = kept.cascadeAlone;
  kept.cascadeAlone = undefined;
  if (!open) {
    alone?.();
    return;
  }
  try {
    if (replacedHow(open) === "content") setLogAside(open.path);
    open.sqlite.pragma("busy_timeout = 2000");
    open.sqlite.pragma("wal_checkpoint(TRUNCATE)");
  } catch {
    // A full or read-only disk: it stays in the log, where the next start finds it.
  }
  open.sqlite.close();
  closeSync(open.handle);
  open.release();
}

/** Keeps SQLite from laying the log of the former file over what somebody copied into its place. */
function setLogAside(path: string): void {
  copyFileSync(`${path}-wal`, `${path}-wal-of-replaced`);
  truncateSync(`${path}-wal`);
}

/** What SQLite says where nobody can write just now, or at all. */
const cannotWrite = /^SQLITE_(BUSY|LOCKED|READONLY|FULL|IOERR|CANTOPEN)/;

/**
 * Writes at once or not at all, without waiting for whoever else writes: for what may as well be written later, done by a
 * request that only reads. @returns whether it was written.
 */
export function unlessBusy(db: Db, work: () => unknown): boolean {
  const file = db.$client;
  const patience = file.pragma("busy_timeout", { simple: true });
  file.pragma("busy_timeout = 0");
  try {
    work();
    return true;
  } catch (error) {
    if (cannotWrite.test(String((error as { code?: unknown }).code))) return false;
    throw error;
  } finally {
    file.pragma(`busy_timeout = ${patience}`);
  }
}

/**
 * Writes that must agree, in one BEGIN IMMEDIATE transaction; inside another one, a savepoint of it. The function is
 * synchronous, so nothing can be awaited while the lock is held. What it throws undoes everything that it wrote.
 * @throws FileReplaced where another file has taken the place of this process's.
 */
export function transact<T>(db: Db, work: () => T): T {
  const own = kept.cascadeDatabase;
  if (own?.db === db && !db.$client.inTransaction && replacedHow(own)) throw new FileReplaced();
  return db.$client.transaction(work).immediate();
}
