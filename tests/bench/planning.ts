import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, p95, ratioOf, short, table, within } from "./figures";

const rounds = 7;
const times = 60;

/** A process that works on a file with so many rows as it is told, in turns with the other. */
async function workerOn(
  script: string,
  folder: string,
  count: number,
): Promise<{ child: ChildProcess; names: string[] }> {
  const child = fork(join(import.meta.dirname, script), [String(count)], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, DATA_DIR: folder, CASCADE_MODE: "test", LOG_LEVEL: "error" },
  });
  const [names] = (await once(child, "message")) as [string[]];
  return { child, names };
}

/** Looking for conflicts among 10,000 and among a million sessions, the same in turns; and a proposal, which asks no file. */
export const measurePlanning = () => inTurns("planner.ts", "planning");

/**
 * Where trainers are and were, by 10,000 and by a million rows of history of 200 and 20,000 of them, and their register of 1,000
 * and of 20,000, the same in turns.
 */
export const measureStages = async (): Promise<string> =>
  [
    await inTurns("stager.ts", "the way to trainer"),
    await inTurns("registrar.ts", "the register", [1_000, 20_000]),
  ].join("\n\n");

/** What a script does, on a file with few rows of its own and on one with many, in turns. */
async function inTurns(
  script: string,
  head: string,
  sizes: readonly [number, number] = [10_000, 1_000_000],
): Promise<string> {
  const folders = sizes.map(() => mkdtempSync(join(tmpdir(), "cascade-bench-planning-")));
  const sides = [
    await workerOn(script, folders[0]!, sizes[0]),
    await workerOn(script, folders[1]!, sizes[1]),
  ];
  const rows: string[][] = [];
  for (const name of sides[0]!.names) {
    const found: [number[], number[]] = [[], []];
    // The first round compiles code and queries.
    for (let round = -1; round < rounds; round++)
      for (const [i, { child }] of sides.entries()) {
        child.send({ name, times });
        const [answers] = (await once(child, "message")) as [number[]];
        if (round >= 0) found[i]!.push(median(answers));
      }
    const growth = ratioOf(found[1], found[0]);
    rows.push([
      name,
      ...found.flatMap((list) => [short(median(list)), short(p95(list))]),
      growth.text,
      within(growth.middle, 1.5),
    ]);
  }
  for (const { child } of sides) {
    const ended = once(child, "exit");
    child.disconnect();
    await ended;
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  const [few, many] = sizes.map((size) => `${size.toLocaleString("en")}: ms`) as [string, string];
  return table([head, few, "p95", many, "p95", "ratio (half of rounds)", "≤ 1.5"], rows);
}
