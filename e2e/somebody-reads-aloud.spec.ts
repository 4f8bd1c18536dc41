import type { Page } from "@playwright/test";
import { askAll, pageOf, type Role } from "./support/pages";
import { pagesFirstOf } from "./support/routes";
import { sampled } from "./support/sampled";
import { expect, test } from "./support/test";

/** Names of people, which the criterion leaves out. */
const people = () => askAll<{ name: string }>("SELECT name FROM persons").map(({ name }) => name);

/**
 * Text whose letters tell another language than its element says: a screen reader would spell it out. A sentence that
 * names something in other letters is one piece, and what is not read aloud needs no language.
 */
const untold = (page: Page) =>
  page.evaluate((names) => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const said = node.textContent?.trim() ?? "";
      const arabic = said.match(/\p{Script=Arabic}/gu)?.length ?? 0;
      const letters = said.match(/\p{L}/gu)?.length ?? 0;
      const within = node.parentElement!;
      if (arabic === 0 || arabic < letters || names.includes(said)) continue;
      if (within.closest("script, style, option, textarea, [hidden], [aria-hidden=true]")) continue;
      const language = within.closest("[lang]")?.getAttribute("lang");
      if (!["ar", "fa", "ckb", "ur"].includes(language ?? ""))
        found.push(`${said.slice(0, 60)} (${within.tagName.toLowerCase()})`);
    }
    return [...new Set(found)];
  }, people());

/** Links and buttons that sound the same and lead elsewhere, in the main part of a page. */
const soundingAlike = (page: Page) =>
  page.evaluate(() => {
    const by = new Map<string, Set<string>>();
    for (const link of document.querySelectorAll<HTMLAnchorElement>("main a[href]")) {
      // The menu of a row is named by whom it is about, and closed until somebody opens it; two people may have one name.
      if (link.closest("details, th, td:first-child")) continue;
      const named = link.getAttribute("aria-label") ?? link.textContent ?? "";
      const name = named.replace(/\s+/g, " ").trim();
      if (!by.has(name)) by.set(name, new Set());
      by.get(name)!.add(link.href.replace(/#.*/, ""));
    }
    return [...by].filter(([, to]) => to.size > 2).map(([name, to]) => `${name} ×${to.size}`);
  });

/** Tables that say neither what they are nor which head a cell belongs to. */
const unnamedTables = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("table")].flatMap((table) => {
      // The calendar of a plan is only seen: a sentence beside it says the same.
      if (table.closest("[aria-hidden=true]")) return [];
      const named =
        table.caption || table.getAttribute("aria-label") || table.getAttribute("aria-labelledby");
      const heads = [...table.querySelectorAll("th")];
      return [
        ...(named ? [] : ["a table without a name"]),
        ...(heads.every((head) => head.scope)
          ? []
          : [`a head without scope: ${heads.find((head) => !head.scope)?.textContent}`]),
      ];
    }),
  );

/** Drawings that a screen reader would come upon without a name. */
const unnamedDrawings = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("svg")]
      .filter(
        (svg) =>
          !svg.closest("[aria-hidden=true]") &&
          !(svg.getAttribute("role") === "img" && svg.getAttribute("aria-label")),
      )
      .map((svg) => svg.outerHTML.slice(0, 80)),
  );

/** What begins or ends with the dot that stands between things: what came before or after it was empty. */
const dangling = (page: Page) =>
  page.evaluate(() => {
    const lines = document.querySelectorAll("main :is(p, li, dd, dt, td, th, h1, h2, h3, summary, label)");
    const said = [...lines].map((line) => line.textContent ?? "");
    return [...new Set(said.filter((text) => /^\s*·|·\s*$/u.test(text)).map((text) => text.slice(-60)))];
  });

/** What is known not to hold yet, so that nothing joins it; `docs/accessibility.md` names it. */
const known = /^\/today: alike|^\/desk\/courses\/\[course\]\/(edit|record): language/;

for (const role of ["visitor", "trainer", "coordinator", "administrator"] as const satisfies readonly Role[])
  test(`pages of a ${role} tell a screen reader languages, tables, drawings and links apart, and end no line with a dot`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, role, { language: "en" });
    const found: string[] = [];
    for (const [route, { at }] of sampled(pagesFirstOf(role))) {
      await page.goto(at?.() ?? route);
      for (const [what, list] of [
        ["language", await untold(page)],
        ["alike", await soundingAlike(page)],
        ["table", await unnamedTables(page)],
        ["drawing", await unnamedDrawings(page)],
        ["dangling", await dangling(page)],
      ] as const)
        for (const one of list) if (!known.test(`${route}: ${what}`)) found.push(`${route}: ${what}: ${one}`);
    }
    expect(found).toEqual([]);
  });
