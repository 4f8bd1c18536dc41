import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";

const parts = ["dots", "bars", "upright", "stats", "path", "timeline", "tools"] as const;

const opened = async (browser: Browser, part: (typeof parts)[number], options = {}) => {
  const context = await browser.newContext({
    locale: "en",
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  const page = await context.newPage();
  await page.goto(`/kit?part=${part}`);
  return page;
};

/** Colours of an element's pixels, by how often each comes. */
async function pixels(page: Page, element: Locator): Promise<Map<string, number>> {
  const png = (await element.screenshot()).toString("base64");
  const counted = await page.evaluate(async (data) => {
    // Decoded here: under the policy of the pages nothing is fetched from elsewhere, not even from itself.
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const drawing = canvas.getContext("2d")!;
    drawing.drawImage(image, 0, 0);
    const { data: rgba } = drawing.getImageData(0, 0, image.width, image.height);
    const counts: Record<string, number> = {};
    for (let at = 0; at < rgba.length; at += 4) {
      const colour = `${rgba[at]},${rgba[at + 1]},${rgba[at + 2]}`;
      counts[colour] = (counts[colour] ?? 0) + 1;
    }
    return counts;
  }, png);
  return new Map(Object.entries(counted));
}

/** How dark an element is on the whole, from 0 (white) to 1 (black). */
async function darkness(page: Page, element: Locator) {
  let [sum, all] = [0, 0];
  for (const [colour, count] of await pixels(page, element)) {
    const [r = 0, g = 0, b = 0] = colour.split(",").map(Number);
    sum += count * (1 - (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255);
    all += count;
  }
  return sum / all;
}

test("every picture says in a sentence what it shows, and its numbers stand in a table too", async ({
  browser,
}) => {
  const page = await opened(browser, "bars");
  await expect(page.getByRole("img", { name: "18 of 40, target 12" })).toBeVisible();
  const table = page.getByRole("table", { name: "People by sex" });
  await expect(table).toBeHidden();
  await page.getByText("As a table").focus();
  await page.keyboard.press("Enter");
  await expect(table).toBeVisible();
  await expect(table.getByRole("row", { name: "Not known 6" })).toBeVisible();
  await expect(table.getByRole("rowheader", { name: "Women" })).toBeVisible();
  await page.goto("/kit");
  const unnamed = await page
    .locator("main svg:not([aria-hidden])")
    .evaluateAll(
      (pictures) =>
        pictures.filter(
          (picture) =>
            !picture.closest('[aria-hidden="true"], [role="img"]') ||
            (picture.getAttribute("role") === "img" && !picture.getAttribute("aria-label")),
        ).length,
    );
  expect(unnamed).toBe(0);
  await page.context().close();
});

test("who is where on a path is heard and marked", async ({ browser }) => {
  const page = await opened(browser, "path");
  const path = page.getByRole("list", { name: "Life of the course" });
  await expect(path.locator("[aria-current=step]")).toContainText("Running (is here)");
  await expect(path.getByRole("listitem")).toHaveCount(5);
  await page.context().close();
});

test("a path lies on a desktop and stands on a phone", async ({ browser }) => {
  for (const [width, lies] of [
    [1280, true],
    [360, false],
  ] as const) {
    const page = await opened(browser, "path", { viewport: { width, height: 740 } });
    const [first, second] = await page
      .getByRole("list", { name: "Life of the course" })
      .getByRole("listitem")
      .evaluateAll((stages) => stages.map((stage) => stage.getBoundingClientRect()));
    expect(first!.top === second!.top, String(width)).toBe(lies);
    await page.context().close();
  }
});

test("time runs as one reads", async ({ browser }) => {
  for (const locale of ["en", "ar"]) {
    const page = await opened(browser, "path", { locale });
    const [first, second] = await page
      .locator(".path-of-stages")
      .first()
      .getByRole("listitem")
      .evaluateAll((stages) => stages.map((stage) => stage.getBoundingClientRect().left));
    expect(first! < second!, locale).toBe(locale === "en");
    await page.goto("/kit?part=bars");
    const bar = page.getByRole("img", { name: "18 of 40, target 12" });
    const sides = await bar.evaluate((svg) => {
      const [track, value] = [...svg.querySelectorAll("rect")].map((rect) => rect.getBoundingClientRect());
      return { left: value!.left - track!.left, right: track!.right - value!.right };
    });
    expect(sides.left < sides.right, locale).toBe(locale === "en");
    await page.goto("/kit?part=upright");
    const [early, late] = await page
      .locator(".upright-bars")
      .first()
      .locator("> div")
      .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().left));
    expect(early! < late!, locale).toBe(locale === "en");
    await page.context().close();
  }
});

test("without colours a dot, a part and a stage still say what they are", async ({ browser }) => {
  const page = await opened(browser, "bars");
  const parts = page.getByRole("img", { name: "56 women, 38 men, 6 not known" }).locator(":scope > rect");
  const [women, men, unknown] = [parts.nth(0), parts.nth(1), parts.nth(2)];
  const dark = [];
  for (const part of [women, men, unknown]) dark.push(await darkness(page, part));
  expect(dark[0]! - dark[1]!).toBeGreaterThan(0.2);
  expect(Math.abs(dark[1]! - dark[2]!)).toBeGreaterThan(0.02);
  // The edge of the paler part is darker than the part itself: it is there where two greys meet on a bad printer.
  expect((await pixels(page, men)).size).toBeGreaterThan(1);
  await page.context().close();
});

test("where the system chooses the colours, pictures are drawn in them and stay apart", async ({
  browser,
}) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await opened(browser, "bars", { forcedColors: "active", colorScheme });
    const bar = page.getByRole("img", { name: "18 of 40, target 12" });
    expect((await pixels(page, bar)).size, colorScheme).toBeGreaterThan(3);
    const fill = (selector: string) => bar.locator(selector).evaluate((rect) => getComputedStyle(rect).fill);
    expect(await fill(".drawn-chart")).not.toBe(await fill(".drawn-track"));
    expect(await fill(".drawn-goal")).not.toBe(await fill(".drawn-chart"));
    await page.goto("/kit?part=dots");
    const kinds = await page
      .getByRole("img", { name: /^17 accepted/ })
      .locator("circle")
      .evaluateAll((dots) => [
        ...new Set(
          dots.map((dot) => {
            const { fill, stroke, strokeWidth } = getComputedStyle(dot);
            return [fill, stroke, strokeWidth, dot.getAttribute("r")].join(" ");
          }),
        ),
      ]);
    expect(kinds.length, colorScheme).toBeGreaterThanOrEqual(5);
    await page.context().close();
  }
});

