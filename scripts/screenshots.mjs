// npm run screenshots: the pictures of the README, taken from the demonstration at a fixed time.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import Database from "better-sqlite3";
import { findBrowser } from "./browser.mjs";
import { serve, untilHealthy } from "./serve.mjs";
import { build, installDependencies, root, say, stop } from "./setup.mjs";

installDependencies();
build();
const port = Number(process.env.PORT || 3410);
const base = `http://localhost:${port}`;
const folder = mkdtempSync(join(tmpdir(), "cascade-screenshots-"));
const env = {
  ...process.env,
  DATA_DIR: folder,
  CASCADE_MODE: "demo",
  CASCADE_NOW: "2027-01-12T07:30:00Z",
  PUBLIC_URL: base,
  LOG_LEVEL: "error",
};
if (
  spawnSync(process.execPath, ["--import", "tsx", "scripts/demo-data.ts"], {
    cwd: root,
    env,
    stdio: "inherit",
  }).status !== 0
)
  stop("The demonstration could not be made.");
const child = serve(port, env);
if (!(await untilHealthy(port, child))) stop("The server did not start.");

const database = new Database(join(folder, "cascade.db"), { readonly: true });
const course = database.prepare("SELECT id FROM courses WHERE slug = 'tot-ramallah-demo'").get().id;
const session = database
  .prepare("SELECT id FROM sessions WHERE course_id = ? AND day = '2027-01-12' ORDER BY start_instant")
  .get(course).id;
database.close();

const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu"],
});
const out = join(root, "docs", "screenshots");
mkdirSync(out, { recursive: true });

async function shoot(name, { who, path, language, width, height }) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language,
    colorScheme: "light",
  });
  const page = await context.newPage();
  if (who) {
    await page.goto(`${base}/sign-in`);
    await page.fill("[name=identifier]", who);
    await page.fill("[name=password]", "cascade-demo");
    await page.press("[name=password]", "Enter");
    await page.waitForURL((url) => url.pathname === "/today");
  }
  await context.addCookies([{ name: "locale", value: language, url: base }]);
  await page.goto(base + path);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(out, `${name}.png`) });
  await context.close();
  say(`docs/screenshots/${name}.png`);
}

await shoot("today", {
  who: "coordinator@cascade.example",
  path: "/today",
  language: "en",
  width: 1100,
  height: 720,
});
await shoot("roll", {
  who: "trainer@cascade.example",
  path: `/desk/courses/${course}/roll/${session}`,
  language: "ar",
  width: 360,
  height: 720,
});
await shoot("catalogue", { who: null, path: "/courses", language: "fr", width: 360, height: 720 });
await browser.close();
child.kill("SIGTERM");
await new Promise((ended) => child.once("exit", ended));
rmSync(folder, { recursive: true, force: true });
