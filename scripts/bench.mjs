// npm run bench: speed as ratios to a baseline of the same run. Nothing here passes or fails.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import autocannon from "autocannon";
import { findBrowser } from "./browser.mjs";
import { serve, untilHealthy } from "./serve.mjs";
import { build, installDependencies, requireNode, root, say, stop } from "./setup.mjs";

requireNode();
installDependencies();
build();
const port = Number(process.env.PORT || 3310);
const base = `http://localhost:${port}`;
const folder = mkdtempSync(join(tmpdir(), "cascade-bench-"));
const env = { ...process.env, DATA_DIR: folder, CASCADE_MODE: "test", LOG_LEVEL: "error", PUBLIC_URL: base };
const seconds = Number(process.env.BENCH_SECONDS || 2);
const rounds = Number(process.env.BENCH_ROUNDS || 5);

const tsx = (file) => {
  const done = spawnSync(process.execPath, ["--import", "tsx", file], { cwd: root, env, encoding: "utf8" });
  if (done.status !== 0) stop(`${file} failed:\n${done.stderr}`);
  return JSON.parse(done.stdout);
};

const data = tsx("tests/bench/data.ts");
const child = serve(port, env);
if (!(await untilHealthy(port, child))) stop("The server did not start.");

/** What the load generator is told for an address, asked for by a signed-in reader where one is named. */
const load = (path, who) => ({
  url: base + path,
  connections: 8,
  headers: {
    "accept-language": "en",
    ...(who ? { cookie: `cascade-session=${data[who]}; locale=en` } : {}),
  },
});

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const rows = [
  ["static baseline: /verify (a form, no data)", "/verify", null, "static", null],
  ["catalogue without filters", "/courses", null, "static", 0.8],
  ["public course page", "/courses/tot-irbid-demo", null, "static", 0.8],
  ["dynamic baseline: /signed-in (two lines, no data)", "/signed-in", null, "dynamic", null],
  ["verify", `/verify/${data.serial}`, null, "dynamic", 0.8],
  ["catalogue with filters", "/courses/search?country=JO", null, "dynamic", 0.8],
  ["my courses", "/my", "participant", "dynamic", 0.8],
  ["today (coordinator)", "/today", "coordinator", "dynamic", 0.8],
  ["roll of 25", data.rolls[0], "administrator", "dynamic", 0.8],
  ["roll of 500", data.rolls[1], "administrator", "dynamic", 0.25],
];
// In turns, each page in the same round as its baseline: a minute when the machine is slow does not decide a ratio.
const measured = rows.map(() => []);
say("Pages: warming up");
for (const [, path, who] of rows) await autocannon({ ...load(path, who), duration: 2 });
for (let round = 0; round < rounds; round++) {
  say(`Pages: round ${round + 1} of ${rounds}`);
  for (const [i, [, path, who]] of rows.entries()) {
    const result = await autocannon({ ...load(path, who), duration: seconds });
    if (result.non2xx > 0) stop(`${path} answered ${result.non2xx} times with an error.`);
    measured[i].push({ rate: result.requests.average, p99: result.latency.p99 });
  }
}
say(
  `\n${"page".padEnd(52)}${"req/s".padStart(8)}${"p99 ms".padStart(8)}${"ratio".padStart(8)}${"aim".padStart(7)}`,
);
for (const [i, [name, , , kind, aim]] of rows.entries()) {
  const baseline = measured[rows.findIndex((row) => row[3] === kind && row[4] === null)];
  const rate = middle(measured[i].map((m) => m.rate));
  const p99 = middle(measured[i].map((m) => m.p99));
  const ratio = middle(measured[i].map((m, round) => m.rate / baseline[round].rate));
  say(
    `${name.padEnd(52)}${rate.toFixed(0).padStart(8)}${String(p99).padStart(8)}${ratio.toFixed(2).padStart(8)}${(aim ?? "").toString().padStart(7)}`,
  );
}
const memory =
  process.platform === "linux"
    ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024
    : null;
if (memory) say(`memory of the server after the run: ${memory.toFixed(0)} MB`);

/** Compressed bytes of JavaScript that a first visit of a page loads. */
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-background-networking",
  ],
});
say(`\n${"first-load JavaScript, compressed".padEnd(52)}${"KB".padStart(8)}`);
for (const [name, path, who] of [
  ["visitor: catalogue", "/courses", null],
  ["visitor: course", "/courses/tot-irbid-demo", null],
  ["participant: registration form", "/courses/tot-irbid-demo/register", null],
  ["participant: own registration", `/registrations/${data.registration}`, null],
  ["visitor: verify", "/verify", null],
  ["participant: my courses", "/my", "participant"],
  ["trainer: today", "/today", "trainer"],
  ["trainer: roll", data.rolls[0], "administrator"],
  ["coordinator: today", "/today", "coordinator"],
  ["administrator: programmes", "/desk/programmes", "administrator"],
]) {
  const context = await browser.newContext();
  if (who) await context.addCookies([{ name: "cascade-session", value: data[who], url: base }]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const scripts = new Set();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(base + path, { waitUntil: "networkidle" });
  say(`${name.padEnd(52)}${(bytes / 1024).toFixed(0).padStart(8)}`);
  await context.close();
}
await browser.close();
child.kill("SIGTERM");
await new Promise((ended) => child.once("exit", ended));

const writes = tsx("tests/bench/writes.ts");
say(
  `\n${"writes".padEnd(52)}${"per s".padStart(8)}${"".padStart(8)}${"ratio".padStart(8)}${"aim".padStart(7)}`,
);
const pair = (name, rate, baseName, baseRate, aim) => {
  say(`${baseName.padEnd(52)}${baseRate.toFixed(0).padStart(8)}`);
  say(
    `${name.padEnd(52)}${rate.toFixed(0).padStart(8)}${"".padStart(8)}${(rate / baseRate).toFixed(2).padStart(8)}${String(aim).padStart(7)}`,
  );
};
// How long a disk makes one wait decides the first of these more than anything here does.
say(`waiting for the disk, ms a commit: ${(1000 / writes.commits).toFixed(2)}`);
pair("registrations", writes.registrations, "bare durable commits", writes.commits, 0.5);
pair("certificates issued and typeset in a batch", writes.certificates, "bare Typst", writes.typst, 0.75);
rmSync(folder, { recursive: true, force: true });
