import { expect, type Page, test } from "@playwright/test";

const open = async (page: Page) => {
  await page.goto("/kit?part=matrix");
  // The keyboard has its stop once the scripts are there.
  await expect(cells(page).and(page.locator('[tabindex="0"]'))).toHaveCount(1);
};
const cells = (page: Page) => page.locator("#matrix tbody button");
/** The cell of a person (from 1) in a session (from 1). */
const cell = (page: Page, row: number, column: number) =>
  page.locator(`#matrix tbody button[value="${column}.${row}"]`);
const named = (page: Page, mark: string) =>
  expect(page.locator("#matrix tbody button:focus")).toHaveAccessibleName(new RegExp(`: ${mark}$`));

test("the keyboard stops once, at the session due, and goes on by arrows, Home, End and pages", async ({
  page,
}) => {
  await open(page);
  await page.locator("#matrix h2 a").focus();
  const stops: (string | null)[] = [];
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => document.activeElement!.getAttribute("value")));
  }
  expect(stops.filter((value) => value !== null)).toEqual(["4.1"]);
  await cell(page, 1, 4).focus();
  for (const [key, at] of [
    ["ArrowRight", "5.1"],
    ["ArrowDown", "5.2"],
    ["ArrowLeft", "4.2"],
    ["ArrowUp", "4.1"],
    ["ArrowUp", "4.1"],
    ["Home", "1.1"],
    ["ArrowLeft", "1.1"],
    ["End", "6.1"],
    ["PageDown", "6.4"],
    ["Control+Home", "1.1"],
    ["Control+End", "6.4"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.locator("[data-at]")).toHaveAttribute("data-at", at);
  }
  // Coming back, the stop is where somebody was.
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(cell(page, 4, 6)).toBeFocused();
  await expect(cells(page).and(page.locator('[tabindex="0"]'))).toHaveCount(1);
});

test("letters and digits mark, Delete takes the mark away, and the name of the cell says it", async ({
  page,
}) => {
  await open(page);
  await cell(page, 2, 4).click();
  await named(page, "not marked");
  for (const [key, mark] of [
    ["p", "present"],
    ["l", "late"],
    ["e", "excused"],
    ["a", "absent"],
    ["1", "present"],
    ["4", "absent"],
    ["Delete", "not marked"],
  ] as const) {
    await page.keyboard.press(key);
    await named(page, mark);
  }
  // A press with the keyboard asks for more, one with the mouse does not.
  await page.keyboard.press("Enter");
  await named(page, "present");
  await expect(page).toHaveURL(/part=matrix/);
});

test("in Arabic the arrows go as one sees them", async ({ browser }) => {
  const context = await browser.newContext({ locale: "ar" });
  const page = await context.newPage();
  await open(page);
  await cell(page, 1, 4).focus();
  const x = async () => (await page.locator("#matrix tbody button:focus").boundingBox())!.x;
  const before = await x();
  await page.keyboard.press("ArrowLeft");
  await expect(cell(page, 1, 5)).toBeFocused();
  expect(await x()).toBeLessThan(before);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, 1, 3)).toBeFocused();
  await context.close();
});

test("heads name rows and columns, cells their hour, and rows are 32 px high", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("rowheader")).toHaveCount(5);
  await expect(page.getByRole("columnheader", { name: "M1" })).toHaveCount(2);
  await expect(cell(page, 1, 3)).toHaveAccessibleName(/Mon 23 Nov 09:00/);
  const heights = await page
    .locator("#matrix tbody tr")
    .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
  for (const height of heights) expect(height).toBeGreaterThanOrEqual(32);
  for (const height of heights) expect(height).toBeLessThanOrEqual(34);
});

/** What a mark looks like, without colour: how dark each of its points is. */
const look = (page: Page, row: number, column: number) =>
  cell(page, row, column).screenshot({ animations: "disabled" });

for (const [way, media] of [
  ["in forced colours", { forcedColors: "active" }],
  ["on paper", { media: "print" }],
  ["on a screen", {}],
] as const)
  test(`marks differ by their shape ${way}`, async ({ page }) => {
    await open(page);
    await page.emulateMedia(media);
    // Greys: nothing but lightness is left.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        "html { filter: grayscale(1) } [data-mark] { color: black !important; background: white !important }",
      );
      document.adoptedStyleSheets = [sheet];
    });
    const looks = await Promise.all([
      look(page, 1, 1),
      look(page, 1, 2),
      look(page, 1, 3),
      look(page, 2, 3),
      look(page, 1, 4),
      look(page, 3, 1),
    ]);
    expect(new Set(looks.map((picture) => picture.toString("base64"))).size).toBe(looks.length);
  });

test("the session due keeps a sign of its own in forced colours", async ({ page }) => {
  await open(page);
  await page.emulateMedia({ forcedColors: "active" });
  const edges = await page
    .locator("#matrix thead th[scope=col]:not([rowspan])")
    .evaluateAll((heads) => heads.map((head) => getComputedStyle(head).borderBottomWidth));
  expect(edges.filter((width) => width === "3px")).toHaveLength(1);
});

test("on paper nothing scrolls and nothing stands over the rows", async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: "print" });
  const paper = await page.locator(".matrix-scroll").evaluate((frame) => ({
    overflow: getComputedStyle(frame).overflow,
    head: getComputedStyle(frame.querySelector("thead")!).display,
    name: getComputedStyle(frame.querySelector("tbody th")!).position,
  }));
  expect(paper).toEqual({ overflow: "visible", head: "table-header-group", name: "static" });
});
