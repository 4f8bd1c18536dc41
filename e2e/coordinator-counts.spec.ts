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

test("each stage of the register leads to as many people as its number says, whatever it is narrowed to besides", async ({
  browser,
}) => {
  const page = await pageOf(browser, "otherCoordinator");
  const ofPage = 50;
  for (const query of ["", "?tool=think-coop"]) {
    await page.goto(`/desk/trainers${query}`);
    await expect(page.locator(".register-stages")).toBeVisible();
    const stages = await page
      .locator(".register-stages a")
      .evaluateAll((links) =>
        links.map(
          (link) =>
            [
              link.getAttribute("href")!,
              Number(link.querySelector(".register-stages-number")!.textContent),
            ] as const,
        ),
      );
    expect(stages.length).toBeGreaterThan(0);
    for (const [href, people] of stages) {
      await page.goto(href);
      await expect(page.locator(".trainers .tbl-name")).toHaveCount(Math.min(people, ofPage));
    }
  }
  await expectAccessible(page);
});
