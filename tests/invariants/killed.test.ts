import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, describe, expect, it } from "vitest";
import { closeDatabase, databaseFile } from "../../db/client";
import { migrate } from "../../db/migrate";
import { countryFacts } from "../../db/values/countries";
import { keysShown } from "../../lib/keys/queries";
import { bundled } from "../../scripts/bundled";
import { openedAnew } from "../support/opened";
import { now } from "../support/world";

const folders: string[] = [];
afterEach(() => {
  closeDatabase();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own, for a first start or with a database of an older version and somebody in it. */
function folderFor(kind: "first" | "older"): string {
  const folder = mkdtempSync(join(tmpdir(), "cascade-killed-"));
  folders.push(folder);
  if (kind === "first") return folder;
  const database = new Database(databaseFile(folder));
  migrate(database, now, 9);
  database.exec(
    "INSERT INTO persons (name, search, sort_name, language, created_at) VALUES ('Of old', 'a', 'a', 'en', 0)",
  );
  database.close();
  return folder;
}

/** Starts a process on a folder and kills it so many ms after it began with the store, or once it has done. @returns how long it took. */
async function startedAndKilled(folder: string, after: number): Promise<number> {
  const child = fork(await bundled("tests/support/starter.ts"), {
    env: { ...process.env, DATA_DIR: folder },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const gone = once(child, "exit");
  await once(child, "message");
  const began = performance.now();
  const timer = setTimeout(() => child.kill("SIGKILL"), after);
  child.once("message", () => child.kill("SIGKILL"));
  await gone;
  clearTimeout(timer);
  return performance.now() - began;
}

/** How long the first start takes that nobody disturbs; the other kind takes about as long. */
const whole = await startedAndKilled(folderFor("first"), 60_000);

describe("a process that is killed while it makes or brings up to date its database", () => {
  for (const kind of ["first", "older"] as const)
    it(`leaves what the next start makes whole (${kind})`, async () => {
      for (const share of [0.3, 0.6]) {
        const folder = folderFor(kind);
        await startedAndKilled(folder, whole * share);
        process.env.DATA_DIR = folder;
        const count = await openedAnew((cx) => {
          const { $client } = cx.db;
          expect($client.pragma("integrity_check", { simple: true })).toBe("ok");
          expect($client.pragma("foreign_key_check")).toEqual([]);
          expect(keysShown(cx).keys).toMatchObject([{ inUse: true, here: true }]);
          const rows = (table: string) => $client.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
          return { countries: rows("countries"), tools: rows("tools"), persons: rows("persons") };
        });
        expect(count).toEqual({
          countries: Object.keys(countryFacts).length,
          tools: 5,
          persons: kind === "older" ? 1 : 0,
        });
        expect(readdirSync(folder).filter((name) => /part|journal/.test(name))).toEqual([]);
      }
    });
});
