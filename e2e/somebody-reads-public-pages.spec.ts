import { ask, desktop, expectAccessible, phone } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en;

test("narrows the catalogue and widens it again, without JavaScript", async ({ world }) => {
  const course = await world.course({
    country: "LB",
    from: "2027-04-05",
    to: "2027-04-09",
    tools: ["my-coop"],
  });
  const page = await world.page("visitor", { viewport: desktop, javaScript: false });
  const row = page.locator(`a[href="/courses/${course.slug}"]`);
  await page.goto("/courses");
  await page.locator("summary").filter({ hasText: w.catalogue.country }).click();
  await page.getByRole("link", { name: "Jordan", exact: true }).click();
  await expect(page).toHaveURL(/country=JO/);
  await expect(row).toHaveCount(0);
  await page.getByRole("link", { name: w.list.takeAway.replace("{facet}", w.catalogue.country) }).click();
  await expect(row).toBeVisible();
  await page.locator("summary").filter({ hasText: w.catalogue.from }).click();
  await page.locator("[name=from]").fill("2027-05-01");
  await page
    .locator("form", { has: page.locator("[name=from]") })
    .getByRole("button")
    .click();
  await expect(page).toHaveURL(/from=2027-05-01/);
  await expect(row).toHaveCount(0);
});

test("finds the button of a course above all that is to read, on a phone", async ({ world }) => {
  const course = await world.course({ from: "2027-04-05", to: "2027-04-09", admission: "first_come" });
  const page = await world.page("visitor", { viewport: phone });
  await page.goto(`/courses/${course.slug}`);
  const button = page.getByRole("link", { name: w.course.register, exact: true });
  const [above, below] = await Promise.all([
    button.boundingBox(),
    page.getByRole("heading", { name: w.public.afterwards }).boundingBox(),
  ]);
  expect(above!.y).toBeLessThan(below!.y);
  expect(above!.y + above!.height).toBeLessThan(740);
  await expectAccessible(page);
});

test("reads of a certificate in its language and in their own, and of a wrong number what to do", async ({
  world,
}) => {
  const { serial } = ask<{ serial: string }>(
    "SELECT serial FROM certificates WHERE language = 'ar' AND revoked_at IS NULL AND valid_from IS NOT NULL AND expires_on IS NULL LIMIT 1",
  );
  const page = await world.page("visitor", { viewport: desktop, javaScript: false });
  await page.goto(`/verify/${serial}`);
  await expect(
    page.getByRole("heading", { level: 1, name: w.verify.answer.valid, exact: true }),
  ).toBeVisible();
  await expect(page.locator("[role=status] [lang=ar]")).toHaveText(words.ar.verify.answer.valid);
  await expect(page).toHaveTitle(new RegExp(`^${w.verify.answer.valid}`));

  await page.goto("/verify");
  await page.getByLabel(w.verify.serial).fill(serial.slice(1));
  await page.getByRole("button", { name: w.verify.check }).click();
  const field = page.getByLabel(w.verify.serial);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveValue(serial.slice(1));
  await expect(page.getByText(w.errors.serial_length)).toBeVisible();
  await field.fill(serial);
  await page.getByRole("button", { name: w.verify.check }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: w.verify.answer.valid, exact: true }),
  ).toBeVisible();
});

test("sees which public page they are on", async ({ world }) => {
  const page = await world.page("visitor", { viewport: desktop, javaScript: false });
  await page.goto("/verify");
  const menu = page.getByRole("navigation", { name: w.frame.main }).first();
  await expect(menu.locator("[aria-current=page]")).toHaveText(w.frame.verify);
});
