import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { median, ratioOf, short, table } from "./figures";
import { start } from "./servers";

const here = resolve(import.meta.dirname, "../..");

/** A tree that is served on a demonstration of its own, and what a browser of it holds. */
type Side = {
  base: string;
  pid: number;
  cookies: Map<string, string>;
  form: FormData | null;
  stop: () => Promise<void>;
};

/** Serves what a tree was built to, on a demonstration that its own code makes. */
async function sideOf(tree: string, port: number): Promise<Side> {
  const folder = mkdtempSync(join(tmpdir(), "cascade-bench-before-"));
  const env = { DATA_DIR: folder, CASCADE_MODE: "demo" };
  const filled = spawnSync(process.execPath, ["--import", "tsx", "scripts/demo-data.ts"], {
    cwd: tree,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (filled.status !== 0) throw new Error(`The demonstration of ${tree} could not be made.`);
  const { stop, pid } = await start(tree, port, env);
  const end = async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { base: `http://localhost:${port}`, pid, cookies: new Map(), form: null, stop: end };
}

/** Asks once and reads the whole answer. The browser keeps the cookies that it is given, where it `keeps` them. */
async function ask(side: Side, path: string, { body, keeps = false }: { body?: FormData; keeps?: boolean }) {
  const cookie = [...side.cookies].map((pair) => pair.join("=")).join("; ");
  const from = performance.now();
  const answer = await fetch(side.base + path, {
    redirect: "manual",
    headers: { "accept-language": "en", cookie, ...(body ? { origin: side.base } : {}) },
    ...(body ? { method: "POST", body } : {}),
  });
  const text = await answer.text();
  const ms = performance.now() - from;
  if (answer.status >= 400) throw new Error(`${side.base} answers ${answer.status} at ${path}`);
  if (keeps)
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (name) side.cookies.set(name, value ?? "");
    }
  return { ms, text, status: answer.status, kb: text.length / 1024 };
}

const plain = (html: string) =>
  html.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");

/** The form of the page of signing in, filled in as a browser without scripts sends it. */
async function formOf(side: Side): Promise<FormData> {
  const { text } = await ask(side, "/sign-in", {});
  const form = text.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes('name="password"')) ?? "";
  const sent = new FormData();
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const [, name] = /\sname="([^"]*)"/.exec(input) ?? [];
    if (name) sent.set(plain(name), plain(/\svalue="([^"]*)"/.exec(input)?.[1] ?? ""));
  }
  sent.set("identifier", "coordinator@cascade.example");
  sent.set("password", "cascade-demo");
  return sent;
}

/** Signs in as on a device that is new; ends with a redirect. */
async function signIn(side: Side, keeps: boolean) {
  side.form ??= await formOf(side);
  const asked = await ask(side, "/sign-in", { body: side.form, keeps });
  if (asked.status !== 303) throw new Error(`${side.base} lets nobody in (${asked.status}).`);
  return asked;
}

/** The first address of a kind that a page leads to. */
async function linkOn(side: Side, path: string, like: RegExp): Promise<string> {
  const { text } = await ask(side, path, {});
  return like.exec(text)?.[1] ?? path;
}

type Row = { name: string; ask: (side: Side) => Promise<{ ms: number; kb: number }> };

const page = (name: string, path: string | ((side: Side) => Promise<string>)): Row => {
  const known = new Map<Side, string>();
  return {
    name,
    ask: async (side) => {
      const at = known.get(side) ?? (typeof path === "string" ? path : await path(side));
      known.set(side, at);
      return ask(side, at, {});
    },
  };
};

const course = (side: Side) => linkOn(side, "/courses", /href="(\/courses\/[\w-]+-[\w-]+)"/);
const deskCourse = (side: Side) => linkOn(side, "/desk/courses", /href="(\/desk\/courses\/\d+)"/);

const asVisitor: Row[] = [
  page("catalogue (kept)", "/courses"),
  page("public course (kept)", course),
  page("sign-in page", "/sign-in"),
  page("verify, unknown", "/verify/0000000000000000"),
];
const asCoordinator: Row[] = [
  page("today", "/today"),
  page("courses of the desk", "/desk/courses"),
  page("overview of a course", deskCourse),
  page("people", "/desk/people"),
  page("account", "/account"),
  // Last, for each is one more device in the list on one's account.
  { name: "signing in by password", ask: (side) => signIn({ ...side, cookies: new Map() }, false) },
];

/** How long a process has worked so far, all its threads together, in ms; nothing where no system tells. */
function workedMs(pid: number): number {
  if (process.platform !== "linux") return Number.NaN;
  const [user, system] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ").slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

/** Asks both in turns, now one first and now the other, so that what else the machine does meets both alike. */
async function inTurns(row: Row, sides: readonly [Side, Side], rounds: number): Promise<string[]> {
  const found = sides.map(() => ({ ms: [] as number[], kb: 0, worked: 0 }));
  for (let round = -3; round < rounds; round++) {
    // Only this one works for these requests, so what it has worked is theirs, however much else the machine does.
    if (round === 0) for (const [i, side] of sides.entries()) found[i]!.worked = -workedMs(side.pid);
    for (const i of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const { ms, kb } = await row.ask(sides[i]!);
      if (round >= 0) found[i]!.ms.push(ms);
      found[i]!.kb = kb;
    }
  }
  for (const [i, side] of sides.entries()) found[i]!.worked += workedMs(side.pid);
  const [before, after] = found as [(typeof found)[0], (typeof found)[0]];
  return [
    row.name,
    short(median(before.ms)),
    short(median(after.ms)),
    ratioOf(after.ms, before.ms).text,
    short(before.worked / rounds),
    short(after.worked / rounds),
    short(after.worked / before.worked),
    short(before.kb),
    short(after.kb),
  ];
}

/**
 * Signing in and a handful of pages of this tree against those of another one that is built, each on the demonstration
 * that its own code makes.
 * @param other its folder, with a build and `node_modules` in it.
 */
export async function measureBefore(other: string | null, port: number): Promise<string> {
  if (!other || !existsSync(join(other, ".next", "BUILD_ID")))
    throw new Error("Give the folder of a tree that is built, as in before=/tmp/earlier.");
  const rounds = Number(process.env.BENCH_ROUNDS ?? 40);
  const sides = [await sideOf(resolve(other), port), await sideOf(here, port + 1)] as const;
  try {
    const rows: string[][] = [];
    for (const row of asVisitor) rows.push(await inTurns(row, sides, rounds));
    for (const side of sides) await signIn(side, true);
    for (const row of asCoordinator) rows.push(await inTurns(row, sides, rounds));
    return table(
      [
        "",
        "before ms",
        "after ms",
        "after : before (half of turns)",
        "processor ms",
        "after",
        "after : before",
        "KB",
        "after",
      ],
      rows,
    );
  } finally {
    await Promise.all(sides.map((side) => side.stop()));
  }
}
