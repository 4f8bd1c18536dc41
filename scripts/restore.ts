// npm run restore: a backup in the place of the database, while the service is stopped.
import { resolve } from "node:path";
import env from "@next/env";
import { processSettings } from "../lib/env/settings";
import { restore } from "../lib/store/restore";
import { troubleOf } from "../lib/store/trouble";
import "./unheard.mjs";

const usage = `Usage:
  npm run restore -- <file>   puts a backup in the place of the database of DATA_DIR; stop the service first`;

const say = (text: string) => process.stdout.write(`${text}\n`);

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function main(): void {
  const [file, ...more] = process.argv.slice(2);
  if (!file || file.startsWith("-") || more.length > 0) stop(usage);
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

env.loadEnvConfig(process.cwd(), false, { info() {}, error: console.error });
try {
  main();
} catch (error) {
  stop(troubleOf(error));
}
