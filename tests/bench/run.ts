// What npm run bench prints: the budgets that people feel, as ratios of one run, in Markdown. Nothing here passes or
// fails. Parts are picked by name, as in npm run bench -- pages writes; npm run bench -- pages=people measures the pages
// whose name has that word.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { databaseFile } from "../../db/client";
import { measureBefore } from "./before";
import { measureCascade } from "./cascade";
import { measureCertificates } from "./certificates";
import { measureMemory, measureThroughput } from "./load";
import { measurePages } from "./pages";
import { measurePlanning, measureStages } from "./planning";
import { measureScripts } from "./scripts";
import { type Data, dataIn, type Served, serve } from "./servers";
import { measureSheets } from "./sheets";
import { measureSlow } from "./slow";
import { measureToday } from "./today";
import { measureWrites } from "./writes";

const root = resolve(import.meta.dirname, "../..");
const folder = resolve(process.env.BENCH_DATA ?? join(root, "data", "bench"));
const port = Number(process.env.PORT ?? 3310);

const say = (text: string) => process.stdout.write(`${text}\n`);

/** One of the files, made first where it is not there yet: the big one takes some minutes and 3 GB. */
function dataOf(name: Data["name"]): Data {
  const place = join(folder, name);
  if (!existsSync(join(place, "bench.json")) || !existsSync(databaseFile(place))) {
    process.stderr.write(`Making the ${name} file in ${place} …\n`);
    const made = spawnSync(
      process.execPath,
      ["--import", "tsx", join(import.meta.dirname, "world", "make.ts"), place, name],
      { cwd: root, stdio: ["ignore", "inherit", "inherit"] },
    );
    if (made.status !== 0) throw new Error(`The ${name} file could not be made.`);
  }
  return dataIn(name, place);
}

/** Both files, served beside each other while something is measured. */
async function served<T>(
  small: Data,
  big: Data,
  measure: (small: Served, big: Served) => Promise<T>,
): Promise<T> {
  const here = await serve(small, port);
  const there = await serve(big, port + 1);
  try {
    return await measure(here, there);
  } finally {
    await Promise.all([here.stop(), there.stop()]);
  }
}

/** One file, served while something is measured. */
async function alone(data: Data, measure: (server: Served) => Promise<string>): Promise<string> {
  const server = await serve(data, port);
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}

type Part = {
  name: string;
  title: string;
  /** What is given with its name, without which it is not measured. */
  needs?: string;
  /** The files that are looked at; both, where it says nothing. The big one takes minutes to make. */
  files?: "small" | "none";
  measure: (small: Data, big: Data, only: string | null) => Promise<string>;
};

const parts: Part[] = [
  {
    name: "before",
    title: "Signing in and pages, against another tree",
    needs: "a tree that is built",
    files: "none",
    measure: (_small, _big, other) => measureBefore(other, port),
  },
  {
    name: "pages",
    title: "Pages, each request right after a write by somebody",
    measure: (small, big, only) => served(small, big, (here, there) => measurePages(here, there, only)),
  },
  { name: "writes", title: "Writes, in process", measure: measureWrites },
  {
    name: "planning",
    title: "Conflicts among sessions, a proposal, and the timetable of 18 days and three groups",
    files: "none",
    measure: async () => [await measurePlanning(), await measureSheets(port)].join("\n\n"),
  },
  {
    name: "stages",
    title: "Where trainers are on their way, who was certified on a day, and their register",
    files: "none",
    measure: measureStages,
  },
  {
    name: "cascade",
    title: "What came of trainings of trainers, five generations",
    files: "none",
    measure: measureCascade,
  },
  {
    name: "today",
    title: "The first page while somebody writes, big file",
    measure: (_, big) => alone(big, measureToday),
  },
  {
    name: "scripts",
    title: "JavaScript of a first visit",
    files: "small",
    measure: (small) => alone(small, (server) => measureScripts(server, process.env.CHROMIUM || undefined)),
  },
  {
    name: "slow",
    title: "Slow links and a six times slower processor",
    files: "small",
    measure: (small) => alone(small, (server) => measureSlow(server, process.env.CHROMIUM || undefined)),
  },
  { name: "certificates", title: "1,000 certificates", measure: measureCertificates },
  { name: "memory", title: "Memory of one process, big file", measure: (_, big) => measureMemory(big, port) },
  {
    name: "throughput",
    title: "One process against two, big file",
    measure: (_, big) => measureThroughput(big, port),
  },
];

async function main() {
  const asked = process.argv.slice(2).map((word) => word.split("="));
  const unknown = asked.find(([name]) => !parts.some((part) => part.name === name));
  if (unknown)
    throw new Error(`No part ${unknown[0]}: there are ${parts.map((part) => part.name).join(", ")}.`);
  const wanted = parts.filter(({ name, needs }) =>
    asked.length === 0 ? !needs : asked.some(([word]) => word === name),
  );
  const none: Data = { name: "small", folder, fixtures: {} as Data["fixtures"] };
  const small = wanted.every(({ files }) => files === "none") ? none : dataOf("small");
  const big = wanted.every(({ files }) => files !== undefined) ? small : dataOf("big");
  const revision = spawnSync("git", ["rev-parse", "--short", "HEAD"], {
    cwd: root,
    encoding: "utf8",
  }).stdout.trim();
  const load = () =>
    loadavg()
      .map((l) => l.toFixed(1))
      .join(" ");
  say(
    `Revision ${revision}, ${new Date().toISOString()}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}, load ${load()}`,
  );
  for (const { name, title, measure } of wanted) {
    say(`\n## ${title}\n\nLoad of the machine before: ${load()}\n`);
    say(await measure(small, big, asked.find(([word]) => word === name)?.[1] ?? null));
    say(`\nLoad after: ${load()}`);
  }
}

await main();
