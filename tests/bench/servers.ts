import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { databaseFile } from "../../db/client";
import { cookieNames } from "../../lib/accounts/rules/signIns";
import { hashToken, newSessionToken } from "../../lib/crypto/tokens";
import { heapBounds } from "../../scripts/setup.mjs";
import type { Fixtures } from "./world/fixtures";

const root = resolve(import.meta.dirname, "../..");

/** A file that is measured, and what is asked for in it by its key. */
export type Data = { name: "small" | "big"; folder: string; fixtures: Fixtures };

/** A server of the production build on one of the files. */
export type Served = { base: string; pid: number; data: Data; stop: () => Promise<void> };

/** Reads what the file of a folder holds. */
export const dataIn = (name: Data["name"], folder: string): Data => ({
  name,
  folder,
  fixtures: JSON.parse(readFileSync(join(folder, "bench.json"), "utf8")),
});

/** A copy beside the file to write to, as it would be in use; thrown away by `drop`, or by the next one. */
export function copyOf(data: Data): Data & { drop: () => void } {
  const folder = `${data.folder}.copy`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(data.folder, folder, { recursive: true });
  return { ...data, folder, drop: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A copy of the build: Next keeps finished pages beside it, which servers of different files must not share. */
function buildOf(tree: string): string {
  const folder = mkdtempSync(join(tmpdir(), "cascade-bench-build-"));
  for (const name of [".next", "app", "db", "lib", "public", "scripts", "next.config.js", "package.json"])
    cpSync(join(tree, name), join(folder, name), {
      recursive: true,
      filter: (path) => basename(path) !== "cache" || !path.includes(".next"),
    });
  symlinkSync(join(tree, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Waits until a server answers that it can do its work. @throws Error where it ended instead. */
async function untilHealthy(base: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`${base}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`The server on ${base} ended with ${child.exitCode}.`);
}

/** Starts the production build of a tree with settings of its own. */
export async function start(
  tree: string,
  port: number,
  settings: Record<string, string>,
  workers = 1,
): Promise<Omit<Served, "data">> {
  const base = `http://localhost:${port}`;
  const build = buildOf(tree);
  const child = spawn(
    process.execPath,
    [...heapBounds, join(build, "scripts", workers > 1 ? "start.mjs" : "server.mjs")],
    {
      cwd: build,
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      env: {
        ...process.env,
        ...settings,
        LOG_LEVEL: "error",
        PUBLIC_URL: base,
        PORT: String(port),
        WORKERS: String(workers),
        NEXT_TELEMETRY_DISABLED: "1",
        NODE_ENV: "production",
      },
    },
  );
  await untilHealthy(base, child);
  const stop = async () => {
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    await ended;
    rmSync(build, { recursive: true, force: true });
  };
  return { base, pid: child.pid!, stop };
}

/** Starts the production build on a file, its clock where the file was made. */
export async function serve(data: Data, port: number, workers = 1): Promise<Served> {
  const settings = {
    DATA_DIR: data.folder,
    CASCADE_MODE: "test",
    CASCADE_NOW: new Date(data.fixtures.now).toISOString(),
  };
  return { ...(await start(root, port, settings, workers)), data };
}

/** Who asks: a role's account of the demonstration, or nobody. */
export type Who = "administrator" | "coordinator" | "trainer" | "participant" | null;

const contact = {
  administrator: "admin@cascade.example",
  coordinator: "coordinator@cascade.example",
  trainer: "trainer@cascade.example",
  participant: "+962791234567",
};

/** The headers of a request by somebody who is signed in, or by a visitor; in English. */
export async function headersOf({ folder, fixtures }: Data, who: Who): Promise<Record<string, string>> {
  if (!who) return { "accept-language": "en" };
  const token = newSessionToken();
  // The server's clock goes on from where the file was made; whoever is signed in ahead of it stays so while it is measured.
  const at = fixtures.now + 3 * 3600_000;
  const file = new Database(databaseFile(folder), { timeout: 10_000 });
  file
    .prepare(
      `INSERT INTO sign_ins (token_hash, account_id, started_at, seen_at, confirmed_at, device)
       SELECT ?, id, ?, ?, ?, '' FROM accounts WHERE ? IN (email, phone)`,
    )
    .run(hashToken(token), at, at, at, contact[who]);
  file.close();
  return { "accept-language": "en", cookie: `${cookieNames(false).session}=${token}; locale=en` };
}

/** Somebody else who writes to a file that is served: one durable commit, as small as one can be. */
export function writerOf({ folder }: Data): { write: () => void; close: () => void } {
  const file = new Database(databaseFile(folder), { timeout: 10_000 });
  file.pragma("synchronous = FULL");
  const put = file.prepare(
    "INSERT INTO settings (name, value) VALUES ('bench', '1') ON CONFLICT (name) DO UPDATE SET value = value + 1",
  );
  return { write: () => put.run(), close: () => file.close() };
}
