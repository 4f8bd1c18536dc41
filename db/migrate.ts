import { resolve } from "node:path";
import type Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";

const folder = () => resolve(/* turbopackIgnore: true */ process.cwd(), "db/migrations");

/** The migrations that this code has, oldest first. */
const known = () => readMigrationFiles({ migrationsFolder: folder() });

const table = `CREATE TABLE IF NOT EXISTS migrations (position INTEGER PRIMARY KEY, hash TEXT NOT NULL, at INTEGER NOT NULL)`;

/** True where a file has a table of this name: one of an older version may lack it. */
export const hasTable = (sqlite: Database.Database, name: string): boolean =>
  sqlite.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;

function done(sqlite: Database.Database): { position: number; hash: string }[] {
  return hasTable(sqlite, "migrations")
    ? (sqlite.prepare("SELECT position, hash FROM migrations ORDER BY position").all() as {
        position: number;
        hash: string;
      }[])
    : [];
}

/** What the migrations in a file are to this code: all of its own, the first of them, more than it has, others, or none. */
export type Standing = "current" | "older" | "newer" | "other" | "none";

/** How a file stands to the migrations of this code. */
export function standingOf(sqlite: Database.Database): Standing {
  const have = done(sqlite);
  const want = known();
  if (have.length === 0) return "none";
  if (have.some((row, i) => want[i] && row.hash !== want[i].hash)) return "other";
  return have.length > want.length ? "newer" : have.length < want.length ? "older" : "current";
}

/** True where every migration of this code has been applied to the file, and no other. */
export const migrationsCurrent = (sqlite: Database.Database): boolean => standingOf(sqlite) === "current";

/**
 * Applies what is missing, in order, each migration in a transaction of its own that holds the write lock from its
 * start: two processes that start together do the work once. Tables may be rebuilt, so foreign keys are off while
 * it runs and are checked before each commit.
 * @returns how many were applied.
 * @throws Error where the file was written by a newer version, or where a migration leaves a broken reference.
 */
export function migrate(sqlite: Database.Database, now: number, upTo = Number.POSITIVE_INFINITY): number {
  const want = known();
  let applied = 0;
  sqlite.pragma("foreign_keys = OFF");
  try {
    for (const [position, migration] of want.entries()) {
      if (position >= upTo) break;
      sqlite
        .transaction(() => {
          sqlite.exec(table);
          const have = done(sqlite);
          if (have.length > want.length)
            throw new Error("The database was made by a newer version of Cascade: start that version.");
          const row = have[position];
          if (row && row.hash !== migration.hash)
            throw new Error(`Migration ${position} of the database differs from this version's.`);
          if (row) return;
          for (const statement of migration.sql) sqlite.exec(statement);
          const broken = sqlite.pragma("foreign_key_check") as unknown[];
          if (broken.length > 0)
            throw new Error(
              `Migration ${position} leaves ${broken.length} broken references; nothing was changed.`,
            );
          sqlite
            .prepare("INSERT INTO migrations (position, hash, at) VALUES (?, ?, ?)")
            .run(position, migration.hash, now);
          applied += 1;
        })
        .immediate();
    }
  } finally {
    sqlite.pragma("foreign_keys = ON");
  }
  return applied;
}
