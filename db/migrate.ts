import { resolve } from "node:path";
import type Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";

const folder = () => resolve(/* turbopackIgnore: true */ process.cwd(), "db/migrations");

/** The migrations that this code has, oldest first. */
const known = () => readMigrationFiles({ migrationsFolder: folder() });

const table = `CREATE TABLE IF NOT EXISTS migrations (position INTEGER PRIMARY KEY, hash TEXT NOT NULL, at INTEGER NOT NULL)`;

function done(sqlite: Database.Database): { position: number; hash: string }[] {
  const there = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'migrations'").get();
  return there
    ? (sqlite.prepare("SELECT position, hash FROM migrations ORDER BY position").all() as {
        position: number;
        hash: string;
      }[])
    : [];
}

/** True where every migration of this code has been applied to the file, and no other. */
export function migrationsCurrent(sqlite: Database.Database): boolean {
  const have = done(sqlite);
  const want = known();
  return have.length === want.length && have.every((row, i) => row.hash === want[i]!.hash);
}

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
