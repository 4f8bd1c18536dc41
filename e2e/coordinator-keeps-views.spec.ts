import { desktop, expectAccessible, pageOf } from "./support/pages";
import { sampled } from "./support/sampled";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en;

for (const javaScript of sampled([false, true], 2))
  test(`saves a list as a view, renames it, deletes it and has it back, ${javaScript ? "with" : "without"} JavaScript`, async ({
    world,
  }) => {
    const page = await world.page("coordinator", { javaScript });
    await page.goto("/desk/courses?kind=tot");
    await page.getByText(w.views.save, { exact: true }).click();
    const name = page.getByLabel(w.views.name);
    if (javaScript) await expect(name).toBeFocused();
    // Far too long: said beside the field, and not lost.
    const long = "N".repeat(10_000);
    await name.fill(long);
    await page.getByRole("button", { name: w.views.saveNow }).click();
    await expect(page.getByText("60 characters").first()).toBeVisible();
    await expect(name).toHaveValue(long);
    await name.fill("Training of trainers, all of them");
    await name.press("Enter");
    const tab = page.getByRole("link", { name: "Training of trainers, all of them" });
    await expect(tab).toHaveAttribute("aria-current", "page");
    if (javaScript) await expectAccessible(page);

    await page.goto("/desk/courses");
    await tab.click();
    await expect(page).toHaveURL(/kind=tot/);
    await page.getByText(w.views.edit, { exact: true }).click();
    await page.getByLabel(w.views.name).fill("ToT");
    await page.getByRole("button", { name: w.views.rename }).click();
    const renamed = page.getByRole("link", { name: "ToT", exact: true });
    await expect(renamed).toBeVisible();
    const remove = page.getByRole("button", { name: w.views.delete });
    if (!(await remove.isVisible())) await page.getByText(w.views.edit, { exact: true }).click();
    await remove.click();
    await expect(page.getByText(/ToT.* is deleted/)).toBeVisible();
    await expect(renamed).toHaveCount(0);
    await page.getByRole("button", { name: w.views.undo }).click();
    await expect(renamed).toHaveAttribute("aria-current", "page");
  });

test("a filter that is no more and a page of another list are passed over, and that is said", async ({
  browser,
}) => {
  const page = await pageOf(browser, "coordinator", { viewport: desktop });
  await page.goto("/desk/courses?since=2020&tool=no-such-tool&kind=tot&before=people~a_1");
  await expect(page.getByText("since, tool")).toBeVisible();
  await expect(page.getByText(w.list.otherPage)).toBeVisible();
  await expect(page.getByRole("table")).toBeVisible();
  for (const list of ["people", "organisations"]) {
    await page.goto(`/desk/${list}?after=${encodeURIComponent("courses~open_2026-01-01_7")}`);
    await expect(page.getByText(w.list.otherPage)).toBeVisible();
  }
});

test("an organisation opens from the list, with who belongs to it", async ({ browser }) => {
  const page = await pageOf(browser, "coordinator", { viewport: desktop });
  await page.goto("/desk/organisations");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w.organisations.title);
  await expectAccessible(page);
  const first = page.getByRole("rowheader").first().getByRole("link");
  const name = (await first.textContent()) ?? "";
  await first.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByRole("table", { name: w.organisations.whoBelongs })).toBeVisible();
  await expectAccessible(page);
});
