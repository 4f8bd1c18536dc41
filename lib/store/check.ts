import { accessSync, constants, readdirSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { databaseFile } from "@/db/client";
import { problemsIn } from "@/db/copy";
import { standingOf } from "@/db/migrate";
import type { SystemContext } from "../acts/context";
import { newestEntry } from "../audit/store";
import { keyIdOf } from "../crypto/seal";
import type { Settings } from "../env/settings";
import { wrongKey } from "../keys/checks";
import { idleOldKey, keysShown, otherKeyNeeded } from "../keys/queries";
import { allCountries } from "../places/store";
import { isZone, timeAt } from "../time/zone";
import { backupsIn } from "./backup";

/** What was found about one thing an operator looks after, as a sentence. */
export type Finding = { about: string; wrong: boolean; says: string };

const fine = (about: string, says: string): Finding => ({ about, wrong: false, says });
const wrong = (about: string, says: string): Finding => ({ about, wrong: true, says });

const day = 24 * 3_600_000;
const said = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;

/** Who may read the files of the data; asked before the database is opened, which takes from others what they had. */
export function checkFiles({ dataDir, backupDir }: Pick<Settings, "dataDir" | "backupDir">): Finding {
  const about = "Files";
  const folders = [dataDir, backupDir].filter((folder) =>
    statSync(folder, { throwIfNoEntry: false })?.isDirectory(),
  );
  const open = folders
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => /(\.db(-\w+)?|\/key(-\w+)?|\/auth-secret)$/.test(path) && statSync(path).mode & 0o077);
  return open.length === 0 || process.platform === "win32"
    ? fine(about, `what lies in ${dataDir} is its owner's alone.`)
    : wrong(about, `others may read ${open.join(", ")}: chmod 600.`);
}

/** Whether CASCADE_OLD_KEY does what whoever set it means by it; nothing where it does, or is not set. */
export function checkOldKey(cx: SystemContext): Finding[] {
  const says = idleOldKey(cx);
  return says === null ? [] : [wrong("Keys", says)];
}

/** Whether the keys are the database's, and everything is sealed with the one in use. */
export function checkKeys(cx: SystemContext): Finding {
  const about = "Keys";
  const sentence = wrongKey(cx);
  if (sentence) return wrong(about, sentence);
  const { keys } = keysShown(cx);
  const needed = keys.filter(({ inUse, sealed }) => !inUse && sealed > 0);
  const why = otherKeyNeeded(cx, keys);
  if (why === "change")
    return wrong(
      about,
      `a change of the key was not finished${needed.map(({ id, sealed }) => `, and ${sealed} values need the key ${id}: don't take it away`).join("")}; stop the service and npm run keys -- rotate.`,
    );
  if (why === "backup")
    return wrong(
      about,
      `the database came from a backup from before the last change of the key, and ${needed.map(({ id, sealed }) => `${sealed} values need the key ${id}`).join(", ")}, which is here: don't take it away. Everything opens; to seal it with the key in use, ${keyIdOf(cx.settings.key)}, stop the service and npm run keys -- rotate.`,
    );
  return fine(
    about,
    `${keyIdOf(cx.settings.key)} is the database's own, and ${keys.reduce((sum, { sealed }) => sum + sealed, 0)} values are sealed.`,
  );
}

/** Whether the file is whole, and of this version. */
export function checkDatabase(cx: SystemContext): Finding[] {
  const { $client } = cx.db;
  const problems = problemsIn($client);
  const standing = {
    current: fine("Migrations", "the database is of this version."),
    older: fine("Migrations", "the database is of an older version: the next start brings it up to date."),
    newer: wrong("Migrations", "the database is of a newer version than this code: bring the code up to it."),
    other: wrong("Migrations", "the database was made by another line of Cascade than this code."),
    none: wrong("Migrations", "the file is no database of Cascade."),
  }[standingOf($client)];
  return [
    problems === null
      ? fine("Database", `${databaseFile(cx.settings.dataDir)} was looked through and is whole.`)
      : wrong("Database", `it is damaged (${problems}): stop the service and npm run restore -- <backup>.`),
    standing,
  ];
}

/** Whether there is room for what people send, and for a backup. */
export function checkDisk(dataDir: string): Finding {
  const about = "Disk";
  const { bavail, bsize } = statfsSync(dataDir);
  const free = bavail * bsize;
  const needed = Math.max(64 * 2 ** 20, 2 * statSync(databaseFile(dataDir)).size);
  return free < needed
    ? wrong(
        about,
        `${megabytes(free)} are free in ${dataDir}, and ${megabytes(needed)} should be: free some room.`,
      )
    : fine(about, `${megabytes(free)} are free in ${dataDir}.`);
}

