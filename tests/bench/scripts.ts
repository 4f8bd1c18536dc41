import { chromium } from "@playwright/test";
import { short, table, within } from "./figures";
import { headersOf, type Served, type Who } from "./servers";
import type { Fixtures } from "./world/fixtures";

type Visit = { name: string; who: Who; budget: 140 | 220; at: (fixtures: Fixtures) => string };

const at = (path: string) => () => path;
/** A page of each area: at most 140 KB to a phone of a participant, a verifier or whoever takes attendance, 220 to a desk. */
const visits: Visit[] = [
  { name: "catalogue", who: null, budget: 140, at: at("/courses") },
  { name: "public course", who: null, budget: 140, at: ({ courses }) => `/courses/${courses.open.slug}` },
  {
    name: "registration form",
    who: null,
    budget: 140,
    at: ({ courses }) => `/courses/${courses.open.slug}/register`,
  },
  { name: "verify", who: null, budget: 140, at: at("/verify") },
  { name: "verified", who: null, budget: 140, at: ({ serial }) => `/verify/${serial}` },
  { name: "help", who: null, budget: 140, at: at("/help") },
  { name: "sign in", who: null, budget: 140, at: at("/sign-in") },
  { name: "my courses", who: "participant", budget: 140, at: at("/my") },
  { name: "today", who: "trainer", budget: 220, at: at("/today") },
  {
    name: "attendance",
    who: "trainer",
    budget: 140,
    at: ({ courses, rolls }) => `/desk/courses/${courses.of25.id}/roll/${rolls.of25}`,
  },
  {
    name: "matrix of attendance",
    who: "trainer",
    budget: 220,
    at: ({ courses }) => `/desk/courses/${courses.of25.id}/roll`,
  },
  { name: "new workshop", who: "trainer", budget: 220, at: at("/desk/workshops/new") },
  { name: "today", who: "coordinator", budget: 220, at: at("/today") },
  { name: "new course", who: "coordinator", budget: 220, at: at("/desk/courses/new") },
  {
    name: "timetable",
    who: "coordinator",
    budget: 220,
    at: ({ courses }) => `/desk/courses/${courses.of25.id}/timetable`,
  },
  {
    name: "registrations",
    who: "coordinator",
    budget: 220,
    at: ({ courses }) => `/desk/courses/${courses.applied.id}/registrations`,
  },
  { name: "people", who: "coordinator", budget: 220, at: at("/desk/people") },
  { name: "programmes", who: "administrator", budget: 220, at: at("/desk/programmes") },
];

/** Compressed bytes of JavaScript that a first visit of a page loads, with what it loads once it rests. */
export async function measureScripts(server: Served, executablePath: string | undefined): Promise<string> {
  const browser = await chromium.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu"],
  });
  const rows: string[][] = [];
  for (const { name, who, budget, at: address } of visits) {
    const context = await browser.newContext();
    const { cookie } = await headersOf(server.data, who);
    const session = cookie?.split(";")[0]?.split("=");
    if (session) await context.addCookies([{ name: session[0]!, value: session[1]!, url: server.base }]);
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    const scripts = new Set<string>();
    let bytes = 0;
    network.on("Network.responseReceived", ({ requestId, type }) => {
      if (type === "Script") scripts.add(requestId);
    });
    network.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(server.base + address(server.data.fixtures), { waitUntil: "networkidle" });
    await context.close();
    const size = bytes / 1024;
    rows.push([`${name}${who ? `, ${who}` : ""}`, short(size), `${budget} ${within(size, budget)}`]);
  }
  await browser.close();
  return table(["page, first visit", "JavaScript, compressed KB", "budget KB"], rows);
}
