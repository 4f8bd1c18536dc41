import type { Locator } from "@playwright/test";
import { ask, askAll, desktop, expectAccessible, phone } from "./support/pages";
import { sampled } from "./support/sampled";
import { expect, test } from "./support/test";
import { words } from "./support/words";

/** What of a thing lies outside of another, to either side, in px. */
async function outside(thing: Locator, around: { from: number; to: number }): Promise<number> {
  const box = (await thing.boundingBox())!;
  return Math.max(0, around.from - box.x, box.x + box.width - around.to);
}

for (const language of sampled(["fr", "ar"] as const, 2))
  test(`every part of a course is in sight on a phone, without JavaScript too (${language})`, async ({
    world,
  }) => {
    const course = await world.course({ from: "2027-01-10", to: "2027-01-19", state: "running", places: 3 });
    for (const javaScript of [true, false]) {
      const page = await world.page("coordinator", { language, viewport: phone, javaScript });
      await page.goto(`/desk/courses/${course.id}`);
      const tabs = page.getByRole("navigation", { name: words[language].workspace.tabs }).getByRole("link");
      expect(await tabs.count()).toBeGreaterThanOrEqual(5);
      for (const tab of await tabs.all()) expect(await outside(tab, { from: 0, to: phone.width })).toBe(0);
      await page.goto("/desk/courses");
      const views = page.getByRole("navigation", { name: words[language].list.views }).getByRole("link");
      for (const view of await views.all()) expect(await outside(view, { from: 0, to: phone.width })).toBe(0);
    }
  });

test("one's own calendar says a course once a day, and no line begins with a dash", async ({ world }) => {
  const course = await world.course({ from: "2027-01-12", to: "2027-01-14", state: "running", places: 1 });
  const page = await world.page("trainer", { language: "ar", viewport: phone });
  await page.goto("/my/calendar?month=2027-01");
  const today = page.locator("main section").filter({ has: page.locator("#day-2027-01-12") });
  const sessions = askAll<{ id: number }>(
    "SELECT id FROM sessions WHERE course_id = ? AND day = '2027-01-12'",
    course.id,
  );
  expect(sessions.length).toBeGreaterThan(2);
  await expect(today.getByRole("link")).toHaveCount(sessions.length);
  await expect(today.getByText("تدريب المدرّبين")).toHaveCount(1);
  const title = await today.getByText("تدريب المدرّبين").textContent();
  expect(title).toMatch(/\u00a0– /);
  expect(title).not.toMatch(/ – /);
  await expectAccessible(page);
});

test("the head of a table stays, and covers nothing that has the focus", async ({ world }) => {
  await world.course({ from: "2027-01-10", to: "2027-01-19", state: "open", places: 25 });
  const page = await world.page("coordinator", { viewport: desktop });
  await page.goto("/desk/people");
  const table = page.locator("table.tbl");
  const rows = table.locator("tbody tr");
  expect(await rows.count()).toBeGreaterThan(24);
  const head = table.locator("thead th").first();
  await rows.last().getByRole("link").first().focus();
  await expect(head).toBeInViewport({ ratio: 1 });
  const { y, height } = (await head.boundingBox())!;
  expect(y).toBe(0);
  // Back up by the keyboard: each link that gets the focus comes out from under it.
  for (let at = 0; at < 40; at++) {
    await page.keyboard.press("Shift+Tab");
    const top = await page.evaluate(() => {
      const here = document.activeElement;
      return here?.closest(".tbl tbody") ? here.getBoundingClientRect().top : null;
    });
    if (top !== null) expect(top).toBeGreaterThanOrEqual(y + height - 1);
  }
});

test("the last day of the matrix is read whole, though not all of its columns are in sight", async ({
  world,
}) => {
  const course = await world.course({ from: "2027-01-10", to: "2027-01-19", state: "running", places: 3 });
  for (const language of ["en", "ar"] as const) {
    const page = await world.page("coordinator", { language, viewport: desktop });
    await page.goto(`/desk/courses/${course.id}/roll`);
    const name = (await page.locator("thead .matrix-name").boundingBox())!;
    const end = (await page.locator("thead .matrix-end").boundingBox())!;
    const room =
      language === "ar" ? { from: end.x + end.width, to: name.x } : { from: name.x + name.width, to: end.x };
    let read = 0;
    for (const day of await page.locator('thead th[scope="colgroup"]').all()) {
      const box = (await day.boundingBox())!;
      const seen = Math.min(box.x + box.width, room.to) - Math.max(box.x, room.from);
      const said = day.locator(".matrix-day");
      // As far as there is room for its words in what is seen of its columns.
      if (seen < (await said.boundingBox())!.width + 4) continue;
      read++;
      expect(await outside(said, room)).toBeLessThan(1);
    }
    expect(read).toBeGreaterThan(0);
    const cut = await page.locator('thead th[scope="colgroup"]').evaluateAll(
      (days, { from, to }) =>
        days.filter((day) => {
          const { left, right } = day.getBoundingClientRect();
          return right > from && left < to && (right > to + 1 || left < from - 1);
        }).length,
      room,
    );
    expect(cut).toBeGreaterThan(0);
  }
});

test("the page of somebody who applied has its forms folded, and a plan is found by its person's name", async ({
  world,
}) => {
  const w = words.en;
  const course = await world.course({ from: "2027-01-10", to: "2027-01-19", state: "running", places: 14 });
  const { personId, name } = ask<{ personId: number; name: string }>(
    "SELECT p.id AS personId, p.name FROM registrations r JOIN persons p ON p.id = r.person_id WHERE r.course_id = ? ORDER BY r.id LIMIT 1",
    course.id,
  );
  const page = await world.page("coordinator");
  await page.goto(`/desk/people/${personId}`);
  await expect(page.getByRole("heading", { name: w.person.roles })).toBeVisible();
  await expect(page.locator("main").getByRole("combobox")).toHaveCount(0);
  await page.locator("summary", { hasText: w.person.addRole }).click();
  await expect(page.getByLabel(w.person.role, { exact: true })).toBeVisible();
  await page.goto(`/desk/courses/${course.id}/plans`);
  const rows = page.locator(".plan-rows > li");
  await expect(rows).toHaveCount(14);
  await page.getByLabel(w.actionPlan.search).fill(name);
  await page.getByRole("button", { name: w.frame.find, exact: true }).click();
  await expect(page).toHaveURL(/[?&]q=/);
  await expect(rows).toHaveCount(1);
  // Written down for them, the search stays.
  await page.getByRole("link", { name: w.actionPlan.write }).click();
  await expect(page.getByLabel(w.actionPlan.search)).toHaveValue(name);
  await page.getByLabel(w.actionPlan.search).fill("Nobodyatall");
  await page.getByLabel(w.actionPlan.search).press("Enter");
  await expect(page.getByText(w.actionPlan.notFound)).toBeVisible();
});
