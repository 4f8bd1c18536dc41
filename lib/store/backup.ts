import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { databaseFile } from "@/db/client";
import { judge, settle, writeCopy } from "@/db/copy";
import type { SystemContext } from "../acts/context";
import { readKeyFile, syncFolder, writeKeyFile } from "../crypto/keyFiles";
import { keyIdOf } from "../crypto/seal";

/** Why a backup is made, as its name says it: by hand, each day by itself, before the database is brought up to date. */
export type Occasion = "byHand" | "daily" | "migration";

const named: Record<Occasion, string> = {
  byHand: "cascade",
  daily: "cascade-daily",
  migration: "cascade-before-migration",
};

/** The time as it stands in a name: UTC, to the second. */
const stamp = (at: number) => new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "-");

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** @throws Error with one sentence where the copy would not fit. */
function requireRoom(cx: SystemContext, folder: string): void {
  const file = databaseFile(cx.settings.dataDir);
  const needed = sizeOf(file) + sizeOf(`${file}-wal`);
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < needed * 1.1)
    throw new Error(
      `There is no room for a backup in ${folder}: ${Math.ceil((needed * 1.1) / 2 ** 20)} MB are needed. Free some, or choose another folder with BACKUP_DIR.`,
    );
}

/** A name in a folder under which nothing lies yet. */
function freeName(folder: string, name: string): string {
  for (let count = 1; ; count++) {
    const path = join(folder, `${name}${count === 1 ? "" : `-${count}`}.db`);
    if (!existsSync(path)) return path;
  }
}

/** A copy that nobody has written to for so long, in ms, was left by a process that was killed. */
const longest = 3_600_000;

/** Takes away what killed processes left half written. */
function forgetParts(folder: string, at: number): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (/^cascade-.*\.db\.part(-journal)?$/.test(name) && at - statSync(path).mtimeMs > longest)
      rmSync(path, { force: true });
  }
}

/**
 * Copies the database into a file of its own, looks through the copy, and gives it its name once it is on the disk: what
 * is called a backup is a whole one. Others go on reading and writing meanwhile; this process waits.
 * @param at the time that the name says, in ms.
 * @returns the file.
 * @throws Error with one sentence where there is no room, or the copy is not whole.
 */
export function makeBackup(cx: SystemContext, occasion: Occasion, at: number): string {
  const { backupDir } = cx.settings;
  mkdirSync(backupDir, { recursive: true, mode: 0o700 });
  forgetParts(backupDir, at);
  requireRoom(cx, backupDir);
  const path = freeName(backupDir, `${named[occasion]}-${stamp(at)}`);
  const part = `${path}.part`;
  rmSync(part, { force: true });
  try {
    writeCopy(cx.db.$client, part);
    settle(part);
    const judged = judge(part);
    if (judged.kind !== "ours")
      throw new Error(
        `The database is ${judged.kind} (${judged.why}), so its copy is no backup: see npm run check.`,
      );
    renameSync(part, path);
  } finally {
    for (const left of [part, `${part}-journal`]) rmSync(left, { force: true });
  }
  syncFolder(backupDir);
  if (occasion !== "byHand") forgetBackups(cx, occasion);
  return path;
}

/** Takes away what is too old of the backups that are made by themselves; those made by hand stay. */
function forgetBackups(cx: SystemContext, occasion: Occasion): void {
  const { backupDir, backupsKept } = cx.settings;
  const own = new RegExp(`^${named[occasion]}-\\d{8}-\\d{6}(-\\d+)?\\.db$`);
  const older = readdirSync(backupDir)
    .filter((name) => own.test(name))
    .sort()
    .slice(0, -Math.max(1, backupsKept));
  for (const name of older) rmSync(join(backupDir, name));
}

/** The backups in the folder, the newest last, with when their file was written. */
export function backupsIn(cx: { settings: { backupDir: string } }): { path: string; at: number }[] {
  const { backupDir } = cx.settings;
  if (!existsSync(backupDir)) return [];
  return readdirSync(backupDir)
    .filter((name) => /^cascade-.*\.db$/.test(name))
    .map((name) => ({ path: join(backupDir, name), at: statSync(join(backupDir, name)).mtimeMs }))
    .sort((one, other) => one.at - other.at);
}

/** True where a folder lies within another one, or is it. */
const isWithin = (folder: string, other: string) => {
  const way = relative(resolve(other), resolve(folder));
  return way === "" || !(way.startsWith("..") || way.startsWith("/"));
};

/**
 * Copies every key that is here into a folder apart from the backups, named as in the instance's own: whoever has both
 * reads what people said of themselves. What is there of the same instance stays or becomes an earlier one; of its secrets
 * for sign-ins the one in use alone.
 * @returns the files.
 * @throws Error where the folder is that of the backups, or holds another instance's keys.
 */
export function copyKeys(cx: SystemContext, folder: string): string[] {
  const { backupDir, key, keys, authSecret } = cx.settings;
  if (isWithin(folder, backupDir) || isWithin(backupDir, folder))
    throw new Error(
      `${folder} and ${backupDir} lie in each other: keys and backups belong apart. Choose another folder.`,
    );
  const current = join(folder, "key");
  const there = readKeyFile(current);
  const before = keys.find((one) => one.toString("hex") === there);
  const secret = join(folder, "auth-secret");
  if (before && readKeyFile(secret) !== authSecret.toLowerCase()) rmSync(secret, { force: true });
  if (before && !before.equals(key)) renameSync(current, join(folder, `key-${keyIdOf(before)}`));
  const wanted: [string, string][] = [
    ["key", key.toString("hex")],
    ["auth-secret", authSecret.toLowerCase()],
    ...keys
      .filter((one) => !one.equals(key))
      .map((one): [string, string] => [`key-${keyIdOf(one)}`, one.toString("hex")]),
  ];
  return wanted.map(([name, digits]) => {
    const path = join(folder, name);
    if (writeKeyFile(path, digits) === digits) return path;
    throw new Error(
      `${path} holds the secret of another instance: choose another folder. It was left as it is.`,
    );
  });
}
