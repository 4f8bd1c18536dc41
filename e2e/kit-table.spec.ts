import { expect, type Page, test } from "@playwright/test";

const open = async (page: Page, part: string) => {
  await page.goto(`/kit?part=${part}`);
  await page.waitForFunction(() => document.readyState === "complete");
};

test.describe("a table", () => {
  test("has a caption, heads and rows with names, and says how it is sorted", async ({ page }) => {
    await open(page, "table");
    const table = page.getByRole("table", { name: "Courses by state" });
    await expect(table.getByRole("columnheader", { name: /^Course/ })).toHaveAttribute(
      "aria-sort",
      "ascending",
    );
    await expect(table.getByRole("columnheader", { name: /^Dates/ })).toHaveAttribute("aria-sort", "none");
    await expect(table.getByRole("rowheader", { name: /^Ramallah/ })).toBeVisible();
    // The state of a group stands above it once.
    await expect(table.getByText("Running")).toHaveCount(1);
  });

  test("opens the menu of a row with the keyboard; Escape closes it and gives the focus back", async ({
    page,
  }) => {
    await open(page, "table");
    const menu = page.locator("details.rowmenu").first();
    const summary = menu.locator("summary");
    await expect(async () => {
      await summary.focus();
      await page.keyboard.press("Enter");
      await expect(menu).toHaveAttribute("open", "", { timeout: 2_000 });
    }).toPass();
    await page.keyboard.press("Tab");
    await expect(menu.getByRole("link", { name: "Public page" })).toBeFocused();
    // What is dangerous is last.
    await expect(menu.getByRole("link").last()).toHaveText("Cancel the course…");
    await page.keyboard.press("Escape");
    await expect(menu).not.toHaveAttribute("open", "");
    await expect(summary).toBeFocused();
    await summary.click();
    await page.locator("h1").click();
    await expect(menu).not.toHaveAttribute("open", "");
  });

  test("becomes rows on a phone, with what sorts it and the name of what says nothing itself", async ({
    browser,
  }) => {
    for (const locale of ["en", "ar"]) {
      const context = await browser.newContext({ locale, viewport: { width: 320, height: 640 } });
      const page = await context.newPage();
      await open(page, "table");
      await expect(page.locator(".tbl-sort").first()).toBeVisible();
      const row = page.getByRole("row").filter({ hasText: "Ramallah" });
      const name = (await row.locator(".tbl-name").boundingBox())!;
      const fact = (await row.locator(".tbl-fact").first().boundingBox())!;
      expect(fact.y).toBeGreaterThan(name.y);
      await expect(row.locator(".tbl-label").first()).toBeVisible();
      await context.close();
    }
  });

  test("prints its rows without menus", async ({ page }) => {
    await open(page, "table");
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".rowmenu").first()).toBeHidden();
    await expect(page.getByRole("rowheader", { name: /^Ramallah/ })).toBeVisible();
  });

  test("shows which row is open where colours are the reader's own", async ({ browser }) => {
    const context = await browser.newContext({ forcedColors: "active" });
    const page = await context.newPage();
    await open(page, "table");
    const edge = (row: string) =>
      page.locator(row).evaluate((cell) => getComputedStyle(cell).borderInlineStartWidth);
    expect(await edge("tr[aria-current] > :first-child")).toBe("4px");
    expect(await edge("tr:not([aria-current]) > .tbl-name >> nth=0")).toBe("0px");
    await context.close();
  });
});

test.describe("facets", () => {
  test("say what is chosen, and take it away", async ({ page }) => {
    await open(page, "facets");
    const chosen = page.locator(".facet-on");
    await expect(chosen).toContainText("Start.Coop");
    await chosen.locator("summary").click();
    await expect(page.getByRole("link", { name: /Think\.Coop 4/ })).toHaveAttribute("href", /tool=1/);
    await expect(page.getByRole("link", { name: "Remove the filter Tool" })).toHaveAttribute(
      "href",
      "/kit?part=facets",
    );
    // What offers nothing is not there.
    await expect(page.getByText("Language", { exact: true })).toHaveCount(0);
  });

  test("work without JavaScript, and the search keeps what is chosen", async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/kit?part=facets");
    await page.locator(".facet summary").last().click();
    await expect(page.getByRole("link", { name: /Jordan/ })).toBeVisible();
    await page.getByRole("searchbox").fill("irbid");
    await page.getByRole("searchbox").press("Enter");
    await expect(page).toHaveURL(/tool=2.*q=irbid/);
    await context.close();
  });
});

test.describe("what is ticked", () => {
  test("counts, and all of the page or of all pages at once; clearing takes the bar away", async ({
    page,
  }) => {
    await open(page, "bulk");
    const all = page.getByRole("checkbox", { name: "Select all 24 on this page" });
    const bar = page.getByRole("region", { name: "With those selected" });
    await expect(bar).toBeHidden();
    await page.getByRole("checkbox", { name: "Select person 3", exact: true }).check();
    await expect(bar.getByText("1 selected")).toBeVisible();
    expect(await all.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
    await all.check();
    await expect(bar.getByRole("button", { name: "Accept 24 people" })).toBeVisible();
    await bar.getByRole("button", { name: "Select all 60 that match" }).click();
    await expect(bar.getByRole("button", { name: "Accept 60 people" })).toBeVisible();
    await bar.getByRole("button", { name: "Clear" }).click();
    await expect(bar).toBeHidden();
    await expect(all).not.toBeChecked();
  });

  for (const [width, height] of [
    [1280, 800],
    [360, 740],
    [320, 256],
  ] as const)
    test(`never covers what has the focus, at ${width} × ${height}`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width, height } });
      const page = await context.newPage();
      await open(page, "bulk");
      await page.getByRole("checkbox", { name: "Select person 1", exact: true }).check();
      const bar = page.locator(".bulk");
      await expect(bar).toBeVisible();
      // One line, also at four times the size, where it is not stuck.
      expect((await bar.boundingBox())!.height).toBeLessThan(72);
      expect(await bar.evaluate((element) => getComputedStyle(element).position)).toBe(
        height < 480 ? "relative" : "sticky",
      );
      const hidden: string[] = [];
      for (let stop = 0; stop < 46; stop++) {
        await page.keyboard.press("Tab");
        const covered = await page.evaluate(() => {
          const here = document.activeElement as HTMLElement;
          const { left, top, width, height } = here.getBoundingClientRect();
          const seen = document.elementFromPoint(left + width / 2, top + height / 2);
          return seen && (here.contains(seen) || seen.contains(here) || seen.closest("label")?.contains(here))
            ? null
            : here.outerHTML.slice(0, 120);
        });
        if (covered) hidden.push(covered);
      }
      expect(hidden).toEqual([]);
      await context.close();
    });
});
