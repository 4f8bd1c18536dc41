import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, expect, type Page, test } from "@playwright/test";
import Database from "better-sqlite3";

/** When the tests take place: a Tuesday, in the morning. */
export const demoNow = "2027-01-12T07:30:00Z";
export const password = "cascade-demo";

export const roles = {
  visitor: null,
  participant: "+962791234567",
  trainer: "trainer@cascade.example",
  coordinator: "coordinator@cascade.example",
  otherCoordinator: "coordinateur@cascade.example",
  administrator: "admin@cascade.example",
} as const;
export type Role = keyof typeof roles;

let services = 0;
/** A port for a server that a test starts by itself: no two tests that run at the same time get the same. */
export const freePort = () =>
  Number(process.env.E2E_PORT || 3210) + 10 + 20 * test.info().parallelIndex + (services++ % 20);

/** Where the signed-in state of a role is kept between tests. */
export const stateOf = (role: Role) => join(process.env.E2E_DATA!, `${role}.json`);

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 800 };

export type Screen = {
  language?: "en" | "fr" | "ar";
  viewport?: typeof phone;
  javaScript?: boolean;
  /** The time zone of the device. */
  zone?: string;
};
/** Where a browser is signed in: a file, or its cookies. */
export type State = BrowserContextOptions["storageState"];

/** A page of a browser of its own, with a language and a screen. */
export async function openPage(browser: Browser, state: State, screen: Screen = {}): Promise<Page> {
  const { language = "en", viewport = desktop, javaScript = true, zone } = screen;
  const context = await browser.newContext({
    viewport,
    locale: language,
    javaScriptEnabled: javaScript,
    ...(zone ? { timezoneId: zone } : {}),
    storageState: state,
  });
  await context.addCookies([{ name: "locale", value: language, url: test.info().project.use.baseURL! }]);
  return context.newPage();
}

/** A page of somebody of the demonstration, who only looks at what is there: what writes has a world of its own. */
export const pageOf = (browser: Browser, role: Role, screen?: Screen): Promise<Page> =>
  openPage(browser, roles[role] ? stateOf(role) : undefined, screen);

/** Reads from the database that the server under test works on. */
export function ask<T>(sql: string, ...values: unknown[]): T {
  const database = new Database(join(process.env.E2E_DATA!, "cascade.db"), { readonly: true });
  try {
    return database.prepare(sql).get(...values) as T;
  } finally {
    database.close();
  }
}

/** The same for all rows of an answer. */
export function askAll<T>(sql: string, ...values: unknown[]): T[] {
  const database = new Database(join(process.env.E2E_DATA!, "cascade.db"), { readonly: true });
  try {
    return database.prepare(sql).all(...values) as T[];
  } finally {
    database.close();
  }
}

/** The key of a course by its address. */
export const courseId = (slug: string) =>
  ask<{ id: number }>("SELECT id FROM courses WHERE slug = ?", slug).id;

/** Holds back the scripts of the next page, until what it answers is called: somebody is quicker than a slow link. */
export async function scriptsHeld(page: Page): Promise<() => void> {
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await coming;
    await route.continue();
  });
  return come;
}

/** The scripts of the page have taken over its forms: what is pressed before is a form's own way. */
export const inHand = (page: Page) =>
  page.waitForFunction(() =>
    Object.keys([...document.forms].at(-1) ?? {}).some((key) => key.startsWith("__reactProps")),
  );

/** What axe finds in a page by some of its rules, or by those of WCAG 2.2 A and AA. */
async function found(page: Page, rules?: string[]) {
  const axe = new AxeBuilder({ page })
    // There are no frames of other origins, for which axe would open a page of its own each time; and of what is in
    // order nothing is to be told.
    .setLegacyMode()
    .options({ resultTypes: ["violations"], preload: false });
  const asked = rules
    ? axe.withRules(rules)
    : axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  const { violations } = await asked.analyze();
  return violations;
}

/** Takes what sticks to the window off what is under it, as scrolling does; or puts it back. */
const unstick = (page: Page, off: boolean) =>
  page.evaluate((off) => {
    const put = (element: HTMLElement, position: string) => {
      element.style.position = position;
    };
    if (!off) {
      for (const element of document.querySelectorAll<HTMLElement>("[data-unstuck]")) {
        put(element, element.dataset.unstuck!);
        delete element.dataset.unstuck;
      }
      return;
    }
    for (const element of document.querySelectorAll<HTMLElement>("body *:not(dialog)")) {
      if (!["fixed", "sticky"].includes(getComputedStyle(element).position)) continue;
      element.dataset.unstuck = element.style.position;
      put(element, "static");
    }
  }, off);

/** Nothing for axe to find, at WCAG 2.2 A and AA; nothing wider than the screen. */
export async function expectAccessible(page: Page) {
  await expect(page).toHaveTitle(/./);
  const violations = await found(page);
  const size = "target-size";
  // The title is looked at above: where a page is drawn anew, it is gone for a moment.
  const elsewhere = violations.filter(({ id }) => id !== size && id !== "document-title");
  // What is half under a menu that sticks is too small to hit there, and not once it is scrolled.
  if (violations.some(({ id }) => id === size)) {
    await unstick(page, true);
    elsewhere.push(...(await found(page, [size])));
    await unstick(page, false);
  }
  expect(
    elsewhere.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`),
    page.url(),
  ).toEqual([]);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(1);
  expect(await tablesOut(page), `${page.url()} has tables that run under what is beside them`).toEqual([]);
}

/** Tables that are wider than the column they stand in, where it does not scroll by itself. */
const tablesOut = (page: Page) =>
  page.locator("main table:visible").evaluateAll((tables) =>
    tables.flatMap((table) => {
      const column = table.parentElement!;
      const scrolls = getComputedStyle(column).overflowX !== "visible";
      const [own, room] = [table.getBoundingClientRect(), column.getBoundingClientRect()];
      const out = Math.max(own.right - room.right, room.left - own.left);
      return scrolls || own.width <= 2 || out <= 1
        ? []
        : [`${table.querySelector("caption")?.textContent ?? table.className}: ${Math.round(out)} px`];
    }),
  );
