import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { median, p95, ratioOf, short, table, within } from "./figures";
import { copyOf, type Data } from "./servers";

/** What is asked of a phone or a desk that waits: at most so many ms in all. */
const budgets: Record<string, number> = { registration: 5, "tap of the roll": 5 };
/** So many in one round: of what is quick more, so that one slow flush does not decide. */
const quick = 30;
const slow = 2;
const isSlow = (name: string) => /500|100|sign in/.test(name);
const rounds = 5;

/** What a process says next. @throws Error where it ends instead: its own words are on the terminal. */
async function said(child: ChildProcess): Promise<unknown> {
  const gone = new AbortController();
  const ended = once(child, "exit", gone).then(() => {
    throw new Error("A process that writes has ended.");
  });
  const [words] = (await Promise.race([once(child, "message", gone), ended])) as [unknown];
  ended.catch(() => {});
  gone.abort();
  return words;
}

/** A process that works on one file as it is told, in turns with the other. */
async function writerOn({ folder }: Data): Promise<{ child: ChildProcess; names: string[] }> {
  const child = fork(join(import.meta.dirname, "writer.ts"), [], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, DATA_DIR: folder, CASCADE_MODE: "test", LOG_LEVEL: "error" },
  });
  const names = (await said(child)) as string[];
  return { child, names };
}

async function told(child: ChildProcess, name: string, times: number): Promise<number[]> {
  child.send({ name, times });
  return (await said(child)) as number[];
}

/** Commands in their own processes, on copies of the files, in turns; each with its commit unless it says otherwise. */
export async function measureWrites(small: Data, big: Data): Promise<string> {
  const copies = [copyOf(small), copyOf(big)];
  const sides = await Promise.all(copies.map(writerOn));
  const [here, there] = sides.map(({ child }) => child) as [ChildProcess, ChildProcess];
  const rows: string[][] = [];
  for (const name of sides[0]!.names) {
    const times = isSlow(name) ? slow : quick;
    const found: [number[], number[]] = [[], []];
    // The first round compiles code and queries.
    for (let round = -1; round < rounds; round++)
      for (const [i, child] of [here, there].entries()) {
        const answers = await told(child, name, times);
        if (round >= 0) found[i]!.push(...answers);
      }
    const growth = ratioOf(found[1], found[0]);
    const budget = budgets[name];
    rows.push([
      name,
      short(median(found[0])),
      short(p95(found[0])),
      short(median(found[1])),
      short(p95(found[1])),
      growth.text,
      within(growth.middle, 1.5),
      budget ? `${budget} ${within(median(found[1]), budget)}` : "",
    ]);
  }
  for (const { child } of sides) {
    const ended = once(child, "exit");
    child.disconnect();
    await ended;
  }
  for (const copy of copies) copy.drop();
  return table(
    ["write", "small ms", "p95", "big ms", "p95", "big : small (half of turns)", "≤ 1.5", "budget ms"],
    rows,
  );
}
