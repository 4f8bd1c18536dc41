import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

/** Every part of the kit as its page names it. */
const partsOf = async (page: import("@playwright/test").Page) => {
  await page.goto("/kit");
  return page.locator("main section").evaluateAll((sections) => sections.map((section) => section.id));
};

for (const language of ["en", "ar"] as const)
  for (const colorScheme of ["light", "dark"] as const)
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

for (const width of [320, 360, 1280])
  test(`no part makes a page wider than its window of ${width} px`, async ({ browser }) => {
    for (const locale of ["en", "ar"]) {
      const context = await browser.newContext({ locale, viewport: { width, height: 740 } });
      const page = await context.newPage();
      for (const part of await partsOf(page)) {
        await page.goto(`/kit?part=${part}`);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider, `${part}, ${locale}`).toBeLessThanOrEqual(0);
      }
      await context.close();
    }
  });

test("a part that does not exist is asked for in vain, and the page shows all", async ({ page }) => {
  await page.goto("/kit?part=nothing");
  expect(await page.locator("main section").count()).toBe((await partsOf(page)).length);
});
