// One command on a fresh machine: everything installed, filled, built and served.
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { serveHere } from "./serve.mjs";
import {
  build,
  chosenPort,
  installDependencies,
  requireFreePort,
  requireNode,
  root,
  run,
  say,
  stop,
} from "./setup.mjs";

requireNode();
const port = chosenPort();
await requireFreePort(port);
const dataDir = resolve(root, process.env.DATA_DIR || "data/demo");
try {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
} catch (error) {
  stop(`${dataDir} cannot be written (${error.code}): choose another folder with DATA_DIR.`);
}
process.env.DATA_DIR = dataDir;
process.env.CASCADE_MODE = "demo";
installDependencies();
const filled = run(process.execPath, ["--import", "tsx", "scripts/demo-data.ts"]);
if (filled.status !== 0) process.exit(1);
build();
await serveHere(port);
say(`
Cascade is ready: ${process.env.PUBLIC_URL || `http://localhost:${port}`}

  administrator   admin@cascade.example
  coordinator     coordinator@cascade.example   (Arabic)
  coordinator     coordinateur@cascade.example  (French)
  trainer         trainer@cascade.example
  participant     +962 79 123 4567
  password of all: cascade-demo

The data is in ${dataDir}; remove that folder to begin anew. Ctrl C stops.
`);
