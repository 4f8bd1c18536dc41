import { ask, expectAccessible, pageOf } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en;
const numberIn = (text: string | null) => Number(/\d+/.exec(text ?? "")?.[0] ?? Number.NaN);

test("what a tab and a heading say of certificates is how many are listed, also where somebody has two", async ({
  browser,
}) => {
  const { course } = ask<{ course: number }>(
    `SELECT r.course_id AS course FROM certificates c JOIN registrations r ON r.id = c.registration_id
     WHERE c.revoked_at IS NULL AND c.voided_at IS NULL GROUP BY r.id HAVING count(*) > 1 LIMIT 1`,
  );
  const page = await pageOf(browser, "otherCoordinator");
  await page.goto(`/desk/courses/${course}/certificates?view=issued`);
  const tab = page.getByRole("link", { name: new RegExp(`^${w.certificatePage.view.issued} \\d+`) });
  const rows = await page.locator("#issued tbody tr").count();
  expect(rows).toBeGreaterThan(1);
  expect(numberIn(await tab.textContent())).toBe(rows);
  expect(numberIn(await page.locator("#issued h2").textContent())).toBe(rows);
});

test("the stages of the register, with who is at none, add up to its people", async ({ browser }) => {
  for (const role of ["coordinator", "otherCoordinator"] as const) {
    const page = await pageOf(browser, role);
    await page.goto("/desk/trainers");
    await expect(page.getByText(w.registerWays.byStage)).toBeVisible();
    const parts = await page.locator(".register-stages-number").allTextContents();
    const people = numberIn(await page.getByText(/\d+ (person|people) on the way/).textContent());
    expect(parts.map(Number).reduce((sum, part) => sum + part, 0)).toBe(people);
    await expectAccessible(page);
  }
});
