import { ask, expectAccessible, inHand, phone } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.ar;

test("enters scores on a phone: a fault is in view, and leaving loses nothing", async ({ world }) => {
  const own = world.workshop({ audience: "scores", people: 40 }).id;
  const page = await world.page("trainer", { language: "ar", viewport: phone });
  await page.goto(`/desk/courses/${own}/tests`);
  await inHand(page);
  const scores = page.locator('input[name$=".post_test"]:not([type=hidden])');
  const name = (await page.locator("#score-30 bdi").first().textContent())!;
  const next = page.getByRole("button", { name: w.tests.saveAndNext });
  // One person at a time: whom one looks for is in sight, and nobody else.
  await page.getByLabel(w.tests.findPerson).fill(name);
  await page.getByRole("button", { name }).first().click();
  await expect(scores.nth(30)).toBeInViewport();
  await expect(scores.nth(0)).toBeHidden();
  await expectAccessible(page);
  await scores.nth(30).fill("150");
  await next.click();
  await expect(page.locator("form [role=alert]")).toBeInViewport();
  await page.locator("form [role=alert]").getByRole("link").first().click();
  await expect(scores.nth(30)).toBeFocused();
  await expect(scores.nth(30)).toBeInViewport();
  await scores.nth(30).fill("81");
  await page.goto("/today");
  await page.goto(`/desk/courses/${own}/tests`);
  await expect(scores.nth(30)).toHaveValue("81");
  await expect(page.getByText(w.form.restored)).toBeVisible();
  await page.getByLabel(w.tests.findPerson).fill(name);
  await page.getByRole("button", { name }).first().click();
  await next.click();
  // It is saved while the next one has the focus already.
  await expect(page.locator("#score-31 input:not([type=hidden])").first()).toBeFocused();
  await expect(page.locator("form [aria-live]")).toHaveText(new RegExp(name));
  await expect(page.locator("#score-31 input:not([type=hidden])").first()).toBeFocused();
  const whose = page.locator('[name="scores.30.registrationId"]');
  expect(
    ask<{ score: number }>(
      "SELECT score FROM assessments WHERE kind = 'post_test' AND registration_id = ?",
      await whose.inputValue(),
    ).score,
  ).toBe(81);
});

test("scores that no network took are sent with the next ones, and by themselves once there is one", async ({
  world,
}) => {
  const own = world.workshop({ audience: "scores offline", people: 3 }).id;
  const page = await world.page("trainer", { language: "ar", viewport: phone });
  await page.goto(`/desk/courses/${own}/tests`);
  await inHand(page);
  const scores = page.locator('input[name$=".post_test"]:not([type=hidden])');
  const next = page.getByRole("button", { name: w.tests.saveAndNext });
  const said = page.locator("form [aria-live]");
  const kept = () =>
    ask<{ count: number }>(
      "SELECT count(*) AS count FROM assessments AS a JOIN registrations AS r ON r.id = a.registration_id WHERE r.course_id = ?",
      own,
    ).count;
  await page.context().setOffline(true);
  await scores.nth(0).fill("81");
  await next.click();
  await expect(said.getByRole("alert")).toBeVisible();
  await page.context().setOffline(false);
  await expect(said.getByRole("alert")).toBeHidden();
  await expect.poll(kept).toBe(1);
  // A network that takes nothing without the browser knowing.
  await page.route("**/tests", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await scores.nth(1).fill("82");
  await next.click();
  await expect(page.locator("form [role=alert]")).toBeVisible();
  await page.unroute("**/tests");
  await page.getByRole("button", { name: w.tests.saveOne, exact: true }).click();
  await expect.poll(kept).toBe(2);
  await expect(page.locator("form [role=alert]")).toBeHidden();
});
