import { statfsSync } from "node:fs";
import { fileReplaced, transact } from "@/db/client";
import { forgetDamage, isDamageNoted, noteDamage } from "@/db/damage";
import { migrationsCurrent } from "@/db/migrate";
import type { Context } from "../acts/context";
import { unlessBusy } from "../acts/turns";
import { mailWaitsFor } from "../messages/queries";
import { tooLongMs } from "../messages/rules/delivery";
import { keepSettings, settingOf } from "../settings/store";

/** Free space, in bytes, below which the store no longer counts as able to take what people send. */
const leastFreeBytes = 16 * 1024 * 1024;
/** Free space, in bytes, below which an operator should look: days are left, not hours. */
const lowFreeBytes = 256 * 1024 * 1024;
/** How long an answer about the health holds, in ms: asking often must cost nothing, and nobody's lock. */
const healthLifetimeMs = 5_000;
/** For how long somebody else may hold the lock on writing before that counts as not being able to write, in ms. */
const longestLockMs = 60_000;

/** What has to be true for people to be served. */
type Checks = {
  /** A write has just gone to the disk, or somebody else holds the lock on writing since a moment. */
  databaseWritable: boolean;
  /** The file that is open is the one that lies in the folder. */
  databaseInPlace: boolean;
  /** Nobody has come upon a damaged page. */
  databaseSound: boolean;
  migrationsCurrent: boolean;
  diskFree: boolean;
};

/** What an operator should look at, though people are served. */
type Concerns = {
  /** Somebody else holds the lock on writing at this moment. */
  databaseBusy: boolean;
  diskLow: boolean;
  /** Mail that should have gone out waits for more than an hour. */
  mailWaits: boolean;
};

/** Whether the store can do its work, and since when (an instant) something was last written. Nothing of anybody's. */
export type Health = Checks & Concerns & { lastWriteAt: number | null };

let checked: { health: Health; at: number } | null = null;

/** Keeps what a look through the whole file has shown, for all processes on it. */
export function noteSoundness(sound: boolean): void {
  if (sound) forgetDamage();
  else noteDamage();
}

/** True for what is said where a page is damaged, also of an error that another one was made from. */
function isDamage(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(String(code))) return true;
  return cause !== undefined && cause !== error && isDamage(cause);
}

/** Remembers that somebody came upon a damaged page, where that is what broke: whatever was done, and in whichever process. */
export function noteIfDamaged(error: unknown): void {
  if (isDamage(error)) noteDamage();
}

/** What the store answers when it is put to work, at most every five seconds. */
export function storeHealth(cx: Context): Health {
  const { now } = cx;
  if (checked && now - checked.at >= 0 && now - checked.at < healthLifetimeMs) return checked.health;
  const before = attempt(() => Number(settingOf(cx, lastWrite)) || null);
  const wrote = attempt(() => unlessBusy(cx, () => writeRow(cx)) ?? "busy");
  const free = attempt(() => freeBytes(cx.settings.dataDir)) ?? 0;
  const health: Health = {
    databaseWritable: wrote === "written" || (wrote === "busy" && now - (before ?? 0) < longestLockMs),
    databaseInPlace: attempt(() => !fileReplaced()) === true,
    databaseSound: !isDamageNoted(),
    migrationsCurrent: attempt(() => migrationsCurrent(cx.db.$client)) === true,
    diskFree: free >= leastFreeBytes,
    databaseBusy: wrote === "busy",
    diskLow: free < lowFreeBytes,
    mailWaits: attempt(() => mailWaitsFor(cx) >= tooLongMs) === true,
    lastWriteAt: wrote === "written" ? now : before,
  };
  checked = { health, at: now };
  return health;
}

/** The row of `settings` that is written to see whether that is possible. */
const lastWrite = "healthCheckedAt";

function writeRow(cx: Context): "written" {
  transact(cx.db, () => keepSettings(cx, [lastWrite], String(cx.now)));
  return "written";
}

/** Free space where the data lie, in bytes, for whoever is not the system's owner. */
function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** What a check answers; null where it throws. A damaged page is remembered. */
function attempt<Value>(check: () => Value): Value | null {
  try {
    return check();
  } catch (error) {
    noteIfDamaged(error);
    return null;
  }
}
