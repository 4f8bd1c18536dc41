import type { Locator, Page } from "@playwright/test";
import { courseId, desktop, expectAccessible, pageOf, phone } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const address = () => `/desk/cascade/${courseId("tot-tshikapa-2022")}`;

/** Who is in a list of trainers, one below the other, and how many workshops and trainings stand in it. */
const listed = async (list: Locator) => ({
  trainers: await list.locator(".cascade-trainer").count(),
  trainings: await list.locator(".cascade-node").count(),
  workshops: await list.locator(".cascade-held > li").count(),
});

/** What stands on the page as text, as paper or a screen shows it. */
const readable = (page: Page) =>
  page
    .locator(".cascade .cascade-held > li")
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);

/** Without the fold that newer browsers alone open on paper: the lists must be there by plain styles. */
async function expectPrinted(page: Page, workshops: number) {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 704, height: 1000 });
  expect(await readable(page)).toBe(workshops);
  expect(await page.locator(".cascade details > :not(summary)").count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

for (const [language, viewport] of [
  ["en", desktop],
  ["ar", phone],
] as const)
  test(`a drawn cascade is read as a nested list of generations, opened, and printed whole, in ${language} at ${viewport.width}`, async ({
    browser,
  }) => {
    const w = words[language].cascade;
    const page = await pageOf(browser, "otherCoordinator", { language, viewport });
    await page.goto(address());
    const tree = page.getByRole("region", { name: /./ }).filter({ has: page.locator(".cascade-trainers") });
    const first = tree.locator(".cascade-trainers").first();
    const all = await listed(first);
    // Three generations: trainers below a training that stands below a trainer, and again.
    expect(all.trainings).toBeGreaterThan(1);
    await expect(first.locator(".cascade-trainers .cascade-trainers .cascade-trainer").first()).toBeVisible();
    expect(all.workshops).toBeGreaterThan(3);
    await expectAccessible(page);

    // What is folded away opens by its summary, and axe finds nothing in it either.
    expect(await readable(page)).toBe(0);
    const fold = first.locator(".cascade-what > details").first();
    await fold.locator("summary").click();
    await expect(first.locator(".cascade-what").first().getByRole("listitem").first()).toBeVisible();
    await expectAccessible(page);
    const later = first.locator(".cascade-node > details").first();
    await later.locator("summary").click();
    await expect(first.locator(".cascade-later").first()).toBeHidden();
    await later.locator("summary").click();

    // Each trainer of the picture has a row in the table, and each training.
    await page.getByText(w.asTableOpen, { exact: true }).click();
    const rows = page.getByRole("table", { name: w.asTable }).locator("tbody tr");
    const waiting = await tree.locator(".cascade-names > li").count();
    await expect(rows).toHaveCount(1 + all.trainings + all.trainers + waiting);
    await expectAccessible(page);
    await expectPrinted(page, all.workshops);
    await page.context().close();
  });

test("a period counts the workshops that began in it, keeps what was typed, and goes on to the next generation", async ({
  browser,
}) => {
  const w = words.en.cascade;
  const page = await pageOf(browser, "otherCoordinator", {});
  await page.goto(address());
  const workshops = page.locator(".cascade-held > li");
  const all = await workshops.count();
  await page.getByLabel(w.periodDay.from, { exact: true }).fill("2023-02-01");
  await page.getByLabel(w.periodDay.to, { exact: true }).fill("2023-02-28");
  await page.getByRole("button", { name: w.periodShow }).click();
  await expect(page).toHaveURL(/from=.*to=/);
  await expect(workshops).not.toHaveCount(all);
  expect(await workshops.count()).toBeGreaterThan(0);
  await expect(page.locator(".cascade-words a").first()).toHaveAttribute("href", /from=2023-02-01/);

  await page.getByLabel(w.periodDay.to, { exact: true }).fill("2023-01-01");
  await page.getByRole("button", { name: w.periodShow }).click();
  await expect(page.getByText(words.en.errors.periodEndsBeforeStart)).toBeVisible();
  await expect(page.locator(".cascade")).toHaveCount(0);
  await expectAccessible(page);
  await page.context().close();
});
