import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { freePort } from "./pages";
import { expect } from "./test";

/** The service as an operator starts it: npm, the shell that npm uses, the server, and where there are, those below it. */
type Service = { npm: ChildProcess; pids: number[]; port: number; folder: string; said: () => string };

const services: Service[] = [];

/** Processes below one, the nearest first. */
export function below(pid: number): number[] {
  const rows = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .stdout.trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const children = rows.filter(([, parent]) => parent === pid).map(([child]) => child!);
  return children.flatMap((child) => [child, ...below(child)]);
}

export const lives = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The settings of a service in a folder. */
export const setting = (folder: string, more: Record<string, string> = {}) => ({
  ...process.env,
  DATA_DIR: folder,
  CASCADE_MODE: "production",
  CASCADE_NOW: "",
  LOG_LEVEL: "info",
  ...more,
});

/** One process below it, where a test does not ask for several. */
export async function started(more: Record<string, string> = {}): Promise<Service> {
  const folder = more.DATA_DIR ?? mkdtempSync(join(tmpdir(), "cascade-operator-"));
  const port = freePort();
  const npm = spawn("npm", ["start"], {
    env: setting(folder, { PORT: String(port), WORKERS: "1", ...more }),
    detached: true,
  });
  let text = "";
  for (const stream of [npm.stdout, npm.stderr])
    stream.on("data", (chunk) => {
      text += chunk;
    });
  const ready = `"port":${port},"status":"ok"`;
  await expect.poll(() => text.includes(ready) || npm.exitCode !== null, { timeout: 180_000 }).toBe(true);
  expect(text).toContain(ready);
  const service = { npm, pids: [npm.pid!, ...below(npm.pid!)], port, folder, said: () => text };
  services.push(service);
  return service;
}

/** The command for who is locked out. */
export const admin = (service: Service, ...words: string[]) =>
  spawnSync("npm", ["run", "--silent", "admin", "--", ...words], {
    env: setting(service.folder, { PUBLIC_URL: "https://cascade.example.org" }),
    encoding: "utf8",
    input: "",
  });

/** What a copy of the one file holds, without what may lie beside it. */
export function countInCopy(service: Service, sql: string): number {
  const copy = join(service.folder, "copy.db");
  copyFileSync(join(service.folder, "cascade.db"), copy);
  const database = new Database(copy, { readonly: true });
  try {
    return (database.prepare(sql).get() as { n: number }).n;
  } finally {
    database.close();
  }
}

/** None of the processes of a service is there any more. */
export const noneLeft = (service: Service) =>
  expect.poll(() => service.pids.filter(lives), { timeout: 30_000, message: service.said() }).toEqual([]);

type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

/** A request with the headers that a proxy would send, Host among them. */
export const ask = (
  service: { port: number },
  path: string,
  headers: Record<string, string> = {},
  body?: string,
) =>
  new Promise<Answer>((resolve, reject) => {
    const request = httpRequest(
      {
        host: "127.0.0.1",
        port: service.port,
        path,
        method: body === undefined ? "GET" : "POST",
        headers,
        agent: false,
      },
      (response) => {
        let text = "";
        response.on("data", (chunk) => {
          text += chunk;
        });
        response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, text }));
      },
    );
    request.on("error", reject);
    request.end(body);
  });

/** Kills what is left of the services that were started, and takes their folders away. */
export function endServices(): void {
  for (const { pids, folder } of services.splice(0)) {
    for (const pid of pids) if (lives(pid)) process.kill(pid, "SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}
