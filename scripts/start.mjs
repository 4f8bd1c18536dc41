// Production on the operator's own data.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chosenPort, requireFreePort, requireNode, root, say, serve, stop, untilHealthy } from "./setup.mjs";

requireNode();
if (!existsSync(join(root, ".next", "BUILD_ID")))
  stop("There is no build yet: run npm ci and npm run build first.");
const port = chosenPort();
await requireFreePort(port);
const child = serve(port, {});
child.stdout.on("data", (chunk) => {
  for (const line of String(chunk).split("\n")) if (line.startsWith("{")) say(line);
});
if (await untilHealthy(port, child)) say(`Cascade is ready on port ${port}.`);
