import type { ChildProcess } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqlite } from "../../db/client";
import { serveFrom } from "./copy";

/**
 * A copy of all that is there now, for what goes on over months: a server on it, whose clock begins at an instant, is started anew for
 * each instant that is asked for, and what was done there stays.
 */
export function timePasses(): { until: (now: string) => Promise<string>; end: () => Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), "cascade-later-"));
  sqlite().prepare("VACUUM INTO ?").run(join(folder, "cascade.db"));
  for (const secret of ["key", "auth-secret"])
    copyFileSync(join(process.env.E2E_DATA!, secret), join(folder, secret));
  let server: ChildProcess | null = null;
  const stop = async () => {
    if (!server) return;
    const ended = new Promise((done) => server!.once("exit", done));
    server.kill("SIGTERM");
    await ended;
    server = null;
  };
  return {
    /** Where it answers from then on. */
    until: async (now) => {
      await stop();
      const going = await serveFrom(folder, now);
      server = going.server;
      return going.base;
    },
    end: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A server on a copy of all that is there now, whose clock begins at a later instant; ends with its folder. */
export async function goesOnLater(now: string): Promise<{ base: string; end: () => Promise<void> }> {
  const { until, end } = timePasses();
  return { base: await until(now), end };
}
