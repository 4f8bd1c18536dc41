// npm test: everything, or a part: npm test -- lint | types | unit | integration | invariants | plans | e2e; and walks,
// which goes over every page where e2e takes a sample, and is no part of everything.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { installDependencies, requireNode, root, say, stop } from "./setup.mjs";

const suites = {
  unit: "tests/rules",
  integration: "tests/integration",
  invariants: "tests/invariants",
  plans: "tests/plans",
};
/** What is longer than `e2e` has time for, or goes over everything where `e2e` takes a sample: these say so themselves. */
const walks = readdirSync(join(root, "e2e")).filter(
  (name) =>
    name.endsWith(".spec.ts") &&
    (name.startsWith("kit-") ||
      /support\/sampled|env\.WALKS/.test(readFileSync(join(root, "e2e", name), "utf8"))),
);
const parts = ["lint", "types", ...Object.keys(suites), "e2e", "walks"];
const asked = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const unknown = asked.find((word) => !parts.includes(word));
if (unknown) stop(`There is no part "${unknown}": choose among ${parts.join(", ")}.`);
const chosen = parts.filter((part) => (asked.length === 0 ? part !== "walks" : asked.includes(part)));

requireNode();
installDependencies();
const folder = mkdtempSync(join(tmpdir(), "cascade-reports-"));
const bin = (name) => join(root, "node_modules", ".bin", name);
const total = { passed: 0, failed: 0 };

/** Runs a program; gives how it ended. What it says is shown as it comes, or with `quiet` afterwards if it failed. */
function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((done) => {
    let said = "";
    const program = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
      env: { ...process.env, ...env },
    });
    for (const stream of [program.stdout, program.stderr])
      stream?.on("data", (chunk) => {
        said += chunk;
      });
    program.once("error", (error) => done({ ok: false, said: error.message }));
    program.once("close", (status) => done({ ok: status === 0, said }));
  });
}

/** A check that is passed or failed as a whole. */
async function check(name, command, args) {
  const { ok, said } = await run(command, args, { quiet: true });
  say(`— ${name}: ${ok ? "passed" : `failed\n${said}`}`);
  if (!ok) failures.push(name);
  total[ok ? "passed" : "failed"] += 1;
}

/** What failed, said once more at the end: a log that is cut keeps its end. */
const failures = [];

/** Adds what a runner's own report counts; a run without a report, or without a test, is a failure. */
function count(name, file, read) {
  const found = existsSync(file)
    ? read(JSON.parse(readFileSync(file, "utf8")))
    : { passed: 0, failed: 0, failures: [] };
  failures.push(...found.failures);
  if (found.passed + found.failed === 0) {
    failures.push(`${name}: no test was run.`);
    found.failed = 1;
  }
  total.passed += found.passed;
  total.failed += found.failed;
}

async function vitest(names) {
  const file = join(folder, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  await run(bin("vitest"), ["run", ...names.map((name) => suites[name]), ...reporters]);
  count(names.join(", "), file, (report) => ({
    passed: report.numPassedTests,
    // A file that does not load has no tests of its own that could fail.
    failed:
      report.numFailedTests +
      report.testResults.filter((r) => r.status === "failed" && r.assertionResults.length === 0).length,
    failures: report.testResults.flatMap(({ name, status, message, assertionResults }) =>
      status === "failed" && assertionResults.length === 0
        ? [`${name}: ${message}`]
        : assertionResults
            .filter((test) => test.status === "failed")
            .map((test) => `${name} › ${test.fullName}: ${test.failureMessages.join("\n")}`),
    ),
  }));
}

/** The tests of a suite of Playwright's report, those of the suites in it too. */
const specsOf = ({ specs = [], suites: inner = [] }) => [...specs, ...inner.flatMap(specsOf)];

async function playwright(browser, { name, specs = [], env = {} }) {
  const file = join(folder, `${name}.json`);
  await run(bin("playwright"), ["test", ...specs, "--reporter=list,json"], {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...(browser ? { CHROMIUM: browser } : {}), ...env },
  });
  count(name, file, ({ stats, errors, suites: files }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (errors.length > 0 && stats.unexpected === 0 ? 1 : 0),
    failures: [
      ...errors.map((error) => error.message),
      ...specsOf({ suites: files })
        .filter((spec) => !spec.ok)
        .map((spec) => {
          const why = spec.tests.flatMap((test) => test.results).find((result) => result.error);
          return `${spec.file}:${spec.line} › ${spec.title}: ${why?.error.message ?? "not ended"}`;
        }),
    ],
  }));
}

const browses = chosen.includes("e2e") || chosen.includes("walks");
const browser = browses ? findBrowser() : null;
// The types of routes are made before, for the build writes them too.
if (chosen.includes("types")) await run(bin("next"), ["typegen"], { quiet: true });
/** What is checked as a whole. Types keep one core busy, and so does the build for the most part: the others run tests meanwhile. */
const checked = Promise.all([
  chosen.includes("lint") && check("lint", bin("biome"), ["check", "--error-on-warnings", "."]),
  chosen.includes("types") && check("types", bin("tsc"), ["--noEmit"]),
]);
const names = Object.keys(suites).filter((name) => chosen.includes(name));
const [built] = await Promise.all([
  // After the types: it writes those of the routes anew.
  checked.then(() => browses && run(process.execPath, [join(root, "scripts/build.mjs")], { quiet: true })),
  names.length > 0 && vitest(names),
]);
if (built && !built.ok) {
  say(`— build: failed\n${built.said}`);
  failures.push("build");
  total.failed += 1;
} else if (built) {
  if (chosen.includes("e2e")) await playwright(browser, { name: "e2e" });
  if (chosen.includes("walks"))
    await playwright(browser, { name: "walks", specs: walks, env: { WALKS: "1" } });
}
rmSync(folder, { recursive: true, force: true });
for (const failure of failures) say(`\nFailed: ${failure.slice(0, 2000)}`);
say(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
