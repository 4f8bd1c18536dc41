import { expect, test } from "@playwright/test";
import { words } from "./support/words";
import { ask, courseId, expectAccessible, pageOf, phone } from "./support/world";

test("takes the roll of 40 people with one thumb, in Arabic on a phone", async ({ browser }) => {
  const w = words.ar;
  const page = await pageOf(browser, "trainer", { language: "ar", viewport: phone });
  const course = courseId("tot-ramallah-demo");
  const { id } = ask<{ id: number }>(
    "SELECT id FROM sessions WHERE course_id = ? AND day = '2027-01-12' ORDER BY start_instant LIMIT 1",
    course,
  );
  await page.goto("/today");
  await page.locator(`a[href="/desk/courses/${course}/roll/${id}"]`).first().click();
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "0").replace("{total}", "40")),
  ).toBeVisible();
  const entries = () => ask<{ n: number }>("SELECT count(*) AS n FROM attendance WHERE session_id = ?", id).n;
  const people = page.getByRole("listitem").filter({ has: page.getByRole("radiogroup") });
  await expect(people).toHaveCount(40);

  // One tap each, saved at once.
  const saved = page.getByRole("status").filter({ hasText: w.roll.savedAt.replace("{time}", "").trim() });
  await people.nth(0).getByText(w.roll.state.present, { exact: true }).click();
  await expect(saved).toBeVisible();
  await expect.poll(entries).toBe(1);
  await people.nth(1).getByText(w.roll.state.late, { exact: true }).click();
  await people.nth(1).getByLabel(w.roll.late).fill("20");
  await people.nth(1).getByLabel(w.roll.late).blur();
  await expect
    .poll(
      () =>
        ask<{ m: number }>(
          "SELECT s.minutes - a.minutes AS m FROM attendance a JOIN sessions s ON s.id = a.session_id WHERE session_id = ? AND state = 'late'",
          id,
        )?.m,
    )
    .toBe(20);

  // Undone within ten seconds.
  await people.nth(2).getByText(w.roll.state.absent, { exact: true }).click();
  await expect.poll(entries).toBe(3);
  await page.getByRole("button", { name: w.roll.undo }).click();
  await expect.poll(entries).toBe(2);
  await expectAccessible(page);

  await page.getByRole("button", { name: w.roll.restPresent.replace("{count}", "38") }).click();
  await expect.poll(entries).toBe(40);
  await page.reload();
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "40").replace("{total}", "40")),
  ).toBeVisible();
  await expect(page.getByText("رامي حداد").filter({ visible: true }).first()).toBeVisible();
  // Each target is at least 44 px high.
  const box = await people.nth(5).getByText(w.roll.state.excused, { exact: true }).boundingBox();
  expect(box!.height).toBeGreaterThanOrEqual(44);
});

test("is told when a mark was not saved, and nothing pretends that it was", async ({ browser }) => {
  const w = words.en;
  const page = await pageOf(browser, "trainer", { viewport: phone });
  const { id } = ask<{ id: number }>(
    "SELECT id FROM sessions WHERE course_id = ? ORDER BY start_instant DESC LIMIT 1",
    courseId("tot-ramallah-demo"),
  );
  await page.goto(`/desk/courses/${courseId("tot-ramallah-demo")}/roll/${id}`);
  await page.context().setOffline(true);
  const person = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("radiogroup") })
    .first();
  await person.getByText(w.roll.state.present, { exact: true }).click();
  await expect(page.getByText(w.roll.notSaved)).toBeVisible();
  await expect(person.locator("input[value=present]")).not.toBeChecked();
});

test("takes the roll without JavaScript", async ({ browser }) => {
  const w = words.en;
  const page = await pageOf(browser, "trainer", { viewport: phone, javaScript: false });
  const { id } = ask<{ id: number }>(
    "SELECT id FROM sessions WHERE course_id = ? ORDER BY start_instant DESC LIMIT 1 OFFSET 1",
    courseId("tot-ramallah-demo"),
  );
  await page.goto(`/desk/courses/${courseId("tot-ramallah-demo")}/roll/${id}`);
  await page.getByRole("link", { name: w.roll.showEveryone.replace("{count}", "40") }).click();
  await expect(page.getByRole("radiogroup")).toHaveCount(40);
  const person = page.getByRole("radiogroup").nth(33);
  await person.getByText(w.roll.state.excused, { exact: true }).click();
  await page.getByRole("button", { name: w.roll.save }).click();
  // The session is still to come: a reason is asked for beside its field, and the mark is kept meanwhile.
  const reason = page.getByLabel(w.roll.reason.early);
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await expect(person.locator("input[value=excused]")).toBeChecked();
  await reason.fill("Held a day earlier");
  await page.getByRole("button", { name: w.roll.save }).click();
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "1").replace("{total}", "40")),
  ).toBeVisible();
  await expect(person.locator("input[value=excused]")).toBeChecked();
});

test("shows somebody who got a place meanwhile with the next tap", async ({ browser }) => {
  const w = words.en;
  const course = courseId("tot-ramallah-demo");
  const coordinator = await pageOf(browser, "coordinator");
  const places = () =>
    ask<{ n: number }>(
      "SELECT count(*) AS n FROM registrations WHERE course_id = ? AND state = 'accepted'",
      course,
    ).n;
  const decide = async (from: string, decision: string, then: number) => {
    await coordinator.goto(`/desk/courses/${course}/registrations?state=${from}`);
    await coordinator.locator("[name=registrationIds]").first().check();
    await coordinator.getByRole("button", { name: decision, exact: true }).click();
    await expect.poll(places).toBe(then);
  };
  const { id } = ask<{ id: number }>(
    "SELECT id FROM sessions WHERE course_id = ? ORDER BY start_instant DESC LIMIT 1",
    course,
  );
  await decide("accepted", w.registrations.decide.waiting, 39);
  const page = await pageOf(browser, "trainer", { viewport: phone });
  await page.goto(`/desk/courses/${course}/roll/${id}`);
  await expect(page.getByRole("radiogroup")).toHaveCount(39);
  await decide("waiting", w.registrations.decide.accepted, 40);
  // Before the session's day nothing is saved until it was said why, once.
  const fifth = page.getByRole("radiogroup").nth(4);
  await fifth.getByText(w.roll.state.present, { exact: true }).click();
  await expect(page.locator("#roll-reason-error")).toBeVisible();
  await expect(fifth.locator("input[value=present]")).not.toBeChecked();
  await page.getByLabel(w.roll.reason.early).fill("Held a day earlier");
  await fifth.getByText(w.roll.state.present, { exact: true }).click();
  await expect(page.getByText("Held a day earlier")).toBeVisible();
  await expect(page.getByLabel(w.roll.reason.early)).toHaveCount(0);
  await expect(page.getByRole("radiogroup")).toHaveCount(40);
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "1").replace("{total}", "40")),
  ).toBeVisible();
});
