import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { childEnvironment } from "@/lib/env/child";
import { log } from "@/lib/log/log";
import { noteSoundness } from "@/lib/store/commands";

/** What `scripts/sound.mjs` ends with where it came upon a damaged page. */
const damagedCode = 3;

/**
 * Looks through a whole file for damaged pages, beside everybody's requests; the health says what it found.
 * @returns false where it is damaged, null where nobody could look.
 */
export async function lookThrough(file: string): Promise<boolean | null> {
  const script = join(/* turbopackIgnore: true */ process.cwd(), "scripts/sound.mjs");
  const child = spawn(process.execPath, [script, file], { stdio: "ignore", env: childEnvironment() });
  const [code] = await once(child, "exit");
  if (code !== 0 && code !== damagedCode) return null;
  noteSoundness(code === 0);
  if (code !== 0) log().error("the database file is damaged: bring in a backup with npm run restore");
  return code === 0;
}
