// Serving the production build, from this process or in one of its own.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { chosenHost, heapBounds, root } from "./setup.mjs";

/**
 * Serves the production build until it is told to stop: in this process, or where there are to be several, in those below
 * it. @returns what the health check answered.
 */
export async function serveHere(port) {
  process.env.PORT = String(port);
  process.env.NODE_ENV = "production";
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  // What is made from here on is its owner's alone.
  process.umask(0o077);
  // Once the dependencies are there: this file is loaded before they are.
  const { chosenWorkers, supervise } = await import("./supervise.mjs");
  const workers = chosenWorkers();
  if (workers > 1) await supervise(workers);
  else await import("./server.mjs");
  return fetch(healthAddress(port)).then((answer) => answer.json());
}

/** Serves the production build in a process of its own, which ends when told to, and with this one. */
export function serve(port, env) {
  return spawn(process.execPath, [...heapBounds, join(root, "scripts/server.mjs")], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      ...env,
      PORT: String(port),
      NEXT_TELEMETRY_DISABLED: "1",
      NODE_ENV: "production",
    },
  });
}

const healthAddress = (port) => {
  const host = chosenHost() ?? "127.0.0.1";
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}/api/health`;
};

/** Waits until the server says that it can do its work. */
export async function untilHealthy(port, child) {
  while (child.exitCode === null) {
    try {
      if ((await fetch(healthAddress(port))).ok) return true;
    } catch {
      // Not listening yet.
    }
    await new Promise((next) => setTimeout(next, 150));
  }
  return false;
}
