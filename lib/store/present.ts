import { readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { databaseFile } from "@/db/client";
import { recordOf } from "@/db/identity";
import type { Context } from "../acts/context";
import { settingOf } from "../settings/store";

/** Where the database of a service lies or lay, and its backups. */
type Folders = { dataDir: string; backupDir: string };

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** The newest backup in a folder; null where there is none. */
function newestBackup(folder: string): string | null {
  if (!isThere(folder)) return null;
  const [newest] = readdirSync(folder)
    .filter((name) => /^cascade-.*\.db$/.test(name))
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .sort((one, other) => other.at - one.at);
  return newest?.path ?? null;
}

/**
 * What is wrong where the database of a folder that had one is gone: an empty one in its place would pass for it. One
 * sentence; null where it is there, and for a new beginning in a folder that has neither its record nor backups.
 * @throws what the system says where one may not look.
 */
export function lostDatabase({ dataDir, backupDir }: Folders): string | null {
  const file = databaseFile(dataDir);
  if (isThere(file)) return null;
  const newest = newestBackup(backupDir);
  const within = newest !== null && dirname(newest).startsWith(dataDir);
  if (!isThere(recordOf(file)) && !within) return null;
  return newest
    ? `${file} is not there, but this folder had a database: restore a backup (npm run restore -- ${newest}), or give an empty DATA_DIR to begin anew. Nothing was changed.`
    : `${file} is not there, but this folder had a database: put it back, restore a backup (npm run restore -- <backup>), or give an empty DATA_DIR to begin anew. Nothing was changed.`;
}

/**
 * What is wrong where real people would be served from the demonstration's data, whose password everybody knows. One
 * sentence; null where they are not the demonstration's, or are shown as one.
 */
export const demonstrationServed = (cx: Context): string | null =>
  cx.settings.mode === "production" && settingOf(cx, "demonstration") !== null
    ? `${databaseFile(cx.settings.dataDir)} holds the demonstration, whose accounts and password everybody knows: give an empty DATA_DIR, or show it as one with CASCADE_MODE=demo.`
    : null;

/**
 * Why a command that works on a database cannot; null where it is there.
 * @param command as it is typed.
 */
export function absentDatabase(folders: Folders, command: string): string | null {
  const file = databaseFile(folders.dataDir);
  if (isThere(file)) return null;
  return (
    lostDatabase(folders) ??
    `There is no database ${file}: give the service's own DATA_DIR, as in DATA_DIR=… npm run ${command}. Nothing was changed.`
  );
}

/** The folders as the environment names them, before the settings are read, which makes what is missing. */
export function foldersGiven(): Folders {
  const dataDir = resolve(process.env.DATA_DIR || "data");
  return {
    dataDir,
    backupDir: process.env.BACKUP_DIR ? resolve(process.env.BACKUP_DIR) : join(dataDir, "backups"),
  };
}
