import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { migrate } from "../../db/migrate";
import { now } from "./world";

/** A file as so many migrations had made it, to put data into before the others come. */
export function oldFile(migrations: number): Database.Database {
  const database = new Database(join(mkdtempSync(join(tmpdir(), "cascade-migrate-")), "x.db"));
  migrate(database, now, migrations);
  return database;
}
