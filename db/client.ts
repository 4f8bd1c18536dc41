import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import * as schema from "./schema";

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };
type Open = { sqlite: Database.Database; db: Db };

/** One connection a process; kept on the global object so that a hot reload finds it again. */
const kept = globalThis as unknown as { cascadeDatabase?: Open };

/** The database file of a data directory. */
export const databaseFile = (dataDir: string) => join(dataDir, "cascade.db");

/** Opens a file with the pragmas that every connection has: WAL, durable commits, foreign keys, patience. */
export function openDatabase(file: string): Open {
  const sqlite = new Database(file, { timeout: 10_000 });
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("cache_size = -32000");
  sqlite.pragma("temp_store = MEMORY");
  return { sqlite, db: drizzle(sqlite, { schema, casing: "snake_case" }) };
}

function open(): Open {
  if (!kept.cascadeDatabase) {
    const folder = resolve(/* turbopackIgnore: true */ process.cwd(), process.env.DATA_DIR || "data");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    kept.cascadeDatabase = openDatabase(databaseFile(folder));
  }
  return kept.cascadeDatabase;
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

/**
 * Closes the file, at the end of the process or of a test. What stands in the log beside it (WAL) is put into it first,
 * so that a copy of the one file is whole once nobody has it open.
 */
export function closeDatabase(): void {
  const open = kept.cascadeDatabase;
  kept.cascadeDatabase = undefined;
  if (!open) return;
  try {
    open.sqlite.pragma("busy_timeout = 2000");
    open.sqlite.pragma("wal_checkpoint(TRUNCATE)");
  } catch {
    // A full or read-only disk: it stays in the log, where the next start finds it.
  }
  open.sqlite.close();
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
 */
export const transact = <T>(db: Db, work: () => T): T => db.$client.transaction(work).immediate();
