import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { demoNow, freePort } from "./pages";
import { expect } from "./test";

/** Where the server on the copy answers. */
export let base = "";
let folder = "";
let server: ChildProcess;

/** Copies the demonstration and starts a server on the copy, so that nobody else writes meanwhile. */
export async function startOnCopy(): Promise<void> {
  const from = process.env.E2E_DATA!;
  folder = mkdtempSync(join(tmpdir(), "cascade-forms-"));
  copyFileSync(join(from, "demonstration.db"), join(folder, "cascade.db"));
  // Thousands of rows less to compare at every form; no page that is looked at shows them.
  const copy = new Database(join(folder, "cascade.db"));
  copy.exec("DELETE FROM holidays WHERE country NOT IN (SELECT country FROM programme_countries)");
  // What the demonstration has not, and forms are for: a course that another programme pays for too, with a session online.
  copy.exec(
    "INSERT INTO course_shares (course_id, programme_id, since) SELECT c.id, max(p.id), 1 FROM courses c JOIN programmes p ON p.id <> c.programme_id WHERE c.slug = 'tot-ramallah-demo'",
  );
  copy.exec(
    "UPDATE sessions SET online = 1, room_id = NULL WHERE id = (SELECT max(s.id) FROM sessions s JOIN courses c ON c.id = s.course_id WHERE c.slug = 'tot-ramallah-demo')",
  );
  copy.close();
  for (const secret of ["key", "auth-secret"]) copyFileSync(join(from, secret), join(folder, secret));
  ({ server, base } = await serveFrom(folder, demoNow));
}

/** Starts a server on a folder of its own, whose clock begins at an instant. */
export async function serveFrom(
  folder: string,
  now: string,
): Promise<{ server: ChildProcess; base: string }> {
  const port = freePort();
  const base = `http://localhost:${port}`;
  const server = spawn(process.execPath, ["scripts/server.mjs"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      DATA_DIR: folder,
      CASCADE_MODE: "test",
      CASCADE_NOW: now,
      PUBLIC_URL: base,
      LOG_LEVEL: "error",
    },
  });
  await expect
    .poll(
      () =>
        fetch(`${base}/api/health`).then(
          (r) => r.ok,
          () => false,
        ),
      { timeout: 60_000 },
    )
    .toBe(true);
  return { server, base };
}

/** Ends that server and takes the copy away. */
export async function endCopy(): Promise<void> {
  server.kill("SIGTERM");
  await new Promise((done) => server.once("exit", done));
  rmSync(folder, { recursive: true, force: true });
}

/** Asks the copy. */
export function query<T>(sql: string, ...values: unknown[]): T[] {
  const database = new Database(join(folder, "cascade.db"), { readonly: true });
  try {
    return database.prepare(sql).all(...values) as T[];
  } finally {
    database.close();
  }
}

/** What only says that and when something was saved. */
const traces = {
  tables: ["audit_log", "attempts", "sign_ins", "known_devices"],
  columns: ["version", "plan_version", "updated_at", "judged_on"],
  /** Tells the other processes on the file which pages to make again. */
  settings: "changed:",
};

/** Every row of every table, as a line each. */
export function everything(): Set<string> {
  const database = new Database(join(folder, "cascade.db"), { readonly: true });
  const rows = new Set<string>();
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all() as { name: string }[];
    for (const { name } of tables)
      if (!traces.tables.includes(name))
        for (const row of database.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[]) {
          if (name === "settings" && String(row.name).startsWith(traces.settings)) continue;
          for (const column of traces.columns) delete row[column];
          rows.add(`${name} ${JSON.stringify(row)}`);
        }
  } finally {
    database.close();
  }
  return rows;
}

/** The rows that are in one state of the copy and not in the other. */
export const difference = (before: Set<string>, after: Set<string>) => [
  ...[...before].filter((row) => !after.has(row)).map((row) => `- ${row}`),
  ...[...after].filter((row) => !before.has(row)).map((row) => `+ ${row}`),
];
