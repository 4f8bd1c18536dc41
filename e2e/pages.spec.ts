import type { Page } from "@playwright/test";
import { brokenNumbers, brokenWords } from "./support/brokenNumbers";
import { desktop, expectAccessible, pageOf, phone, type Role, roles } from "./support/pages";
import { routes } from "./support/routes";
import { sampled } from "./support/sampled";
import { expect, test } from "./support/test";

const ways = [
  { language: "en", viewport: desktop, of: ["visitor", "coordinator", "trainer", "administrator"] },
  {
    language: "ar",
    viewport: phone,
    of: ["visitor", "coordinator", "trainer", "participant", "administrator"],
  },
] as const;
/** Pages that are another one for each role; any other is looked at as the first that gets it. */
const byRole = [
  "/today",
  "/desk/courses",
  "/desk/courses/[course]",
  "/desk/courses/[course]/edit",
  "/desk/courses/[course]/timetable",
  "/desk/courses/[course]/roll/[session]",
];

/** Names of columns that stand in a row of a phone before nothing. */
const labelsOfNothing = (page: Page) =>
  page
    .locator(".tbl-label:visible")
    .evaluateAll((labels) =>
      labels.flatMap((label) =>
        label.textContent === label.parentElement?.textContent?.trim() &&
        !label.parentElement?.querySelector("svg, img, input, progress, [role=img]")
          ? [label.textContent]
          : [],
      ),
    );

for (const { language, viewport, of } of sampled(ways, 2))
  for (const role of of as readonly Role[])
    test(`every page that is new to ${role} in ${language} at ${viewport.width} px`, async ({ browser }) => {
      const page = await pageOf(browser, role, { language, viewport });
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error") problems.push(`${page.url()}: ${message.text()}`);
      });
      const gets = (who: Role, route: string) =>
        routes[route]!.row[Object.keys(roles).indexOf(who)] === "ok" && !route.startsWith("/api/");
      const before = of.slice(0, of.indexOf(role as never));
      const mine = Object.entries(routes).filter(
        ([route]) =>
          gets(role, route) && (byRole.includes(route) || !before.some((other) => gets(other, route))),
      );
      for (const [route, { at }] of sampled(mine)) {
        await page.goto(at?.() ?? route);
        await expect(page.locator("h1").first()).toBeVisible();
        expect(await page.locator("html").getAttribute("dir")).toBe(language === "ar" ? "rtl" : "ltr");
        await expectAccessible(page);
        expect(await brokenNumbers(page), page.url()).toEqual([]);
        expect(await labelsOfNothing(page), page.url()).toEqual([]);
      }
      expect(problems).toEqual([]);
    });

test("no word of a table is broken beside long addresses", async ({ browser }) => {
  const page = await pageOf(browser, "administrator", { viewport: desktop });
  for (const at of ["/desk/settings/accounts", "/desk/people", "/desk/trainers", "/desk/courses"]) {
    await page.goto(at);
    await expect(page.locator("table").first()).toBeVisible();
    expect(await brokenWords(page), at).toEqual([]);
    // What is too wide scrolls in its box.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: at })
      .toBeLessThanOrEqual(1280);
  }
});

test("an address that does not exist is answered in the reader's language", async ({ browser }) => {
  const page = await pageOf(browser, "visitor", { language: "fr" });
  const answer = await page.goto("/rien/ici");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Introuvable" })).toBeVisible();
});

test("the language follows the browser, then the reader's choice, on the same address", async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: "fr" });
  const page = await context.newPage();
  await page.goto("/courses");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await page.getByRole("button", { name: "العربية" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  await expect(page).toHaveURL(/\/courses$/);
  const answer = await page.goto("/courses");
  expect(answer?.headers().vary).toContain("Accept-Language");
  expect(answer?.headers().vary).toContain("Cookie");
});