test("on paper pictures keep their fill, and a table that nobody opened is left out", async ({ browser }) => {
  const page = await opened(browser, "bars");
  await page.emulateMedia({ media: "print" });
  const bar = page.getByRole("img", { name: "18 of 40, target 12" });
  expect((await pixels(page, bar)).size).toBeGreaterThan(3);
  await expect(page.getByText("As a table")).toBeHidden();
  await page.context().close();
});

test("many people are fewer dots, one for several, and that is said", async ({ browser }) => {
  const page = await opened(browser, "dots");
  const many = page.getByRole("img", { name: "1 of 10000 came" });
  expect(await many.locator("circle").count()).toBeLessThanOrEqual(121);
  // Nobody vanishes: the one who came has a dot.
  expect(await many.locator(".dot-in").count()).toBe(1);
  await expect(page.getByText("One dot is 100 people")).toBeVisible();
  await page.context().close();
});

test("a number in a strip breaks between words only, however narrow the strip is", async ({ browser }) => {
  const page = await opened(browser, "stats");
  for (const width of ["44rem", "40rem"]) {
    const broken = await page.locator(".stat-strip-number").evaluateAll((numbers, inlineSize) => {
      const inLines = (word: Range) =>
        new Set([...word.getClientRects()].map(({ top }) => Math.round(top))).size;
      for (const number of numbers) number.closest<HTMLElement>(".stat-strip")!.style.inlineSize = inlineSize;
      return numbers.flatMap((number) => {
        const text = number.firstChild as Text;
        return [...text.data.matchAll(/[^\s]+/g)].flatMap(({ 0: said, index }) => {
          const word = new Range();
          word.setStart(text, index);
          word.setEnd(text, index + said.length);
          return inLines(word) > 1 ? said : [];
        });
      });
    }, width);
    expect(broken, width).toEqual([]);
  }
  await page.context().close();
});
