// npm run restore: a backup in the place of the database, while the service is stopped.
import { resolve } from "node:path";
import { processSettings } from "../lib/env/settings";
import { restore } from "../lib/store/restore";
import { command, say, stop } from "./terminal";

const usage = `Usage:
  npm run restore -- <file>   puts a backup in the place of the database of DATA_DIR; stop the service first`;

function main(): void {
  const [file, ...more] = process.argv.slice(2);
  if (!file || file.startsWith("-") || more.length > 0)
    stop(`${file ? "Give one file, and nothing else." : "Which backup?"} Nothing was changed.\n\n${usage}`);
  const { database, replaced, older } = restore(
    processSettings({ mayMakeKeys: false }),
    resolve(file),
    Date.now(),
  );
  say(`${database} holds what ${file} does, looked through and whole.`);
  if (older) say("It is of an older version: the next start brings it up to date.");
  say(
    replaced === null
      ? "Nothing was there before."
      : `What was there is kept as ${replaced}. To undo: npm run restore -- ${replaced}`,
  );
  say(
    "Everybody signs in again; links and codes that were on their way are over. Passwords, roles and disabled accounts are as they were in the backup: look through Accounts for what was changed since.",
  );
  say("Start the service again.");
}

await command(usage, main);
