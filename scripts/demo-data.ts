// Creates and migrates the database of DATA_DIR, and fills an empty one with the demonstration.
import { sqlite } from "../db/client";
import { migrate } from "../db/migrate";
import { processSettings } from "../lib/env/settings";
import { clock } from "../lib/time/clock";
import { loadDemo } from "./demo/load";

function stop(sentence: string): never {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

async function main() {
  const { dataDir } = processSettings();
  const now = clock();
  migrate(sqlite(), now);
  if (sqlite().prepare("SELECT 1 FROM settings WHERE name = 'demonstration'").get()) return;
  if (sqlite().prepare("SELECT 1 FROM persons").get())
    stop(
      `${dataDir} holds data of its own, which a demonstration must not touch: choose another folder with DATA_DIR.`,
    );
  process.stdout.write("Filling the database with the demonstration …\n");
  await loadDemo(now);
}

main().catch((error: Error & { code?: string }) => {
  if (error.code === "SQLITE_FULL" || error.code === "ENOSPC")
    stop("The disk is full: free some space and run the command again.");
  if (error.code === "EACCES" || error.code === "SQLITE_READONLY" || error.code === "SQLITE_CANTOPEN")
    stop("The data folder cannot be written: choose another with DATA_DIR.");
  stop(error.message);
});
