// What every command needs before anything of npm's is there: Node alone. No dependency may be imported here.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { press } from "./press.mjs";
import "./unheard.mjs";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** How large the heap of a process that serves may grow, in MB: Node's own bounds are those of the whole machine. */
export const heapBounds = ["--max-old-space-size=256", "--max-semi-space-size=8"];

/** Prints one line of progress. */
export const say = (text) => process.stdout.write(`${text}\n`);

/** True in a service, whose output goes into a log and not to somebody: a line of JSON each. */
let isLogged = false;

/** From here on what is said goes into the log of a service, unless it is started at a terminal. A command never calls it. */
export function sayToLog() {
  isLogged = !process.stderr.isTTY;
}

/** Ends with one sentence that says what to do. */
export function stop(sentence) {
  const line = { level: 60, time: new Date().toISOString(), msg: sentence };
  process.stderr.write(isLogged ? `${JSON.stringify(line)}\n` : `\n${sentence}\n`);
  process.exit(1);
}

/** Says one sentence that somebody should read, and goes on. */
export function warn(sentence) {
  const line = { level: 40, time: new Date().toISOString(), msg: sentence };
  process.stderr.write(isLogged ? `${JSON.stringify(line)}\n` : `${sentence}\n`);
}

/** Refuses a Node that the native modules do not build for. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 9))
    stop(
      `Cascade needs Node 20.9 or newer; this is ${process.versions.node}. Install Node 22 from https://nodejs.org and run the command again.`,
    );
}

/** Runs a program in the project's folder and waits. */
export const run = (command, args, options = {}) =>
  spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });

/** Node's own headers where they came with it, as in Debian: a native module is then compiled without a download. */
function headersHere() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, "include", "node", "node.h")) ? { npm_config_nodedir: prefix } : {};
}

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** True where npm's own list of what is installed names what the lock file names, in the same versions. */
function isInstalled() {
  const list = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(list)) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const here = packagesOf(list);
  // What is optional may be for another machine.
  return Object.entries(packagesOf(join(root, "package-lock.json"))).every(
    ([path, { version, optional }]) =>
      path === "" || (here[path] ? here[path].version === version : optional === true),
  );
}

/** True where the native module loads with this Node. */
const loads = () =>
  spawnSync(process.execPath, ["-e", "new (require('better-sqlite3'))(':memory:')"], {
    cwd: root,
    stdio: "ignore",
  }).status === 0;

/** Installs the locked dependencies where they are missing or the lock file has changed since. */
export function installDependencies() {
  if (isInstalled() && loads()) return;
  say("Installing the locked dependencies (once; this takes a minute or two) …");
  const done = run(npm, ["ci", "--no-audit", "--no-fund", "--include=dev"], {
    encoding: "utf8",
    stdio: ["ignore", "inherit", "pipe"],
    shell: process.platform === "win32",
    env: { ...headersHere(), ...process.env },
  });
  if (done.status !== 0) {
    const said = String(done.stderr ?? done.error ?? "");
    if (/ENOSPC/.test(said)) stop("The disk is full: free at least 1 GB and run the command again.");
    if (/gyp ERR.*(network connectivity|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED)/s.test(said))
      stop(
        "A native module has to be compiled, and the headers of Node for it could not be loaded from nodejs.org: where they are installed (on Debian: apt-get install libnode-dev), run npm_config_nodedir=/usr npm ci.",
      );
    if (/gyp ERR|not found: make|no such file.*make|Could not find any Python/i.test(said))
      stop(
        "A native module has to be compiled and no compiler was found: install python3, make and g++ (on Debian: apt-get install python3 make g++), then run the command again.",
      );
    if (/EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT/.test(said))
      stop(
        "The npm registry cannot be reached: check the network or the proxy settings of npm, then run the command again.",
      );
    process.stderr.write(said.slice(-4000));
    stop("npm could not install the dependencies: see the lines above.");
  }
  if (!loads())
    stop(
      "better-sqlite3 was installed but does not load with this Node: remove node_modules and run the command again.",
    );
}

/** A fingerprint of everything that the production build is made from. */
function sourceFingerprint() {
  const hash = createHash("sha256").update(process.versions.node);
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) for (const entry of readdirSync(full).sort()) add(join(path, entry));
    else hash.update(path).update(readFileSync(full));
  };
  for (const path of [
    "app",
    "db",
    "lib",
    "instrumentation.ts",
    "next.config.js",
    "package-lock.json",
    "package.json",
    "public",
    "postcss.config.mjs",
    "postcss.older.cjs",
    "zod.browser.cjs",
    "scripts/press.mjs",
    "scripts/setup.mjs",
  ])
    add(path);
  return hash.digest("hex");
}