/** True where this user may write into a folder, or nothing lies there yet. */
function isWritable(folder: string): boolean {
  if (!statSync(folder, { throwIfNoEntry: false })) return true;
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What of the settings is about backups. */
type BackedUp = Pick<Settings, "dataDir" | "backupDir" | "backupsKept" | "mode">;

/** Whether there is a backup of the last two days, where they are made by themselves. */
export function checkBackups(settings: BackedUp, machineNow: number): Finding {
  const about = "Backups";
  const { dataDir, backupDir, backupsKept, mode } = settings;
  const last = backupsIn({ settings }).at(-1);
  if (!isWritable(backupDir))
    return wrong(
      about,
      `none can be made, for ${backupDir} may not be written by this user: give it to that user.`,
    );
  if (last && machineNow - last.at < 2 * day) return fine(about, `the last one is ${last.path}.`);
  if (backupsKept === 0 || mode !== "production")
    return fine(about, "none are made by themselves here: make them with npm run backup.");
  const age = machineNow - statSync(databaseFile(dataDir)).birthtimeMs;
  if (!last && age < 2 * day) return fine(about, `the first is made in ${backupDir} while the service runs.`);
  return wrong(
    about,
    last
      ? `the last one is ${last.path}, more than two days old: look in the service's log for "backup failed".`
      : `there is none in ${backupDir}: look in the service's log for "backup failed".`,
  );
}

/** So much the machine's clock may be behind what was written, in ms. */
const patience = 120_000;

/**
 * Whether the machine's clock is behind what the database says, or what the file system does.
 * @param cx null where the database cannot be opened, so that its file alone is asked.
 */
export function checkClock(cx: SystemContext | null, dataDir: string, machineNow: number): Finding {
  const about = "Clock";
  const written = cx ? Math.max(newestEntry(cx) ?? 0, 0) : 0;
  const changed = statSync(databaseFile(dataDir)).mtimeMs;
  if (changed > machineNow + patience)
    return wrong(
      about,
      `it says ${said(machineNow)}, but the database was changed ${said(changed)}: set it.`,
    );
  if (written > machineNow + patience && cx?.settings.mode === "production")
    return wrong(
      about,
      `it says ${said(machineNow)}, but the log of what was done goes to ${said(written)}: set it.`,
    );
  return fine(about, `it says ${said(machineNow)}, after everything that was written.`);
}

/** What zones have done of late: a place, an instant, its time of day then. Node's data from before do not know it. */
const lately = [
  ["Asia/Amman", "2025-01-15T12:00:00Z", "15:00"],
  ["Asia/Damascus", "2025-01-15T12:00:00Z", "15:00"],
  ["Africa/Cairo", "2025-07-15T12:00:00Z", "15:00"],
  ["Asia/Almaty", "2025-01-15T12:00:00Z", "17:00"],
] as const;

/**
 * Whether Node knows the time zones of all countries as they are now.
 * @param cx null where the database cannot be opened, so that what is known of late is asked alone.
 */
export function checkZones(cx: SystemContext | null, version: string | undefined): Finding {
  const about = "Time zones";
  const unknown = (cx ? allCountries(cx) : []).filter(({ zone }) => !isZone(zone));
  if (unknown.length > 0)
    return wrong(
      about,
      `Node knows no zone ${unknown.map(({ zone }) => zone).join(", ")}: bring Node up to date, or correct the country under Settings.`,
    );
  const old = lately.filter(([zone, at, time]) => timeAt(Date.parse(at), zone) !== time);
  return old.length > 0
    ? wrong(
        about,
        `Node's data (${version ?? "?"}) are old, wrong for ${old.map(([zone]) => zone).join(", ")}: bring Node up to date.`,
      )
    : fine(about, `Node's data (${version ?? "of the system"}) know what has changed of late.`);
}

/** How people reach the service, as the environment says it. */
export type Reached = { publicUrl: string | null; trustsProxy: boolean };

/** Whether address and proxy go together. */
export function checkAddress({ publicUrl, trustsProxy }: Reached, mode: Settings["mode"]): Finding {
  const about = "Address";
  if (publicUrl === null)
    return mode === "production"
      ? wrong(about, "PUBLIC_URL is not set, so links in mail and on certificates lead to localhost.")
      : fine(about, "PUBLIC_URL is not set: links lead to localhost.");
  const { protocol, hostname } = new URL(publicUrl);
  const local = /^(localhost$|127\.|\[::1\])/.test(hostname);
  if (local && mode === "production")
    return wrong(
      about,
      `PUBLIC_URL is ${publicUrl}: links in mail and on certificates lead nowhere but from this machine.`,
    );
  if (protocol === "https:" && !trustsProxy)
    return wrong(
      about,
      `PUBLIC_URL is https, so a proxy is in front, but TRUST_PROXY is 0: all readers count as one address, and one limit holds for all.`,
    );
  if (protocol === "http:" && !local)
    return wrong(about, `${publicUrl} is not https: passwords and answers go over the network in the open.`);
  return fine(about, `people reach it as ${publicUrl}${trustsProxy ? ", behind a proxy" : ""}.`);
}
