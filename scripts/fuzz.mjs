// npm run fuzz: thousands of requests that no browser sends, against a copy of its own. None may be answered with 5xx.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { send, signIn } from "./fuzz/ask.mjs";
import { requestMaker } from "./fuzz/requests.mjs";
import { serve, untilHealthy } from "./serve.mjs";
import { build, chosenPort, root, say, stop } from "./setup.mjs";

const count = Number(process.env.FUZZ_REQUESTS || 5000);
const seed = Number(process.env.FUZZ_SEED || Date.now() % 1_000_000);
/** So many requests are under way at once. */
const atOnce = 6;

/** The keys under which the build takes actions. */
function actionKeys() {
  const { node } = JSON.parse(
    readFileSync(join(root, ".next/server/server-reference-manifest.json"), "utf8"),
  );
  return Object.keys(node);
}

/** A copy with the demonstration's data, and what ends it. Where FUZZ_AT names one that runs, that one. */
async function copy() {
  if (process.env.FUZZ_AT) return { origin: process.env.FUZZ_AT, end() {} };
  build();
  const folder = mkdtempSync(join(tmpdir(), "cascade-fuzz-"));
  const port = process.env.PORT ? chosenPort() : 3290;
  const origin = `http://localhost:${port}`;
  const env = {
    DATA_DIR: folder,
    CASCADE_MODE: "demo",
    PUBLIC_URL: origin,
    LOG_LEVEL: "error",
    WORKERS: "1",
  };
  const filled = spawnSync(process.execPath, ["--import", "tsx", "scripts/demo-data.ts"], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  if (filled.status !== 0) stop("The data could not be made.");
  const child = serve(port, env);
  if (!(await untilHealthy(port, child))) stop("The copy did not start.");
  return {
    origin,
    end() {
      child.once("exit", () => rmSync(folder, { recursive: true, force: true }));
      child.kill("SIGTERM");
    },
  };
}

/** What a page or an action says in an answer that began well, where it broke afterwards. */
const broke = /(^|\n)[0-9a-f]+:E\{"digest":"(?!NEXT_)/;

const { origin, end } = await copy();
const cookies = ["cascade-session=x", "locale=fr; a=%", "__proto__=1; constructor=2", "a".repeat(3000)];
for (const who of ["admin@cascade.example", "coordinator@cascade.example", "trainer@cascade.example"])
  cookies.push(await signIn(origin, who, "cascade-demo"));

const next = requestMaker(seed, { actions: actionKeys(), cookies });
const found = new Map();
const failed = [];
let begun = 0;
async function go() {
  while (begun < count) {
    begun++;
    const request = next();
    const { status, text } = await send(origin, request);
    const kind = status === 200 && broke.test(text) ? "200, broke" : String(status);
    const row = `${request.method.padEnd(9)}${kind}`;
    found.set(row, (found.get(row) ?? 0) + 1);
    if (status >= 500 || ["reset", "silent", "200, broke"].includes(kind)) failed.push({ kind, request });
  }
}
await Promise.all(Array.from({ length: atOnce }, go));

say(`\n${count} requests, seed ${seed}\n`);
for (const [row, times] of [...found].sort()) say(`${row.padEnd(22)}${String(times).padStart(6)}`);
for (const { kind, request } of failed.slice(0, Number(process.env.FUZZ_SHOW || 10)))
  say(
    `\n${kind}: ${JSON.stringify({ ...request, body: request.body === null ? null : String(request.body).slice(0, 400) })}`,
  );
say(`\n${failed.length} answered with 5xx, broke or ended without an answer.`);
end();
process.exitCode = failed.length > 0 ? 1 : 0;
