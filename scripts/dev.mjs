// Next's development server on the demonstration's data (or DATA_DIR).
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { chosenPort, installDependencies, requireFreePort, requireNode, root, run } from "./setup.mjs";

requireNode();
const port = chosenPort();
await requireFreePort(port);
installDependencies();
process.env.DATA_DIR = resolve(root, process.env.DATA_DIR || "data/demo");
process.env.CASCADE_MODE ??= "demo";
if (run(process.execPath, ["--import", "tsx", "scripts/demo-data.ts"]).status !== 0) process.exit(1);
const child = spawn(
  process.execPath,
  [join(root, "node_modules/next/dist/bin/next"), "dev", "-p", String(port)],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PORT: String(port) },
  },
);
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 0));
