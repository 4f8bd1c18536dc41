// The production build on a fresh demonstration, at the time that the environment gives; for the browser tests.
import { rmSync } from "node:fs";
import { serveHere } from "./serve.mjs";
import { chosenPort, run, stop } from "./setup.mjs";

if (run(process.execPath, ["--import", "tsx", "scripts/demo-data.ts"]).status !== 0)
  stop("The test data could not be made.");
// One process: with several, a clock that starts at a given time would start in each of them.
process.env.WORKERS ??= "1";
if (process.env.REMOVE_DATA === "1")
  process.once("exit", () => rmSync(process.env.DATA_DIR, { recursive: true, force: true }));
await serveHere(chosenPort());
