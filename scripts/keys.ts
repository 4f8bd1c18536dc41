// npm run keys: which keys there are; a new one in place of the one in use; whether everything opens.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import env from "@next/env";
import { closeDatabase, databaseFile, takeAlone } from "../db/client";
import { system } from "../lib/access/table";
import { contextOf, type SystemContext } from "../lib/acts/context";
import { processSettings } from "../lib/env/settings";
import { keysShown } from "../lib/keys/queries";
import { changeKey, verifySealed } from "../lib/keys/rotate";
import { openStore } from "../lib/store/commands";

const usage = `Usage:
  npm run keys               the keys of the database, and what is sealed with each
  npm run keys -- rotate     a new key in place of the one in use; stop the service first
  npm run keys -- verify     opens every sealed value and says which do not open`;

const say = (text: string) => process.stdout.write(`${text}\n`);

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Where the key in use comes from. */
const source = (keysDir: string) => (process.env.CASCADE_KEY ? "CASCADE_KEY" : join(keysDir, "key"));

function show(cx: SystemContext): void {
  const { keys, unsaid } = keysShown(cx);
  say(`Database: ${databaseFile(cx.settings.dataDir)}`);
  for (const key of keys) {
    const day = new Date(key.since).toISOString().slice(0, 10);
    const standing = key.inUse
      ? `in use, from ${source(cx.settings.keysDir)}`
      : key.sealed > 0
        ? `an earlier one; npm run keys -- rotate seals the rest again`
        : `an earlier one, of which only backups from before its change have need`;
    say(
      `  ${key.id}  since ${day}, ${key.sealed} values sealed: ${standing}${key.here ? "" : " (not here)"}`,
    );
  }
  if (unsaid > 0)
    say(
      `  ${unsaid} values from before values said with which key they are sealed; rotate seals them again.`,
    );
}

function rotate(cx: SystemContext): void {
  const { keysDir } = cx.settings;
  const { id, by, sealed, retired } = changeKey(cx, !process.env.CASCADE_KEY);
  say(
    by === "made"
      ? `A new key ${id} is in ${source(keysDir)}: put a copy of it where your copies of keys are.`
      : `The change to the key ${id} is finished.`,
  );
  say(`${sealed} values are sealed with it now, and contacts are found by it.`);
  for (const earlier of retired)
    say(
      `Nothing in the database needs the earlier key ${earlier} any more. Backups from before today do: keep it as long as them.`,
    );
}

function verify(cx: SystemContext): void {
  let shut = 0;
  for (const table of verifySealed(cx)) {
    shut += table.shut.length;
    say(
      `${table.name}: ${table.opened} open${table.shut.length === 0 ? "." : `, ${table.shut.length} do not:`}`,
    );
    if (table.shut.length > 0) say(`  rows ${table.shut.slice(0, 20).join(", ")}`);
  }
  if (shut > 0) stop("What does not open was sealed with a key that is not here, or is damaged.");
  say("Everything opens.");
}

function main(): void {
  const [what = "show", ...more] = process.argv.slice(2);
  const does = { show, rotate, verify }[what];
  if (!does || more.length > 0) stop(usage);
  const file = databaseFile(resolve(process.env.DATA_DIR || "data"));
  if (!existsSync(file))
    stop(`There is no database ${file}: give the service's own DATA_DIR, as in DATA_DIR=… npm run keys.`);
  const { dataDir } = processSettings();
  if (what === "rotate" && !takeAlone())
    stop(`Cascade works on ${dataDir} just now: stop the service first. Nothing was changed.`);
  openStore(Date.now(), { changesKey: what === "rotate" });
  does(contextOf(system, Date.now()));
  closeDatabase();
}

env.loadEnvConfig(process.cwd(), false, { info() {}, error: console.error });
try {
  main();
} catch (error) {
  stop((error as Error).message);
}
