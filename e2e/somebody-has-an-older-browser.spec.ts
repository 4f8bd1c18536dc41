import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, Visitor } from "oxc-parser";
import postcss from "postcss";
import { expectReadable, olderPage, openOlder } from "./support/older";
import { askAll } from "./support/pages";
import { peopleOn, test as roll, rollAt, sessionOf, stored } from "./support/roll";
import { routes } from "./support/routes";
import { sampled } from "./support/sampled";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const built = join(".next", "static");
const filesOf = (kind: RegExp) =>
  readdirSync(built, { recursive: true })
    .map(String)
    .filter((name) => kind.test(name));

/** Pages of participants and verifiers, in the order of the routes. */
const publicRoutes = Object.entries(routes).filter(
  ([route, { row }]) => row[0] === "ok" && !route.startsWith("/api/") && route !== "/kit",
);

/** What Chrome 87, Safari 15 and Firefox 115 cannot read in a script: one such sign and the whole file is lost. */
function tooNew(text: string, name: string): string[] {
  const found: string[] = [];
  const say = (what: string, at: number) => found.push(`${name}: ${what} … ${text.slice(at, at + 40)}`);
  const { program, errors } = parseSync(name, text, { sourceType: "script" });
  for (const { message } of errors) found.push(`${name}: ${message}`);
  new Visitor({
    StaticBlock(node) {
      say("static block", node.start);
    },
    BinaryExpression(node) {
      if (text[node.left.start] === "#") say("#name in", node.start);
    },
    Literal(node) {
      if (!("regex" in node) || !node.regex) return;
      const { pattern, flags } = node.regex;
      if (/\(\?<[=!]/.test(pattern)) say("regular expression that looks behind", node.start);
      if (/\(\?[a-z]*-?[a-z]*:/.test(pattern.replaceAll("(?:", ""))) say("modifiers", node.start);
      if (/[dv]/.test(flags)) say(`flag ${flags}`, node.start);
    },
    VariableDeclaration(node) {
      if (/using/.test(node.kind)) say("using", node.start);
    },
    MemberExpression(node) {
      const named = node.property.type === "Identifier" && !node.computed ? node.property.name : "";
      // Next brings `at`, `hasOwn` and `canParse` along.
      if (/^(findLast|findLastIndex|toSorted|toReversed|toSpliced|isWellFormed)$/.test(named))
        say(named, node.property.start);
    },
    CallExpression(node) {
      if (node.callee.type === "Identifier" && node.callee.name === "structuredClone")
        say("structuredClone", node.start);
    },
  }).visit(program);
  return found;
}

test("every script that was built is one that Chrome 87, Safari 15 and Firefox 115 can read", () => {
  const scripts = filesOf(/\.js$/);
  expect(scripts.length).toBeGreaterThan(30);
  // The one is for browsers without modules, the other of Next's older router: no page of ours loads them.
  const ours = scripts.filter((name) => !/chunks.(polyfills|main)-/.test(name));
  expect(ours.flatMap((name) => tooNew(readFileSync(join(built, name), "utf8"), name))).toEqual([]);
});

test("what is newer than Chrome 80 in a style sheet only hides or shows what is read without it too", () => {
  const sheets = filesOf(/\.css$/);
  expect(sheets.length).toBeGreaterThan(0);
  const found: string[] = [];
  for (const name of sheets) {
    const sheet = postcss.parse(readFileSync(join(built, name), "utf8"));
    sheet.walkAtRules((at) => {
      if (["layer", "container", "scope", "starting-style"].includes(at.name))
        found.push(`@${at.name} ${at.params}`);
      if (at.name === "media" && /[<>]=?/.test(at.params)) found.push(`@media ${at.params}`);
    });
    sheet.walkRules((rule) => {
      if (rule.nodes.some((node) => node.type === "rule")) found.push(`${rule.selector}: nested`);
      // Of Tailwind's own beginnings, which carry no meaning.
      if (/^(abbr|button, ?input|button,input|:where\(select|:-moz-focusring|\[hidden\])/.test(rule.selector))
        return;
      // The box shows it too: its row or chip is tinted besides.
      if (/tbl-tick input:checked|module-chip/.test(rule.selector)) return;
      const newer = /:has\(|:is\(|:where\(|::details-content/.test(rule.selector);
      const plain = rule.nodes.every(
        (node) => node.type !== "decl" || /^(display|content-visibility|block-size|page)$/.test(node.prop),
      );
      if (newer && !plain) found.push(rule.selector);
    });
    sheet.walkDecls(/^(inset|margin-inline|padding-inline|inset-block)$/, (decl) => {
      found.push(`${decl.parent?.toString().slice(0, 60)}: ${decl.prop}`);
    });
    sheet.walkDecls((decl) => {
      if (/oklch\(|oklab\(|color-mix\(/.test(decl.value) && !inSupports(decl))
        found.push(`${decl.prop}: ${decl.value}`);
    });
  }
  expect(found).toEqual([]);
});

/** True where a declaration is asked about first. */
function inSupports(decl: postcss.Declaration): boolean {
  for (let at: postcss.Container | postcss.Document | undefined = decl.parent; at; at = at.parent)
    if (at.type === "atrule" && (at as postcss.AtRule).name === "supports") return true;
  return false;
}

for (const language of sampled(["en", "ar"] as const, 2))
  test(`every public page reads right in a browser of 2020 without scripts, in ${language}`, async ({
    browser,
  }) => {
    const page = await olderPage(browser, undefined, { language });
    for (const [route, { at }] of publicRoutes) {
      await openOlder(page, at?.() ?? route);
      await expectReadable(page);
    }
  });

test("registering works in a browser of 2020 without scripts", async ({ browser, world }) => {
  const { id, slug } = await world.course({
    country: "JO",
    state: "open",
    from: "2027-02-07",
    to: "2027-02-11",
  });
  const page = await olderPage(browser, undefined);
  const w = words.en.register;
  await openOlder(page, `/courses/${slug}/register`);
  await page.getByRole("textbox", { name: w.name, exact: true }).fill("Older Browser");
  await page.getByLabel(w.phone).fill("+962790007788");
  await page.getByLabel(w.consent, { exact: true }).check();
  await page.locator("main form button[type=submit]").last().click();
  await expect(page).toHaveURL(/\/registrations\//);
  expect(askAll("SELECT id FROM registrations WHERE course_id = ?", id)).toHaveLength(1);
  // No script copies it: the address of one's own page is there to be read.
  await expect(page.locator("main bdi", { hasText: /\/registrations\// })).toBeVisible();
});

roll(
  "attendance reads right and is saved in a browser of 2020 without scripts",
  async ({ browser, world, course }) => {
    const page = await olderPage(browser, await world.state("trainer"));
    const session = sessionOf(course, "2027-01-12", 0);
    await openOlder(page, rollAt(session));
    await expectReadable(page);
    const first = peopleOn(page).first();
    const before = await first.screenshot();
    await first.getByRole("radio").nth(3).check({ force: true });
    // The ring of focus is no mark.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    expect(before.equals(await first.screenshot()), "the mark can be seen").toBe(false);
    await page.getByRole("button", { name: words.en.roll.save, exact: true }).click();
    await expect.poll(() => stored(session, 0).state).toBe("absent");
  },
);
