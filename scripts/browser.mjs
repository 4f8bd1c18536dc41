// The browser that tests, screenshots and measurements use.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, run, say, stop } from "./setup.mjs";

const known = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const installed = () => known.find((path) => path && existsSync(path)) ?? null;

/**
 * The path of an installed Chromium or Chrome; else null once Playwright has downloaded its own; else, on Debian as
 * root, that of the package chromium.
 */
export function findBrowser() {
  const found = installed();
  if (found) return found;
  say("No Chromium or Chrome found: trying Playwright's own download …");
  if (run(join(root, "node_modules", ".bin", "playwright"), ["install", "chromium"]).status === 0)
    return null;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    say("Installing Debian's package chromium …");
    const apt = (...args) =>
      spawnSync("apt-get", args, {
        stdio: "inherit",
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    apt("update");
    apt("install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core");
  }
  return (
    installed() ??
    stop(
      "The browser tests need Chromium: install it (on Debian: apt-get install chromium) or set CHROMIUM to its path.",
    )
  );
}
