import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";

/** Which file it is that lies under a name: its inode, and the mark that each backup and each restored file has of its own. */
export type Identity = { inode: number; mark: number };

/** Where SQLite keeps `user_version` in the head of a file, which is our mark: four bytes, the highest first. */
const markAt = 60;

/** The mark as it stands on the disk; what is in the log beside the file does not count. */
export function markIn(handle: number): number {
  const bytes = Buffer.alloc(4);
  readSync(handle, bytes, 0, 4, markAt);
  return bytes.readUInt32BE();
}

/** Which file lies under a name now; null where there is none. Never of a file that this process has open in SQLite: closing a handle ends its locks. */
export function identityOf(path: string): Identity | null {
  let handle: number;
  try {
    handle = openSync(path, "r");
  } catch {
    return null;
  }
  try {
    return { inode: fstatSync(handle).ino, mark: markIn(handle) };
  } finally {
    closeSync(handle);
  }
}

/** Where it is noted which file was opened last: it stays where that one is taken away. */
export const recordOf = (path: string) => path.replace(/\.db$/, ".opened");

/** Size of a file in bytes; 0 where there is none. */
const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/**
 * True where the log of another file lies beside one: SQLite would lay it over that. A folder that was copied as a whole
 * brings its record along, and what lies in it belongs together.
 */
export function hasForeignLog(path: string): boolean {
  const now = identityOf(path);
  if (!now || sizeOf(`${path}-wal`) === 0) return false;
  try {
    const record = JSON.parse(readFileSync(recordOf(path), "utf8")) as Identity & { record: number };
    if (record.record !== statSync(recordOf(path)).ino) return false;
    return record.inode !== now.inode || record.mark !== now.mark;
  } catch {
    return false;
  }
}

/** @throws Error with one sentence where the log of another file lies beside one. */
export function refuseForeignLog(path: string): void {
  if (!hasForeignLog(path)) return;
  throw new Error(
    `${path} is another file than the one to which the log beside it (${path}-wal) belongs, and the two would be mixed: put the former file back, or move the log away and bring this file in with npm run restore. Nothing was changed.`,
  );
}

/** Notes which file is opened now, for the next start. Whole or not at all. */
export function noteOpened(path: string, { inode, mark }: Identity): void {
  const made = `${recordOf(path)}.${process.pid}`;
  try {
    const handle = openSync(made, "w", 0o600);
    try {
      writeSync(handle, JSON.stringify({ inode, mark, record: fstatSync(handle).ino }));
    } finally {
      closeSync(handle);
    }
    renameSync(made, recordOf(path));
  } finally {
    // On a full disk it stays half written, one for each command that is tried.
    rmSync(made, { force: true });
  }
}
