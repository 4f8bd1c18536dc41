import { ask } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en;

test("a venue that is added in another tab while a course is planned is chosen there, and nothing typed is lost", async ({
  world,
}) => {
  const name = `Annex ${world.mark}`;
  const page = await world.page("coordinator");
  await page.goto("/desk/courses/new");
  await page.locator("[name=programmeId]").selectOption(String(world.programme.id));
  await page.locator('[name="languages[]"][value=ar]').check();
  const goOn = (to: "tools" | "days") =>
    page.getByRole("button", { name: w.planSteps.go[to], exact: true }).click();
  await goOn("tools");
  await page.locator('.module-version:not([hidden]) [name="moduleIds[]"]').first().check();
  await goOn("days");
  await page.locator("[name=country]").selectOption("JO");
  await page.locator("[name=placeEn]").fill("Ajloun");
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: w.plan.addVenue }).click();
  const tab = await opened;
  await tab.locator("summary").filter({ hasText: w.settings.addVenue }).click();
  const form = tab.locator("form", { has: tab.locator("[name=place]") });
  await form.locator("[name=name]").fill(name);
  await form.locator("[name=country]").selectOption("JO");
  await form.locator("[name=place]").fill("Ajloun");
  await form.getByRole("button", { name: w.settings.addVenue }).click();
  await expect(tab.getByText(w.settings.venueAdded)).toBeVisible();
  await tab.close();
  // Browsers without a window do not say that somebody came back to a tab.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(page.getByRole("status").filter({ hasText: name })).toBeVisible();
  const { id } = ask<{ id: number }>("SELECT id FROM venues WHERE name = ?", name);
  await expect(page.locator("[name=venueId]")).toHaveValue(String(id));
  await expect(page.locator("[name=placeEn]")).toHaveValue("Ajloun");
});