/** The last migration that the code has. */
function lastMigration() {
  const journal = JSON.parse(readFileSync(join(root, "db/migrations/meta/_journal.json"), "utf8"));
  return String(journal.entries.at(-1)?.tag);
}

/**
 * What is wrong with a build that was made from code with other migrations: it would serve a database that it does not
 * know. One sentence; null where they are the same.
 * @param folder that of the build.
 */
export function olderBuild(folder = join(root, ".next")) {
  if (!existsSync(join(folder, "BUILD_ID")))
    return "there is no build yet: run npm ci and npm run build first.";
  const mark = join(folder, "cascade-migrations");
  return existsSync(mark) && readFileSync(mark, "utf8") === lastMigration()
    ? null
    : "it was made from another version of the code: run npm ci and npm run build, then start again.";
}

/** Makes the production build unless the one that is there was made from the same sources. */
export function build() {
  const mark = join(root, ".next", "cascade-built");
  const fingerprint = sourceFingerprint();
  if (existsSync(mark) && readFileSync(mark, "utf8") === fingerprint) return;
  say("Building (once; this takes a minute) …");
  // Webpack leaves out of zod what no form uses, which Turbopack does not yet: a tenth of what a phone loads.
  const done = run(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build", "--webpack"], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
  });
  if (done.status !== 0) {
    const said = `${done.stdout ?? ""}${done.stderr ?? ""}`;
    if (/ENOSPC/.test(said)) stop("The disk is full: free at least 1 GB and run the command again.");
    process.stderr.write(said.slice(-6000));
    stop("The build failed: see the lines above.");
  }
  press(join(root, ".next", "static"));
  writeFileSync(join(root, ".next", "cascade-migrations"), lastMigration());
  writeFileSync(mark, fingerprint);
}

/**
 * The settings of a file `.env` beside the code, where the environment has none of that name. Needs the dependencies.
 * @returns the names that stand in each such file.
 */
export async function readSettingsFile(folder = root) {
  const loaded = await import("@next/env");
  // As Node gives it, and as tsx does.
  const { loadedEnvFiles } = (loaded.default ?? loaded).loadEnvConfig(folder, false, {
    info() {},
    error: console.error,
  });
  return Object.fromEntries(loadedEnvFiles.map(({ path, env }) => [path, Object.keys(env)]));
}

/** Refuses a port that something else listens on. */
export function requireFreePort(port) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", (error) => {
      if (error.code === "EADDRINUSE")
        stop(
          `Port ${port} is taken: stop what listens there, or choose another, as in PORT=${port + 1} npm run ${process.env.npm_lifecycle_event ?? "start"}.`,
        );
      if (error.code === "EACCES")
        stop(`Port ${port} may not be used by this user: choose one above 1024, as in PORT=3000.`);
      if (error.code === "EADDRNOTAVAIL")
        stop(`This machine has no address ${chosenHost()}: set another HOST, or leave it out.`);
      if (error.code === "ENOTFOUND" || error.code === "EAI_AGAIN")
        stop(`HOST is ${chosenHost()}, which is no address: set one of this machine, or leave it out.`);
      stop(`Port ${port} cannot be used (${error.code}): choose another, as in PORT=3001.`);
    });
    probe.listen(port, chosenHost(), () => probe.close(done));
  });
}

/** The port asked for. */
export function chosenPort() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    stop("PORT must be a number from 1 to 65535: set another, or leave it out for 3000.");
  return port;
}

/** The origin of an address, such as https://cascade.example.org; null where it is none. */
export const originOf = (address) =>
  typeof address === "string" && URL.canParse(address) ? new URL(address).origin : null;

/** How many proxies in front of this server are believed: each adds the address that it was asked from. */
export function trustedHops() {
  const hops = Number(process.env.TRUST_PROXY || 0);
  if (!Number.isInteger(hops) || hops < 0 || hops > 9)
    stop("TRUST_PROXY must be the number of proxies in front of Cascade, from 0 to 9.");
  return hops;
}

/**
 * The address to listen on. Without HOST that is every one of this machine, so that phones beside it can be used; but
 * this machine alone where a proxy is said to be in front, by TRUST_PROXY or because PUBLIC_URL is https.
 */
export const chosenHost = () =>
  process.env.HOST ||
  (trustedHops() > 0 || originOf(process.env.PUBLIC_URL)?.startsWith("https:") ? "127.0.0.1" : undefined);
