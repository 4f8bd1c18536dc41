import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import Database from "better-sqlite3";
import { databaseFile } from "../../db/client";
import { bundled } from "../bundled";
import type { Order } from "./child";

/** What a process said before its end, and after how many ms of work that came. `killed`: it did not get so far as to end. */
export type End = { said: string[]; killed: boolean; ms: number };

/**
 * Starts a process on a folder and kills it so many ms after it began its work, as when the machine loses its power but for
 * what the disk had; null: it ends by itself.
 * @throws Error where it breaks by itself.
 */
export async function killedAfter(
  delay: number | null,
  folder: string,
  order: Order,
  env: Record<string, string> = {},
): Promise<End> {
  const script = await bundled("scripts/torture/child.ts");
  const child = spawn(process.execPath, [script, JSON.stringify(order)], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DATA_DIR: folder, CASCADE_MODE: "test", LOG_LEVEL: "silent", ...env },
  });
  let broken = "";
  child.stderr.on("data", (chunk) => {
    broken += chunk;
  });
  const said: string[] = [];
  let begun = 0;
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    if (line !== "begins") return void said.push(line);
    begun = performance.now();
    if (delay !== null) setTimeout(() => child.kill("SIGKILL"), delay);
  });
  const [[code]] = await Promise.all([once(child, "exit"), once(lines, "close")]);
  if (code !== 0 && code !== null) throw new Error(`${order.what} broke by itself: ${broken.slice(-2_000)}`);
  return { said, killed: !said.includes("done"), ms: performance.now() - begun };
}

/** What was acknowledged. */
export const acknowledged = ({ said }: End): string[] =>
  said.flatMap((line) => (line.startsWith("ack ") ? line.slice(4) : []));

/** Asks the file itself, beside the application. */
export function ask<Row>(folder: string, sql: string, ...values: unknown[]): Row[] {
  const database = new Database(databaseFile(folder));
  try {
    return database.prepare(sql).all(...values) as Row[];
  } finally {
    database.close();
  }
}

/** What is wrong with a file by itself: damaged pages, rows that point to nothing. */
export function wrongWithFile(folder: string): string[] {
  const [sound] = ask<{ integrity_check: string }>(folder, "PRAGMA integrity_check");
  const broken = ask(folder, "PRAGMA foreign_key_check").length;
  return [
    ...(sound?.integrity_check === "ok" ? [] : [`integrity: ${sound?.integrity_check}`]),
    ...(broken === 0 ? [] : [`${broken} references are broken`]),
  ];
}

/** The only number that a question answers. */
export const count = (folder: string, sql: string, ...values: unknown[]): number =>
  ask<{ n: number }>(folder, sql, ...values)[0]?.n ?? 0;
