import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { type SQL, sql } from "drizzle-orm";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import * as schema from "./schema";

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };
type Open = { sqlite: Database.Database; db: Db };

/** One connection a process; kept on the global object so that a hot reload finds it again. */
const kept = globalThis as unknown as { cascadeDatabase?: Open };

/** The database file of a data directory. */
export const databaseFile = (dataDir: string) => join(dataDir, "cascade.db");

const mostStatements = 400;

/**
 * Keeps statements by their text: the queries of a request are few and come again, and compiling one costs more than
 * running it. A statement is handed out in its plain mode, whichever mode it was last used in.
 */
function keepStatements(sqlite: Database.Database): void {
  const prepare = sqlite.prepare.bind(sqlite);
  const kept = new Map<string, Database.Statement>();
  sqlite.prepare = ((text: string) => {
    const found = kept.get(text);
    if (found) return found.reader ? found.raw(false) : found;
    const statement = prepare(text);
    if (/^\s*(select|insert|update|delete|with)\b/i.test(text)) {
      if (kept.size >= mostStatements) kept.clear();
      kept.set(text, statement);
    }
    return statement;
  }) as typeof sqlite.prepare;
}

/** Opens a file with the pragmas that every connection has: WAL, durable commits, foreign keys, patience. */
export function openDatabase(file: string): Open {
  const sqlite = new Database(file, { timeout: 10_000 });
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("cache_size = -32000");
  sqlite.pragma("temp_store = MEMORY");
  keepStatements(sqlite);
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

/**
 * A prepared insert of one row; gives its key. Of the named columns, those that are JSON or flags must not be null:
 * Drizzle would encode that null.
 */
export function inserting<T extends SQLiteTable, Column extends keyof T["$inferInsert"] & string>(
  table: T,
  columns: readonly Column[],
) {
  const query = prepared((db) =>
    db
      .insert(table)
      .values(Object.fromEntries(columns.map((name) => [name, sql.placeholder(name)])) as never)
      .prepare(),
  );
  return (db: Db, row: Required<Pick<T["$inferInsert"], Column>>): number =>
    Number(query(db).run(row as Record<string, unknown>).lastInsertRowid);
}

/** Condition of a prepared query: the column is one of several values, given under this name as a JSON list. */
export const among = (column: SQLiteColumn, name: string): SQL =>
  sql`${column} in (select value from json_each(${sql.placeholder(name)}))`;

const mostKept = 200;

/**
 * Keeps what a read answered for as long as nobody writes to the file, neither this process (`total_changes`) nor
 * another (`data_version`). For what is asked again and again with the same answer for everybody. Within a
 * transaction nothing is kept, for it may be undone.
 */
export function untilWritten<Arguments extends unknown[], Answer>(
  ask: (...given: Arguments) => Answer,
): (...given: Arguments) => Answer {
  const kept = new Map<string, Answer>();
  let asked: { sqlite?: Database.Database; version?: string } = {};
  return (...given) => {
    const { sqlite } = open();
    if (sqlite.inTransaction) return ask(...given);
    const version = String(
      sqlite.prepare("select total_changes(), data_version from pragma_data_version").raw().get(),
    );
    if (asked.sqlite !== sqlite || asked.version !== version || kept.size >= mostKept) kept.clear();
    asked = { sqlite, version };
    const key = JSON.stringify(given);
    let answer = kept.get(key);
    if (answer === undefined) {
      answer = ask(...given);
      kept.set(key, answer);
    }
    return answer;
  };
}

/**
 * A column of the outer query, for a subquery among its fields: in a select of one table Drizzle would leave out the
 * table's name, and the subquery's own column of that name would be taken.
 */
export const outer = (column: SQLiteColumn): SQL => sql`${column}`;

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

/**
 * Writes that must agree, in one BEGIN IMMEDIATE transaction; inside another one, a savepoint of it. The function is
 * synchronous, so nothing can be awaited while the lock is held. What it throws undoes everything that it wrote.
 */
export const transact = <T>(db: Db, work: () => T): T => db.$client.transaction(work).immediate();
