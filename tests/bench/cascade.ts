import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, p95, ratioOf, short, table } from "./figures";

const sizes = [10_000, 100_000] as const;
const rounds = 5;
const times = 5;

type Grown = { names: string[]; people: number; attendances: number };

/** A process with a cascade that reached so many people. */
async function foresterOn(folder: string, people: number): Promise<Grown & { child: ChildProcess }> {
  const child = fork(join(import.meta.dirname, "forester.ts"), [String(people)], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, DATA_DIR: folder, CASCADE_MODE: "test", LOG_LEVEL: "error" },
  });
  const [grown] = (await once(child, "message")) as [Grown];
  return { child, ...grown };
}

/** What came of a first training of trainers over five generations, with 10,000 and with 100,000 people reached, in turns. */
export async function measureCascade(): Promise<string> {
  const folders = sizes.map(() => mkdtempSync(join(tmpdir(), "cascade-bench-forest-")));
  const sides = [await foresterOn(folders[0]!, sizes[0]), await foresterOn(folders[1]!, sizes[1])];
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
    rows.push([
      name,
      ...found.flatMap((list) => [short(median(list)), short(p95(list))]),
      ratioOf(found[1], found[0]).text,
    ]);
  }
  for (const { child } of sides) {
    const ended = once(child, "exit");
    child.disconnect();
    await ended;
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  const [few, many] = sides.map(({ people, attendances }) => `${people} people, ${attendances} attendances`);
  return table(["cascade", `${few}: ms`, "p95", `${many}: ms`, "p95", "ratio (half of rounds)"], rows);
}
