import { type Browser, type CDPSession, chromium } from "@playwright/test";
import Database from "better-sqlite3";
import { databaseFile } from "../../db/client";
import { short, table } from "./figures";
import { headersOf, type Served, type Who } from "./servers";
import type { Fixtures } from "./world/fixtures";

type Visit = { name: string; who: Who; warm?: true; at: (fixtures: Fixtures, token: string) => string };
const at = (path: string) => () => path;
/** What somebody with a cheap phone opens; `warm`: the page before it in the list has been open in the same browser. */
const visits: Visit[] = [
  { name: "catalogue", who: null, at: at("/courses") },
  { name: "catalogue again", who: null, warm: true, at: at("/courses") },
  { name: "public course", who: null, at: ({ courses }) => `/courses/${courses.open.slug}` },
  { name: "registration", who: null, at: ({ courses }) => `/courses/${courses.open.slug}/register` },
  {
    name: "registration again",
    who: null,
    warm: true,
    at: ({ courses }) => `/courses/${courses.open.slug}/register`,
  },
  { name: "own page", who: null, at: (_, token) => `/registrations/${token}` },
  { name: "verify", who: null, at: at("/verify") },
  { name: "verified", who: null, at: ({ serial }) => `/verify/${serial}` },
  { name: "help", who: null, at: at("/help") },
  { name: "sign in", who: null, at: at("/sign-in") },
  {
    name: "attendance",
    who: "trainer",
    at: ({ courses, rolls }) => `/desk/courses/${courses.of25.id}/roll/${rolls.of25}`,
  },
  {
    name: "attendance again",
    who: "trainer",
    warm: true,
    at: ({ courses, rolls }) => `/desk/courses/${courses.of25.id}/roll/${rolls.of25}`,
  },
  { name: "today", who: "coordinator", at: at("/today") },
];

/** The two links that are imitated: what many villages have, and the browser's own idea of a very bad one. */
const links = [
  { name: "400 kbit/s, 400 ms", latency: 400 },
  { name: "Slow 3G (2,000 ms)", latency: 2000 },
] as const;
const bytesPerSecond = 50 * 1024;
const slowerProcessor = 6;

/** The page of somebody's own, in a file. */
function tokenIn(folder: string): string {
  const file = new Database(databaseFile(folder), { readonly: true });
  const { token } = file.prepare("SELECT token FROM registrations ORDER BY id LIMIT 1").get() as {
    token: string;
  };
  file.close();
  return token;
}

type Seen = { paint: number; hydrated: number | null; kilobytes: number; scripts: number; requests: number };

/** Opens a page and says when something was seen first, when its scripts were alive, and what it took. */
async function open(
  page: Awaited<ReturnType<Browser["newPage"]>>,
  cdp: CDPSession,
  address: string,
): Promise<Seen> {
  const kinds = new Map<string, string>();
  let [bytes, scripts] = [0, 0];
  cdp.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    if (kinds.get(requestId) === "Script") scripts += encodedDataLength;
  });
  await page.goto(address, { waitUntil: "load", timeout: 120_000 });
  const alive = await page
    .waitForFunction(() => (window as unknown as { aliveAt?: number }).aliveAt, null, { timeout: 30_000 })
    .then((handle) => handle.jsonValue())
    .catch(() => null);
  await page.waitForLoadState("networkidle");
  const paint = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  );
  return {
    paint,
    hydrated: alive ?? null,
    kilobytes: bytes / 1024,
    scripts: scripts / 1024,
    requests: kinds.size,
  };
}

/** Notes when React has taken over what is in `main`: its mark is on the elements then. Run in the page. */
function watch(): void {
  const look = setInterval(() => {
    const main = document.querySelector("main");
    if (!main || !Object.keys(main).some((key) => key.startsWith("__reactFiber"))) return;
    Object.assign(window, { aliveAt: performance.now() });
    clearInterval(look);
  }, 20);
}

const ms = (number: number | null) => (number === null ? "–" : String(Math.round(number / 10) * 10));

/** First paint and hydration of what a cheap phone opens, in Arabic at 360 × 740, by Chromium's own brakes. */
export async function measureSlow(server: Served, executablePath: string | undefined): Promise<string> {
  const browser = await chromium.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu"],
  });
  const token = tokenIn(server.data.folder);
  const rows = new Map<string, string[]>();
  for (const link of links) {
    let context = await browser.newContext();
    for (const { name, who, warm, at: address } of visits) {
      if (!warm) {
        await context.close();
        context = await browser.newContext({
          viewport: { width: 360, height: 740 },
          locale: "ar",
          serviceWorkers: "block",
        });
        const { cookie } = await headersOf(server.data, who);
        const session = cookie?.split(";")[0]?.split("=");
        if (session) await context.addCookies([{ name: session[0]!, value: session[1]!, url: server.base }]);
      }
      const page = await context.newPage();
      await page.addInitScript(watch);
      const cdp = await context.newCDPSession(page);
      await cdp.send("Network.enable");
      await cdp.send("Network.emulateNetworkConditions", {
        offline: false,
        latency: link.latency,
        downloadThroughput: bytesPerSecond,
        uploadThroughput: bytesPerSecond,
      });
      await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowerProcessor });
      const seen = await open(page, cdp, server.base + address(server.data.fixtures, token));
      await page.close();
      const before = rows.get(name) ?? [name];
      rows.set(name, [
        ...before.slice(0, links.indexOf(link) + 1),
        `${ms(seen.paint)} · ${ms(seen.hydrated)}`,
      ]);
      if (link === links[1])
        rows.get(name)!.push(`${short(seen.kilobytes)} / ${short(seen.scripts)}`, String(seen.requests));
    }
    await context.close();
  }
  await browser.close();
  return table(
    [
      "page",
      ...links.map((link) => `${link.name}: first paint · hydrated, ms`),
      "KB all / JavaScript",
      "requests",
    ],
    [...rows.values()],
  );
}
