import { spawn } from "node:child_process";
import { join } from "node:path";
import { system } from "@/lib/access/table";
import { contextOf } from "@/lib/acts/context";
import { childEnvironment, storeVariables } from "@/lib/env/child";
import { log } from "@/lib/log/log";
import { takeDailyBackup } from "@/lib/store/commands";
import { clock } from "@/lib/time/clock";

/**
 * Makes the daily backup where one is due, in a process of its own, so that nobody waits for it. A demonstration makes
 * none.
 */
export function backUpDaily(): void {
  const cx = contextOf(system, clock());
  try {
    if (cx.settings.mode !== "production" || !takeDailyBackup(cx, cx.machineNow())) return;
  } catch (error) {
    log().error({ message: (error as Error).message }, "no backup was begun");
    return;
  }
  const script = join(/* turbopackIgnore: true */ process.cwd(), "scripts/backup.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, "--daily"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: childEnvironment(...storeVariables),
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      said += chunk;
    });
  child.once("error", (error) => log().error({ message: error.message }, "backup failed"));
  child.once("close", (code) => {
    if (code === 0) log().info({ said: said.trim() }, "backup");
    else log().error({ code, said: said.trim() }, "backup failed");
  });
}
