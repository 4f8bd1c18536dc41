// npm run backup: a copy of the database as one file, and of the keys where they are asked for.
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { closeDatabase, databaseFile, fileReplaced } from "../db/client";
import { standingOf } from "../db/migrate";
import { system } from "../lib/access/table";
import { contextOf } from "../lib/acts/context";
import { copyKeys, makeBackup } from "../lib/store/backup";
import { keepDailyBackup } from "../lib/store/daily";
import { absentDatabase, foldersGiven } from "../lib/store/present";
import { command, say, stop } from "./terminal";

const usage = `Usage:
  npm run backup                      a copy of the database in BACKUP_DIR, while the service runs or not
  npm run backup -- --keys <folder>   and one of the keys in a folder apart from it`;

function main(): void {
  const { values } = parseArgs({ options: { keys: { type: "string" }, daily: { type: "boolean" } } });
  const file = databaseFile(resolve(process.env.DATA_DIR || "data"));
  const absent = absentDatabase(foldersGiven(), "backup");
  if (absent) stop(absent);
  const cx = contextOf(system, Date.now());
  const standing = standingOf(cx.db.$client);
  if (standing === "none") stop(`${file} is no database of Cascade. Nothing was copied.`);
  // A backup of somewhere else's data says that it went well: keys first, which may be refused.
  const keys = values.keys === undefined ? [] : copyKeys(cx, resolve(values.keys));
  const path = makeBackup(cx, values.daily ? "daily" : "byHand", Date.now());
  if (fileReplaced()) stop(`${file} was replaced meanwhile: ${path} is a copy of the former one.`);
  if (values.daily) keepDailyBackup(cx, Date.now());
  const { size } = statSync(path);
  say(`${path} (${(size / 2 ** 20).toFixed(1)} MB) was looked through and is whole.`);
  if (keys.length > 0) say(`Keys, to be kept apart from it: ${keys.join(", ")}`);
  else if (!values.daily)
    say("Its keys are not in it: npm run backup -- --keys <folder> copies them, to be kept apart from it.");
  closeDatabase();
}

await command(usage, main);
