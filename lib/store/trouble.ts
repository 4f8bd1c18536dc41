import { accessSync, constants, readFileSync, statfsSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname } from "node:path";
import { databaseFile } from "@/db/client";
import { foldersGiven } from "./present";

/** The name of a user as the system has it. */
function nameOf(uid: number): string {
  try {
    const line = readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .find((one) => one.split(":")[2] === String(uid));
    if (line) return line.split(":")[0]!;
  } catch {
    // No list of users here.
  }
  return `the user ${uid}`;
}

const ownName = (): string => {
  try {
    return userInfo().username;
  } catch {
    return nameOf(process.getuid?.() ?? -1);
  }
};

/** Why a path may not be read and written: what the system says; null where it may, or is not there. */
function refusedAt(path: string): string | null {
  try {
    accessSync(path, constants.R_OK | constants.W_OK | (statSync(path).isDirectory() ? constants.X_OK : 0));
    return null;
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    return code === "ENOENT" || code === "ENOTDIR" ? null : code;
  }
}

/** The owner of a path, or of the folder in which one may not even look. */
function ownerOf(path: string): { uid: number; at: string } {
  for (let at = path; ; at = dirname(at))
    try {
      return { uid: statSync(at).uid, at };
    } catch {
      if (at === dirname(at)) return { uid: 0, at };
    }
}

/** What to do about a path that this user may not read or write. */
function notAllowed(path: string): string {
  const { uid, at } = ownerOf(path);
  if (uid === process.getuid?.())
    return `${path} may not be read and written, though it is this user's (${ownName()}): chmod ${statSync(at).isDirectory() ? "700" : "600"} ${at}.`;
  const owner = nameOf(uid);
  const wayOn =
    uid === 0
      ? "give it to the service's own user with chown, and run this as that user"
      : `run this as the service's own user, as in sudo -u ${owner} …, or give it to that user with chown`;
  return `${path} may not be read and written by this user (${ownName()}), for ${at === path ? "it" : at} belongs to ${owner}: ${wayOn}.`;
}

/** The first of the paths which this user may not use, beside the one that an error names. */
function culprit(named: string | undefined, file: string): { path: string; code: string } | null {
  for (const path of [named, dirname(file), file, `${file}-wal`, `${file}-shm`]) {
    const code = path === undefined ? null : refusedAt(path);
    if (path !== undefined && code !== null) return { path, code };
  }
  return null;
}

const hasNoRoom = (folder: string): boolean => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < 2 ** 20;
  } catch {
    return false;
  }
};

/** True for what is said where a disk is full: in so many words, or by a file that could not grow. */
export function isDiskFull(error: unknown, folder = foldersGiven().dataDir): boolean {
  const code = String((error as { code?: unknown } | null)?.code);
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(code)) return true;
  return /^SQLITE_(IOERR|CANTOPEN)/.test(code) && hasNoRoom(folder);
}

/**
 * What broke, as one sentence for whoever runs the service: what a system says of files and disks becomes which path, whose
 * it is, and what to do. Every command and the start say errors by it.
 * @param file the database in question.
 */
export function troubleOf(error: unknown, file = databaseFile(foldersGiven().dataDir)): string {
  const { code = "", message, path } = error as { code?: string; message: string; path?: string };
  const folder = path ? dirname(path) : dirname(file);
  if (isDiskFull(error, folder)) return `The disk of ${folder} is full: free some room and try again.`;
  if (/^(EACCES|EPERM|EROFS|SQLITE_(CANTOPEN|READONLY|IOERR|PERM|AUTH))/.test(code)) {
    const found = culprit(path, file);
    if (code === "EROFS" || found?.code === "EROFS")
      return `${found?.path ?? path ?? file} lies on a disk that is read-only: mount it for writing, and look why it is not.`;
    if (found || code === "EACCES" || code === "EPERM") return notAllowed(found?.path ?? path ?? file);
  }
  if (code === "ENOTDIR" || code === "EEXIST")
    return `${path ?? folder} cannot be a folder, for a file lies there: give another one as DATA_DIR, KEYS_DIR or BACKUP_DIR.`;
  if (code.startsWith("SQLITE_IOERR"))
    return `The disk of ${folder} does not read or write (${message}): look at the disk, then at the database with npm run check.`;
  if (code.startsWith("SQLITE_CANTOPEN"))
    return `${file} cannot be opened (${message}): give the service's own DATA_DIR.`;
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return `${file} is damaged, or no database: stop the service and bring in a backup with npm run restore.`;
  if (code.startsWith("SQLITE_BUSY"))
    return `${file} is being written to by something else: try again in a moment.`;
  return message;
}
