// npm run bench: speed as ratios of one run, small against big. What it measures is in tests/bench/run.ts.
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { build, installDependencies, requireNode, root, run } from "./setup.mjs";

requireNode();
installDependencies();
build();
const measured = run(
  process.execPath,
  ["--import", "tsx", join(root, "tests/bench/run.ts"), ...process.argv.slice(2)],
  { env: { ...process.env, CHROMIUM: findBrowser() ?? "" } },
);
process.exit(measured.status ?? 1);
