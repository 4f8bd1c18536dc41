// npm run keys: which keys there are; a new one in place of the one in use; whether everything opens.
import { join } from "node:path";
import { closeDatabase, databaseFile, takeAlone } from "../db/client";
import { system } from "../lib/access/table";
import { contextOf, type SystemContext } from "../lib/acts/context";
import { processSettings } from "../lib/env/settings";
import { isFromEarlierBackup } from "../lib/keys/checks";
import { idleOldKey, type KeyShown, keysShown, otherKeyNeeded } from "../lib/keys/queries";
import { changeKey, verifySealed } from "../lib/keys/rotate";
import { openStore } from "../lib/store/commands";
import { absentDatabase, foldersGiven } from "../lib/store/present";
import { command, say, stop } from "./terminal";

const usage = `Usage:
  npm run keys               the keys of the database, and what is sealed with each
  npm run keys -- rotate     a new key in place of the one in use; stop the service first
  npm run keys -- verify     opens every sealed value and says which do not open`;

/** Where the key in use comes from. */
const source = (keysDir: string) => (process.env.CASCADE_KEY ? "CASCADE_KEY" : join(keysDir, "key"));

/** What one key is for, as the list of keys says it. */
function standingOf({ inUse, isNext, sealed, retired }: KeyShown, keysDir: string): string {
  if (inUse) return `in use, from ${source(keysDir)}`;
  if (isNext) return "the next one, to which a change was begun";
  if (sealed > 0) return "an earlier one, still needed: don't take it away";
  return retired
    ? "an earlier one, of which only backups from before its change have need"
    : "an earlier one, whose change was not finished; backups from before have need of it";
}

function show(cx: SystemContext): void {
  const { keysDir } = cx.settings;
  const { keys, unsaid } = keysShown(cx);
  say(`Database: ${databaseFile(cx.settings.dataDir)}`);
  for (const key of keys) {
    const day =
      key.since === null ? "not noted yet" : `since ${new Date(key.since).toISOString().slice(0, 10)}`;
    say(
      `  ${key.id}  ${day}, ${key.sealed} values need it: ${standingOf(key, keysDir)}${key.here ? "" : " (not here)"}`,
    );
  }
  if (unsaid > 0)
    say(
      `  ${unsaid} of them are from before values said with which key they are sealed; rotate seals them again.`,
    );
  const why = otherKeyNeeded(cx, keys);
  if (why === "change")
    say("A change of the key was not finished: stop the service and npm run keys -- rotate.");
  if (why === "backup")
    say(
      "The database came from a backup from before the last change of the key. Everything opens; to seal it with the key in use, stop the service and npm run keys -- rotate.",
    );
  const idle = idleOldKey(cx);
  if (idle) say(idle);
}

function rotate(cx: SystemContext): void {
  const { keysDir } = cx.settings;
  const restored = isFromEarlierBackup(cx);
  const { id, by, sealed, codes, retired } = changeKey(cx, !process.env.CASCADE_KEY);
  if (by === "made")
    say(`A new key ${id} is in ${source(keysDir)}: put a copy of it where your copies of keys are.`);
  else if (restored) say(`What the backup brought back is sealed with the key in use, ${id}, again.`);
  else say(`The change to the key ${id} is finished.`);
  say(`${sealed} values are sealed with it now, and contacts are found by it.`);
  if (codes > 0)
    say(
      `${codes} one-time codes were on their way and are over: whoever waits for one is given another (Make a code on their page).`,
    );
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
  const acts: Record<string, (cx: SystemContext) => void> = { show, rotate, verify };
  const does = Object.hasOwn(acts, what) ? acts[what] : undefined;
  if (!does || more.length > 0)
    stop(
      `${does ? `${more[0]} is one word too many.` : `There is no command ${what}.`} Nothing was changed.\n\n${usage}`,
    );
  const absent = absentDatabase(foldersGiven(), "keys");
  if (absent) stop(absent);
  const { dataDir } = processSettings();
  if (what === "rotate" && !takeAlone())
    stop(`Cascade works on ${dataDir} just now: stop the service first. Nothing was changed.`);
  openStore(Date.now(), { changesKey: what === "rotate" });
  does(contextOf(system, Date.now()));
  closeDatabase();
}

await command(usage, main);
