// The browser that tests, screenshots and measurements use.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, run, say, stop } from "./setup.mjs";

const installed = () =>
  [
    process.env.CHROMIUM,
    // Chromium without its own windows: the same pages for a tenth less of the processor.
    "/usr/bin/chromium-headless-shell",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ].find((path) => path && existsSync(path)) ?? null;

/** Debian's package, which brings the libraries that a browser needs, and letters for all languages. */
function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...words) => spawnSync("apt-get", words, { stdio: "inherit", env });
  apt("update");
  apt("install", "-y", "--no-install-recommends", "chromium-headless-shell", "fonts-noto-core");
}

/** The path of an installed Chromium or Chrome, put there where there is none; null: Playwright has its own. */
export function findBrowser() {
  const found = installed();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  say(
    "No Chromium or Chrome found: installing one, Debian's package as root on Debian, else Playwright's own.",
  );
  if (isRoot && existsSync("/etc/debian_version")) installFromDebian();
  if (installed()) return installed();
  const playwright = join(root, "node_modules", ".bin", "playwright");
  if (run(playwright, ["install", ...(isRoot ? ["--with-deps"] : []), "chromium"]).status === 0) return null;
  return stop(
    "The browser tests need Chromium: install it (on Debian: apt-get install chromium-headless-shell) or set CHROMIUM to its path.",
  );
}
