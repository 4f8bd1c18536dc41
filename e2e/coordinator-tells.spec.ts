import { ask, expectAccessible, inHand, phone } from "./support/pages";
import { reach } from "./support/steps";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const people = [
  { language: "en", name: "Carine Haddad", typed: "+961 70 333 111", digits: "96170333111" },
  { language: "ar", name: "رنا الحاج", typed: "+961 70 333 222", digits: "96170333222" },
] as const;

test("sees whom no mail reaches, opens the text, says that they know, and takes it back", async ({
  world,
}) => {
  const course = await world.course({
    kind: "user",
    country: "LB",
    from: "2027-02-01",
    to: "2027-02-05",
    tools: ["my-coop"],
    admission: "first_come",
  });
  for (const { language, name, typed } of people) {
    const w = words[language];
    const page = await world.page("visitor", { language, viewport: phone });
    await page.goto(`/courses/${course.slug}/register`);
    await inHand(page);
    await page.getByLabel(w.register.name).first().fill(name);
    await page.getByLabel(w.register.phone).fill(typed);
    await (await reach(page.getByLabel(w.register.consent, { exact: true }))).check();
    await page.getByRole("button", { name: w.register.register, exact: true }).click();
    await expect(page).toHaveURL(/\/registrations\/[\w-]{20,}$/);
    await page.close();
  }

  const w = words.en;
  const page = await world.page("coordinator");
  await page.goto("/today");
  await page.locator(`a[href="/desk/courses/${course.id}/tell"]`).click();
  await expect(page.getByRole("heading", { name: w.tell.title })).toBeVisible();
  const row = (name: string) => page.locator("tbody tr").filter({ hasText: name });
  for (const { name, digits } of people) {
    const token = ask<{ token: string }>(
      "SELECT token FROM registrations r JOIN persons p ON p.id = r.person_id WHERE p.name = ? AND r.course_id = ?",
      name,
      course.id,
    ).token;
    await row(name).locator("summary").click();
    await expect(row(name).getByText(`/registrations/${token}`)).toBeVisible();
    const link = await row(name).getByRole("link", { name: w.tell.whatsapp }).getAttribute("href");
    expect(link).toContain(`https://wa.me/${digits}?text=`);
    expect(decodeURIComponent(link!)).toContain(token);
  }
  await expect(row(people[1].name).locator("[lang=ar][dir=rtl]")).toContainText("لك مقعد في");
  await expectAccessible(page);

  // With nobody ticked it says so, and marks nobody.
  await page.getByRole("button", { name: w.tell.toldTicked }).click();
  await expect(page.getByText(w.errors.chooseNotices).first()).toBeVisible();
  for (const { name } of people) await row(name).locator('[name="noticeIds[]"]').check();
  await page.getByRole("button", { name: w.tell.toldTicked }).click();
  for (const { name } of people) await expect(row(name)).toHaveCount(0);
  // It says how many, with the way back, and one is still where one was.
  const here = page.getByRole("navigation", { name: w.workspace.tabs }).locator("[aria-current=page]");
  await expect(here).toContainText(w.tell.title);
  await page.getByRole("button", { name: w.timetable.undo, exact: true }).click();
  for (const { name } of people) await expect(row(name)).toHaveCount(1);
  for (const { name } of people) await row(name).locator('[name="noticeIds[]"]').check();
  await page.getByRole("button", { name: w.tell.toldTicked }).click();
  for (const { name } of people) await expect(row(name)).toHaveCount(0);

  await page.locator("summary").filter({ hasText: "Already told" }).click();
  const told = page.getByRole("listitem").filter({ hasText: people[0].name });
  await told.getByRole("button", { name: w.tell.undo }).click();
  await expect(row(people[0].name)).toHaveCount(1);
  await expect(row(people[1].name)).toHaveCount(0);
  await row(people[0].name).getByRole("button", { name: w.tell.told }).click();
  await expect(row(people[0].name)).toHaveCount(0);
});
