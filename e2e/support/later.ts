import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqlite } from "../../db/client";
import { serveFrom } from "./copy";

/** A server on a copy of all that is there now, whose clock begins at a later instant; ends with its folder. */
export async function goesOnLater(now: string): Promise<{ base: string; end: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "cascade-later-"));
  sqlite().prepare("VACUUM INTO ?").run(join(folder, "cascade.db"));
  for (const secret of ["key", "auth-secret"])
    copyFileSync(join(process.env.E2E_DATA!, secret), join(folder, secret));
  const { server, base } = await serveFrom(folder, now);
  const end = async () => {
    server.kill("SIGTERM");
    await new Promise((done) => server.once("exit", done));
    rmSync(folder, { recursive: true, force: true });
  };
  return { base, end };
}
