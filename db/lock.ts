import { join } from "node:path";
import Database from "better-sqlite3";

/** For how long a start waits for a restore to end, in ms. */
const patience = 3_000;

const open = (folder: string, timeout: number) => new Database(join(folder, "cascade.lock"), { timeout });

/** What ends a hold on a folder. */
export type Release = () => void;

/**
 * Holds the folder with whoever else works on its database, as long as this process lives: the lock is the system's on a
 * file, so that it ends with the process however that ends.
 * @throws Error while somebody has it alone.
 */
export function holdTogether(folder: string): Release {
  const file = open(folder, patience);
  try {
    file.exec("BEGIN");
    file.prepare("SELECT count(*) FROM sqlite_master").get();
  } catch {
    file.close();
    throw new Error(`${folder} is being restored or gets new keys just now: start again once that is done.`);
  }
  return () => file.close();
}

/** Holds the folder alone, which nobody then opens; null while another process works on its database. */
export function holdAlone(folder: string): Release | null {
  const file = open(folder, 0);
  try {
    file.exec("BEGIN EXCLUSIVE");
  } catch {
    file.close();
    return null;
  }
  return () => file.close();
}
