import { randomInt } from "node:crypto";
import { chmodSync, closeSync, fsyncSync, openSync } from "node:fs";
import Database from "better-sqlite3";
import { hasTable, type Standing, standingOf } from "./migrate";

/** Waits until a file is on the disk. */
export function syncFile(path: string): void {
  const handle = openSync(path, "r+");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes what a connection sees into a new file, packed, while others go on reading and writing. */
export const writeCopy = (sqlite: Database.Database, path: string): void => {
  sqlite.prepare("VACUUM INTO ?").run(path);
};

/** What a file is: no database of ours, a damaged one, or one that stands to this code's migrations as it says. */
export type Judged = { kind: "foreign" | "damaged"; why: string } | { kind: "ours"; standing: Standing };

/** Tables that every version of ours had from the first on. */
const ownTables = ["migrations", "persons", "courses", "settings"];

/** What is wrong with a database, read from its first page to its last; null where it is whole. */
export function problemsIn(sqlite: Database.Database): string | null {
  const [said] = sqlite.pragma("integrity_check(1)") as { integrity_check: string }[];
  if (said?.integrity_check !== "ok") return said?.integrity_check ?? "it says nothing of itself";
  const broken = sqlite.pragma("foreign_key_check") as unknown[];
  return broken.length > 0 ? `${broken.length} rows name others that are not there` : null;
}

const damaged = (why: string): Judged => ({ kind: "damaged", why });

/** What a file is that nobody else has open: read from its first page to its last, which takes a second for each GB or so. */
export function judge(path: string): Judged {
  let database: Database.Database;
  try {
    database = new Database(path, { fileMustExist: true });
  } catch (error) {
    return { kind: "foreign", why: (error as Error).message };
  }
  try {
    if (!ownTables.every((table) => hasTable(database, table)))
      return { kind: "foreign", why: "it has other tables" };
    const problems = problemsIn(database);
    if (problems !== null) return damaged(problems);
    return { kind: "ours", standing: standingOf(database) };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return code === "SQLITE_NOTADB" ? { kind: "foreign", why: message } : damaged(message);
  } finally {
    database.close();
  }
}

/** Makes a file one of its own: with a mark that no other has, in one piece, for its owner alone, and on the disk. */
export function settle(path: string): void {
  const database = new Database(path, { fileMustExist: true });
  database.pragma("journal_mode = DELETE");
  database.pragma(`user_version = ${randomInt(1, 2 ** 31 - 1)}`);
  database.close();
  chmodSync(path, 0o600);
  syncFile(path);
}
