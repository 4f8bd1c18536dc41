// Production on the operator's own data, from this one process: whoever signals it signals all that serve.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { namesThatSetNothing } from "../lib/env/names.mjs";
import { serveHere } from "./serve.mjs";
import {
  chosenPort,
  olderBuild,
  readSettingsFile,
  requireFreePort,
  requireNode,
  root,
  say,
  sayToLog,
  stop,
  warn,
} from "./setup.mjs";

sayToLog();
requireNode();
if (!existsSync(join(root, ".next", "BUILD_ID")))
  stop("There is no build yet: run npm ci and npm run build first.");
if (!existsSync(join(root, "node_modules", "@next", "env")))
  stop("The dependencies are not installed: run npm ci and npm run build first.");
const builtBefore = olderBuild();
if (builtBefore) stop(`The build: ${builtBefore} Nothing was changed.`);
for (const sentence of namesThatSetNothing(await readSettingsFile())) warn(sentence);
const port = chosenPort();
await requireFreePort(port);
const health = await serveHere(port);
const { openLog } = await import("./log.mjs");
const { status, wrong = [] } = health;
if (process.stdout.isTTY)
  say(
    status === "failing"
      ? `Cascade runs on port ${port}, but cannot do its work: ${wrong.join(", ")}`
      : `Cascade is ready on port ${port}.`,
  );
else openLog()[status === "failing" ? "error" : "info"]({ port, status, wrong }, "listening");
