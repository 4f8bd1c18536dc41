import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { sampled } from "./support/sampled";

/** Every part of the kit as its page names it. */
const partsOf = async (page: import("@playwright/test").Page) => {
  await page.goto("/kit");
  return page.locator("main section").evaluateAll((sections) => sections.map((section) => section.id));
};

for (const [language, colorScheme] of sampled(
  [
    ["en", "light"],
    ["ar", "dark"],
  ] as const,
  2,
))
  test(`every part is legible and named, in ${language}, ${colorScheme}`, async ({ browser }) => {
    const page = await (
      await browser.newContext({ locale: language, colorScheme, viewport: { width: 1280, height: 800 } })
    ).newPage();
    await page.goto("/kit");
    await expect(page.locator("html")).toHaveAttribute("dir", language === "ar" ? "rtl" : "ltr");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await page.context().close();
  });

for (const locale of sampled(["en", "ar"], 2))
  test(`no part makes a page wider than its window, in ${locale}`, async ({ browser }) => {
    const page = await (await browser.newContext({ locale })).newPage();
    for (const width of [320, 360, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      await page.goto("/kit");
      // A page that is too wide is so by the parts that reach over its edge.
      const wider = await page.evaluate(() =>
        document.documentElement.scrollWidth > window.innerWidth
          ? [...document.querySelectorAll("main section[id]")]
              .filter((part) => part.scrollWidth > part.clientWidth)
              .map((part) => part.id)
              .concat("the page")
          : [],
      );
      expect(wider, `${width} px`).toEqual([]);
    }
    await page.context().close();
  });

test("a part that does not exist is asked for in vain, and the page shows all", async ({ page }) => {
  await page.goto("/kit?part=nothing");
  expect(await page.locator("main section").count()).toBe((await partsOf(page)).length);
});
