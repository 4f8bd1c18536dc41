// npm test: everything, or a part: npm test -- lint | types | unit | integration | invariants | e2e.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { build, installDependencies, requireNode, root, run, say, stop } from "./setup.mjs";

const parts = ["lint", "types", "unit", "integration", "invariants", "e2e"];
const asked = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const unknown = asked.filter((word) => !parts.includes(word));
if (unknown.length > 0) stop(`There is no part "${unknown[0]}": choose among ${parts.join(", ")}.`);
const chosen = asked.length > 0 ? parts.filter((p) => asked.includes(p)) : parts;

requireNode();
installDependencies();
const folder = mkdtempSync(join(tmpdir(), "cascade-reports-"));
const bin = (name) => join(root, "node_modules", ".bin", name);
let passed = 0;
let failed = 0;

/** A check that is passed or failed as a whole. */
function check(name, command, args) {
  say(`\n— ${name}`);
  if (run(command, args).status === 0) passed += 1;
  else failed += 1;
}

/** Adds what a runner's own report counts; a run without a report, or without a test, is a failure. */
function count(name, file, read) {
  if (!existsSync(file)) {
    say(`${name}: the runner left no report.`);
    failed += 1;
    return;
  }
  const found = read(JSON.parse(readFileSync(file, "utf8")));
  if (found.passed + found.failed === 0) {
    say(`${name}: no test was run.`);
    found.failed = 1;
  }
  passed += found.passed;
  failed += found.failed;
}

function vitest(name, paths) {
  say(`\n— ${name}`);
  const file = join(folder, `${name}.json`);
  run(bin("vitest"), ["run", ...paths, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]);
  count(name, file, (report) => ({
    passed: report.numPassedTests,
    // A file that does not load has no tests of its own that could fail.
    failed:
      report.numFailedTests +
      report.testResults.filter((r) => r.status === "failed" && r.assertionResults.length === 0).length,
  }));
}

function playwright() {
  say("\n— e2e");
  const browser = findBrowser();
  build();
  const file = join(folder, "e2e.json");
  run(bin("playwright"), ["test"], {
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...(browser ? { CHROMIUM: browser } : {}) },
  });
  count("e2e", file, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (errors.length > 0 && stats.unexpected === 0 ? 1 : 0),
  }));
}

mkdirSync(folder, { recursive: true });
if (chosen.includes("lint")) check("lint", bin("biome"), ["check", "--error-on-warnings", "."]);
if (chosen.includes("types")) {
  run(bin("next"), ["typegen"], { stdio: "ignore" });
  check("types", bin("tsc"), ["--noEmit"]);
}
if (chosen.includes("unit")) vitest("unit", ["tests/rules"]);
if (chosen.includes("integration")) vitest("integration", ["tests/integration"]);
if (chosen.includes("invariants")) vitest("invariants", ["tests/invariants"]);
if (chosen.includes("e2e")) playwright();
rmSync(folder, { recursive: true, force: true });
say(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
