import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { demoNow } from "./e2e/support/pages";
import { walk } from "./e2e/support/sampled";

const port = Number(process.env.E2E_PORT || 3210);
/** A folder that was asked for stays; one that is made for the run goes with it. */
const asked = process.env.E2E_DATA;
/** For the servers of tests, and what tests write themselves: see `db/client.ts`. */
process.env.TEST_FSYNC = "off";
process.env.E2E_DATA ??= mkdtempSync(join(tmpdir(), "cascade-e2e-"));
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  // The kit as a whole is looked at by `kit.spec.ts`; each part by itself with the walks (`npm test -- walks`).
  testIgnore: process.env.WALKS ? [] : ["kit-*.spec.ts"],
  grepInvert: process.env.WALKS ? undefined : new RegExp(walk),
  fullyParallel: true,
  // One more than the cores of a small machine: each waits now and then.
  workers: 3,
  // For a machine that is half as fast, and busy; the walks go over more in one test.
  timeout: process.env.WALKS ? 600_000 : 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: "list",
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "en",
    // What stands in for pages without a network is tried by itself; elsewhere it would only be in the way of routes.
    serviceWorkers: "block",
    // What can't be done is said where it was tried, and not as the end of the whole test's time.
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      args: [
        ...(asRoot ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [
    { name: "setup", testMatch: "sign-in.setup.ts" },
    { name: "journeys", dependencies: ["setup"] },
  ],
  webServer: [
    {
      command: "node scripts/e2e-issuer.mjs",
      url: `http://localhost:${port + 1}/keys`,
      env: { PORT: String(port + 1) },
    },
    {
      command: "node scripts/e2e-server.mjs",
      url: `http://localhost:${port}/api/health`,
      timeout: 300_000,
      stdout: "ignore",
      stderr: "pipe",
      gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
      env: {
        PORT: String(port),
        DATA_DIR: process.env.E2E_DATA,
        REMOVE_DATA: asked ? "0" : "1",
        CASCADE_MODE: "test",
        CASCADE_NOW: demoNow,
        PUBLIC_URL: `http://localhost:${port}`,
        LOG_LEVEL: "error",
        OIDC_ISSUER: `http://localhost:${port + 1}`,
        OIDC_CLIENT_ID: "cascade",
        OIDC_CLIENT_SECRET: "secret",
        OIDC_NAME: "Test identity",
      },
    },
  ],
});
