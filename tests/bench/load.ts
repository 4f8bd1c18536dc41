import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import autocannon from "autocannon";
import { pages } from "./addresses";
import { median, ratioOf, short, table, within } from "./figures";
import { type Data, headersOf, type Served, serve } from "./servers";

const connections = 8;
const seconds = 3;
const scripts = resolve(import.meta.dirname, "../../scripts");

/** What is loaded: what any page costs, a roll, what a visitor verifies. */
const addresses = [
  { name: "trivial page", who: null, at: () => "/signed-in" },
  ...pages.filter(({ name }) => name === "roll of 25" || name === "verify, valid" || name === "catalogue"),
];

/** Processes that a process started, and theirs. */
const childrenOf = (pid: number): number[] => {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    told(`/proc/${pid}/task/${task}/children`).trim().split(" ").filter(Boolean).map(Number),
  );
  return [...children, ...children.flatMap(childrenOf)];
};

/** What a file about a process says; nothing where the process has ended meanwhile. */
function told(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return "";
    throw error;
  }
}

/** Memory of a process and those that it started, in MB: its own and its part of what is shared (PSS). */
const memoryOf = (pid: number): number[] =>
  [pid, ...childrenOf(pid)].map(
    (each) => Number(/^Pss:\s+(\d+)/m.exec(told(`/proc/${each}/smaps_rollup`))?.[1] ?? 0) / 1024,
  );

async function cannon(server: Served, path: string, headers: Record<string, string>) {
  const result = await autocannon({ url: server.base + path, connections, duration: seconds, headers });
  return { rate: result.requests.average, p99: result.latency.p99, failed: result.non2xx };
}

/** The most that a process and those that it started had of memory while something was done, in MB. */
async function mostDuring(pid: number, act: () => Promise<unknown>): Promise<number> {
  let most = 0;
  const looking = setInterval(() => {
    most = Math.max(most, ...memoryOf(pid));
  }, 100);
  await act();
  clearInterval(looking);
  return most;
}

/** Memory of one process on the big file, at rest, under load, after the file of 500 certificates, and after that. */
export async function measureMemory(big: Data, port: number): Promise<string> {
  if (process.platform !== "linux") return "Memory by process (PSS) is told by Linux alone: not measured.";
  const server = await serve(big, port);
  const rows: string[][] = [];
  const note = (name: string) => {
    const [own = Number.NaN] = memoryOf(server.pid);
    rows.push([name, own.toFixed(0), within(own, 300)]);
  };
  note("at rest");
  const headers = await headersOf(big, "coordinator");
  for (const { name, who, at } of addresses) {
    await cannon(server, at(big.fixtures), await headersOf(big, who));
    note(`after ${seconds} s of ${name}`);
  }
  for (const { name, who, at } of pages) {
    const by = await headersOf(big, who);
    for (let i = 0; i < 3; i++)
      await (await fetch(server.base + at(big.fixtures), { headers: by })).arrayBuffer();
    if (name === "roll of 500" || name.startsWith("certificates of 500")) note(`after ${name}`);
  }
  note("after each page three times");
  const file = `${server.base}/api/files/certificates/${big.fixtures.courses.issued.id}?what=valid`;
  const most = await mostDuring(server.pid, async () => (await fetch(file, { headers })).arrayBuffer());
  rows.push(["any of its processes during the file of 500 certificates", most.toFixed(0), within(most, 300)]);
  note("after the file of 500 certificates");
  await cannon(server, "/signed-in", {});
  note(`after ${seconds} s of trivial page`);
  await server.stop();
  return table(["one process", "PSS, MB", "≤ 300"], rows);
}

/** True where the server knows how to start several processes. */
const knowsWorkers = () =>
  readdirSync(scripts).some(
    (name) => /\.m?[jt]s$/.test(name) && readFileSync(join(scripts, name), "utf8").includes("WORKERS"),
  );

/** Requests a second of one process against two on one port, in turns. */
export async function measureThroughput(big: Data, port: number): Promise<string> {
  if (!knowsWorkers()) return "The server starts one process alone: several were not measured.";
  const one = await serve(big, port, 1);
  const two = await serve(big, port + 1, 2);
  const rows: string[][] = [];
  for (const { name, who, at } of addresses) {
    const headers = await headersOf(big, who);
    const found = [one, two].map(() => [] as { rate: number; p99: number }[]);
    for (let round = -1; round < 5; round++)
      for (const [i, server] of [one, two].entries()) {
        const measured = await cannon(server, at(big.fixtures), headers);
        if (round >= 0) found[i]!.push(measured);
      }
    const [single, double] = found as [(typeof found)[0], (typeof found)[0]];
    const rates = (list: typeof single) => list.map(({ rate }) => rate);
    rows.push([
      name,
      short(median(rates(single))),
      short(median(rates(double))),
      ratioOf(rates(double), rates(single)).text,
      short(median(single.map(({ p99 }) => p99))),
      short(median(double.map(({ p99 }) => p99))),
    ]);
  }
  await Promise.all([one.stop(), two.stop()]);
  return table(["page", "1 process r/s", "2 processes r/s", "ratio", "p99 ms, 1", "p99 ms, 2"], rows);
}
