import { type Browser, expect, type Page, test } from "@playwright/test";
import { inHand } from "./support/pages";

/** What comes and goes: panel, dialog, message with Undo, a form in steps. By keyboard, without colours, without scripts. */

type Options = Parameters<Browser["newContext"]>[0];
async function part(browser: Browser, address: string, options: Options = {}): Promise<Page> {
  const page = await (await browser.newContext({ locale: "en", ...options })).newPage();
  await page.goto(`/kit?part=${address}`);
  return page;
}

test("a panel takes the focus, goes through the list, and gives the focus back to its row", async ({
  browser,
}) => {
  const page = await part(browser, "panel", { viewport: { width: 1280, height: 800 } });
  const row = (i: number) => page.locator(`#row-${i}`);
  const panel = page.locator("aside.panel");
  await row(1).focus();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("heading")).toHaveText("Dina Rawashdeh");
  await expect(panel.getByRole("heading")).toBeFocused();
  // It stands beside the list, and covers nothing of it.
  const beside = (await panel.boundingBox())!;
  const list = (await page.locator(".beside-panel-list").boundingBox())!;
  expect(list.x + list.width).toBeLessThanOrEqual(beside.x);
  await panel.getByRole("link", { name: "Next" }).click();
  await expect(panel.getByRole("heading")).toContainText("Mustafa");
  await expect(panel.getByRole("heading")).toBeFocused();
  await expect(panel.getByRole("link", { name: "Next" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(row(2)).toBeFocused();
  await page.context().close();
});

test("a panel is a page of its own on a phone, mirrored in Arabic, and needs no scripts", async ({
  browser,
}) => {
  const page = await part(browser, "panel&show=0", {
    viewport: { width: 360, height: 740 },
    locale: "ar",
    javaScriptEnabled: false,
  });
  await expect(page.locator("aside.panel").getByRole("heading")).toBeVisible();
  await expect(page.locator("#row-0")).toBeHidden();
  await page.getByRole("link", { name: "إغلاق" }).click();
  await expect(page.locator("#row-0")).toBeVisible();
  await page.context().close();
});

test("a dialog asks, says what will happen, and gives the focus back", async ({ browser }) => {
  const page = await part(browser, "dialog");
  const trigger = page.locator("summary", { hasText: "End the course" });
  const dialog = page.getByRole("dialog", { name: "End the course?" });
  await expect(page.locator("dialog").first()).toBeHidden();
  await trigger.focus();
  // Until the scripts have come it opens in its place.
  await expect(async () => {
    await trigger.press("Enter");
    await expect(page.locator("dialog.dialog-modal")).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(dialog.getByRole("heading")).toBeFocused();
  await expect(dialog.getByRole("listitem")).toHaveCount(3);
  for (const button of ["Not now", "End the course"])
    await expect(dialog.getByRole("button", { name: button, exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog").first()).toBeHidden();
  await expect(trigger).toBeFocused();
  await trigger.press("Enter");
  await dialog.getByRole("button", { name: "Not now" }).click();
  await expect(page.locator("dialog").first()).toBeHidden();
  await page.context().close();
});

test("a dialog is a fold where there are no scripts", async ({ browser }) => {
  const page = await part(browser, "dialog", { javaScriptEnabled: false });
  await page.locator("summary", { hasText: "End the course" }).click();
  const dialog = page.locator("dialog").first();
  await expect(dialog.getByText("2 people become no-shows.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "End the course" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Not now" })).toHaveCount(0);
  await page.context().close();
});

test("a message is spoken, stays while it has the focus, and Ctrl Z undoes", async ({ browser }) => {
  const page = await part(browser, "toast");
  await page.clock.install();
  const toast = page.locator("[data-kit=toast]");
  const move = page.getByRole("button", { name: "Move the session" });
  await expect(async () => {
    await move.click();
    await expect(toast).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await page.clock.runFor(200);
  await expect(toast.getByRole("status")).toHaveText("Session moved to Thu 13:00");
  // What is typed has its own Ctrl Z.
  await page.getByLabel("A field").fill("abc");
  await page.keyboard.press("Control+z");
  await expect(toast.getByRole("status")).toHaveText("Session moved to Thu 13:00");
  await move.focus();
  await page.keyboard.press("Control+z");
  await page.clock.runFor(200);
  await expect(toast.getByRole("status")).toHaveText("Undone.");
  await toast.getByRole("button", { name: "Undo" }).focus();
  await page.clock.runFor(60_000);
  await expect(toast).toBeVisible();
  await move.focus();
  await page.clock.runFor(21_000);
  await expect(toast).toHaveCount(0);
  await page.context().close();
});

test("a message stays until the next one where somebody asked for no time limits", async ({ browser }) => {
  const page = await part(browser, "toast");
  await page.evaluate(() => localStorage.setItem("cascade-unhurried", "yes"));
  await page.clock.install();
  const toast = page.locator("[data-kit=toast]");
  await expect(async () => {
    await page.getByRole("button", { name: "Move the session" }).click();
    await expect(toast).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await page.clock.runFor(600_000);
  await expect(toast).toBeVisible();
  await page.getByRole("button", { name: "نقل الجلسة" }).click();
  await page.clock.runFor(200);
  await expect(toast).toHaveCount(1);
  await expect(toast.getByRole("status")).toContainText("نُقلت");
  await page.context().close();
});

test("what has the focus is never under a message, also in a window of a few lines", async ({ browser }) => {
  const page = await part(browser, "toast", { viewport: { width: 320, height: 256 } });
  const toast = page.locator("[data-kit=toast]");
  await expect(async () => {
    await page.getByRole("button", { name: "Move the session" }).click();
    await expect(toast).toBeVisible({ timeout: 3_000 });
  }).toPass();
  for (const button of await page.locator("main button:not([data-kit=toast] button), main input").all()) {
    await button.focus();
    const covered = await button.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      return there !== null && there.closest("[data-kit=toast]") !== null;
    });
    expect(covered).toBe(false);
  }
  await page.context().close();
});

test("a form in steps shows one of them, goes on by Enter, and its summary follows what is typed", async ({
  browser,
}) => {
  const page = await part(browser, "steps", { viewport: { width: 1280, height: 800 } });
  await inHand(page);
  const title = page.getByLabel("Title", { exact: true });
  const place = page.getByLabel("Place", { exact: true });
  await expect(place).toBeHidden();
  await title.fill("Think.Coop");
  await expect(page.locator(".steps-summary")).toContainText("Think.Coop");
  await expect(page.getByText(/^Draft kept \d\d:\d\d$/)).toBeVisible();
  await title.press("Enter");
  await expect(page.getByRole("heading", { name: "Days and place" })).toBeFocused();
  await expect(title).toBeHidden();
  await expect(page.locator("#what")).toContainText("Think.Coop");
  await expect(page.locator("[aria-current=step]")).toContainText("Days and place");
  await place.fill("Irbid");
  await page.goBack();
  await expect(title).toBeVisible();
  await page.goForward();
  await expect(place).toHaveValue("Irbid");
  await page.getByRole("button", { name: "Change What" }).click();
  await expect(title).toBeVisible();
  // Later ones say what they will ask, and are no way on.
  await expect(page.getByText("9 to 11 working days are needed")).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Think.Coop");
  await page.context().close();
});

test("a form in steps is one long form without scripts, and says how far one is on a phone", async ({
  browser,
}) => {
  const long = await part(browser, "steps", { javaScriptEnabled: false });
  for (const field of ["Title", "Place", "Places"])
    await expect(long.getByLabel(field, { exact: true })).toBeVisible();
  await expect(long.getByRole("button", { name: "Create the draft" })).toBeVisible();
  await long.context().close();
  const small = await part(browser, "steps", { viewport: { width: 360, height: 740 } });
  await expect(small.getByText("Step 1 of 3: What")).toBeVisible();
  await small.context().close();
});

for (const forcedColors of ["active", "none"] as const)
  test(`the step that is done and the one that is open differ without colours (forced: ${forcedColors})`, async ({
    browser,
  }) => {
    const page = await part(browser, "steps", { forcedColors, viewport: { width: 1280, height: 800 } });
    await inHand(page);
    await page.getByLabel("Title", { exact: true }).fill("Think.Coop");
    await page.getByRole("button", { name: "Continue to days and place" }).click();
    await expect(page.locator("[data-state=done] .step-mark svg")).toBeVisible();
    await expect(page.locator("[data-state=open] .step-mark")).toHaveText("2");
    await page.context().close();
  });

test("on paper there is every step and no button, no message, no bar of a panel", async ({ browser }) => {
  const page = await part(browser, "steps");
  await inHand(page);
  await page.emulateMedia({ media: "print" });
  for (const field of ["Title", "Place", "Places"])
    await expect(page.getByLabel(field, { exact: true })).toBeVisible();
  await expect(page.locator(".step-foot")).toBeHidden();
  await page.context().close();
});
