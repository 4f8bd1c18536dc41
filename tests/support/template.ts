import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { migrate } from "../../db/migrate";

/** Migrates one database with the real migrations; each test file copies it. */
export default function setup() {
  const folder = mkdtempSync(join(tmpdir(), "cascade-template-"));
  const file = join(folder, "cascade.db");
  const sqlite = new Database(file);
  migrate(sqlite, Date.parse("2026-01-01T00:00:00Z"));
  sqlite.pragma("journal_mode = WAL");
  sqlite.close();
  process.env.CASCADE_TEMPLATE = file;
  return () => rmSync(folder, { recursive: true, force: true });
}
