import { type Browser, type BrowserContextOptions, expect, type Page, test } from "@playwright/test";

const opened = async (browser: Browser, options: BrowserContextOptions = {}) => {
  const context = await browser.newContext({
    locale: "en",
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  await page.goto("/kit?part=timetable");
  return page;
};
const boxOf = async (page: Page, id: number) => (await page.locator(`#session-${id}`).boundingBox())!;
const overlap = (a: { x: number; width: number }, b: { x: number; width: number }) =>
  a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1;

test("a sheet has an hour every 64 px, columns that run as one reads, and nothing over anything else", async ({
  browser,
}) => {
  for (const locale of ["en", "ar"]) {
    const page = await opened(browser, { locale });
    const [opening, long, monday] = [await boxOf(page, 1), await boxOf(page, 2), await boxOf(page, 4)];
    const hour = locale === "ar" ? 68 : 64;
    expect(opening.height).toBeCloseTo(hour / 2, 0);
    expect(long.height).toBeCloseTo(hour * 2.5, 0);
    expect(long.y).toBeCloseTo(opening.y + opening.height, 0);
    expect(opening.x < monday.x).toBe(locale === "en");
    // Those that share time stand side by side; no line of them is cut through.
    expect(overlap(await boxOf(page, 6), await boxOf(page, 7))).toBe(false);
    const cut = await page.locator(".tt-in").evaluateAll(
      (blocks) =>
        blocks.filter((block) => {
          const line = Number.parseFloat(getComputedStyle(block).lineHeight);
          return Math.abs(block.clientHeight / line - Math.round(block.clientHeight / line)) > 0.05;
        }).length,
    );
    expect(cut, locale).toBe(0);
    await page.context().close();
  }
});

test("the keyboard goes through the sessions in the order of time, and each says all of itself", async ({
  browser,
}) => {
  const page = await opened(browser);
  await page.locator("#timetable h2 a").first().focus();
  const ids: (string | null)[] = [];
  for (let i = 0; i < 9; i++) {
    await page.keyboard.press("Tab");
    ids.push(await page.evaluate(() => document.activeElement!.getAttribute("id")));
  }
  expect(ids).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((id) => `open-session-${id}`));
  await expect(page.locator("#open-session-6")).toHaveAccessibleName(
    /Start\.Coop M2.*same time.*09:00\u2060?–\u2060?11:30.*Assessing a market.*Main hall.*Nour Qasem/,
  );
  await page.context().close();
});

test("what is wrong has a sign and a word, with the system's colours too; a phone and paper have a list, whole", async ({
  browser,
}) => {
  for (const options of [
    { forcedColors: "active" as const },
    { viewport: { width: 360, height: 740 } },
    { viewport: { width: 360, height: 740 }, locale: "ar" },
  ]) {
    const page = await opened(browser, options);
    const edge = (id: number) =>
      page.locator(`#open-session-${id}`).evaluate((block) => {
        const { borderTopWidth, borderTopStyle } = getComputedStyle(block);
        return `${borderTopWidth} ${borderTopStyle}`;
      });
    await expect(page.locator("#open-session-6 .tt-sign")).toBeVisible();
    await expect(page.locator("#open-session-6 .tt-sign svg")).toBeVisible();
    expect(await edge(6)).not.toBe(await edge(8));
    await page.context().close();
  }
  const page = await opened(browser);
  await page.emulateMedia({ media: "print" });
  const [first, second] = [await boxOf(page, 1), await boxOf(page, 4)];
  expect(first.x).toBeCloseTo(second.x, 0);
  expect(second.y).toBeGreaterThan(first.y);
  const cut = await page
    .locator(".tt-in")
    .evaluateAll((blocks) => blocks.filter((block) => block.scrollHeight > block.clientHeight + 1).length);
  expect(cut).toBe(0);
  await page.context().close();
});
