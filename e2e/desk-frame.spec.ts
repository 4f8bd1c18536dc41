import { courseId, desktop, openPage, pageOf, phone, stateOf } from "./support/pages";
import { walk } from "./support/sampled";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en;

test("a phone leads to every place: the first ones below, the others one tap further", async ({
  browser,
}) => {
  const page = await pageOf(browser, "coordinator", { viewport: phone });
  await page.goto("/today");
  const bar = page.getByRole("navigation", { name: w.deskFrame.bar });
  await expect(bar.getByRole("link")).toHaveText([
    w.frame.today,
    w.frame.desk,
    w.frame.people,
    w.deskFrame.trainers,
    w.deskFrame.more,
  ]);
  await expect(bar.locator("[aria-current=page]")).toHaveText(w.frame.today);
  await bar.getByRole("link", { name: w.deskFrame.more }).click();
  const main = page.getByRole("main");
  for (const place of ["programmes", "tools", "settings", "catalogue", "account"] as const)
    await expect(main.getByRole("link", { name: w.frame[place], exact: true })).toBeVisible();
  await expect(main.getByRole("button", { name: w.account.signOut })).toBeVisible();
  await main.getByRole("link", { name: w.frame.tools }).click();
  await expect(bar.locator("[aria-current=page]")).toHaveText(w.deskFrame.more);
  // The languages fold open, and Escape closes them where one was.
  await page.getByRole("banner").locator("summary").click();
  await expect(page.getByRole("button", { name: "العربية" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "العربية" })).toBeHidden();
});

test("the words below on a phone are apart, also where they are long", async ({ browser }) => {
  const page = await pageOf(browser, "coordinator", { viewport: { width: 320, height: 640 } });
  for (const language of ["fr", "ar"]) {
    await page.goto(`/today?lang=${language}`);
    const boxes = await page.locator(".desk-bar-link > span").evaluateAll((words) =>
      words
        .map((word) => word.getBoundingClientRect())
        .map(({ left, right }) => ({ left, right }))
        .sort((one, other) => one.left - other.left),
    );
    for (const [i, { right }] of boxes.slice(0, -1).entries())
      expect(boxes[i + 1]!.left - right, language).toBeGreaterThanOrEqual(6);
  }
});

test("what a trainer and a participant have below on a phone is theirs", async ({ browser }) => {
  for (const [role, places] of [
    ["trainer", [w.frame.today, w.frame.desk, w.deskFrame.workshop, w.frame.my, w.deskFrame.more]],
    ["participant", [w.frame.today, w.frame.my, w.frame.catalogue, w.frame.account]],
  ] as const) {
    const page = await pageOf(browser, role, { viewport: phone });
    await page.goto("/today");
    await expect(page.getByRole("navigation", { name: w.deskFrame.bar }).getByRole("link")).toHaveText([
      ...places,
    ]);
  }
});

test("search opens from the keyboard, its results are gone through by arrows, Escape gives the focus back", async ({
  browser,
}) => {
  const page = await pageOf(browser, "coordinator", { viewport: desktop });
  await page.goto("/desk/tools");
  const opener = page.getByRole("link", { name: w.deskFrame.search, exact: true });
  await expect(async () => {
    await opener.focus();
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("haddad");
  await expect(dialog.getByRole("status")).toContainText(/\d/);
  await page.keyboard.press("ArrowDown");
  await expect(dialog.locator(".finder-link").first()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(dialog.getByRole("searchbox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await page.keyboard.press("Control+k");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/desk\/(people|courses)\/\d+/);
});

test("without scripts the search is a page", async ({ browser }) => {
  const page = await openPage(browser, stateOf("coordinator"), { viewport: desktop, javaScript: false });
  await page.goto("/today");
  await page.getByRole("link", { name: w.deskFrame.search, exact: true }).click();
  await page.getByRole("searchbox").fill("haddad");
  await page.getByRole("button", { name: w.frame.find }).click();
  await expect(page.getByRole("heading", { name: w.search.people })).toBeVisible();
});

test("a working surface has the width, with the names of the places still to be heard", async ({
  browser,
}) => {
  const page = await pageOf(browser, "coordinator", { viewport: desktop });
  await page.goto("/desk/courses");
  const side = page.getByRole("banner");
  const width = async () => (await side.boundingBox())?.width ?? 0;
  expect(await width()).toBeGreaterThan(200);
  await page.getByRole("rowheader").getByRole("link").first().click();
  await page
    .getByRole("navigation", { name: w.workspace.tabs })
    .getByRole("link", { name: w.workspace.tab.timetable })
    .click();
  await expect.poll(width).toBeLessThan(80);
  await expect(side.getByRole("link", { name: w.frame.people, exact: true })).toBeVisible();
});

test("where one is shows in forced colours and in a low window nothing is covered", async ({ browser }) => {
  const context = await browser.newContext({
    storageState: stateOf("coordinator"),
    locale: "en",
    forcedColors: "active",
    viewport: desktop,
  });
  const page = await context.newPage();
  await page.goto("/desk/courses");
  const outlines = await page
    .locator(".desk-place")
    .evaluateAll((links) =>
      links.map((link) => [
        link.hasAttribute("aria-current"),
        getComputedStyle(link).outlineStyle === "solid",
      ]),
    );
  expect(outlines.length).toBeGreaterThan(5);
  expect(outlines.every(([current, outlined]) => current === outlined)).toBe(true);
  // In the page too, where a fill or a shadow says it otherwise: the part of a course, and the day of a timetable.
  await page.setViewportSize(phone);
  await page.goto(`/desk/courses/${courseId("tot-ramallah-demo")}/timetable`);
  const current = page.locator("main .tab[aria-current], main .tt-strip a[aria-current]");
  await expect(current).toHaveCount(2);
  for (const one of await current.all()) await expect(one).toHaveCSS("text-decoration-line", "underline");
  await page.setViewportSize({ width: 320, height: 256 });
  expect(await page.locator(".desk-bar").evaluate((bar) => getComputedStyle(bar).position)).toBe("static");
});

test("text twice as large leaves no page of the frame wider than a phone", { tag: walk }, async ({
  browser,
}) => {
  for (const language of ["en", "fr", "ar"] as const) {
    const page = await pageOf(browser, "coordinator", { viewport: phone, language });
    for (const path of ["/today", "/more", "/my", "/account", "/desk/search?q=haddad"]) {
      await page.goto(path);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(wider, `${path} in ${language}`).toBeLessThanOrEqual(1);
    }
  }
});
