import { inHand, pageOf, phone } from "./support/pages";
import { fillIn, reach } from "./support/steps";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en;
const long = (letters: number) => `Ab${"wxyz".repeat(Math.ceil(letters / 4))}`.slice(0, letters);

test("a long name without a space widens no page of a phone", async ({ browser, world }) => {
  const name = long(137);
  const course = await world.course({
    country: "CD",
    from: "2027-02-22",
    to: "2027-02-26",
    admission: "first_come",
    kind: "user",
  });
  const visitor = await world.page("visitor", { viewport: phone });
  await visitor.goto(`/courses/${course.slug}/register`);
  await inHand(visitor);
  await visitor.getByLabel(w.register.name).first().fill(name);
  await visitor.getByLabel(w.register.phone).fill("0812345699");
  await fillIn(visitor.getByLabel(w.register.organisation), long(90));
  await (await reach(visitor.getByLabel(w.register.consent, { exact: true }))).check();
  await visitor.getByRole("button", { name: w.register.register, exact: true }).click();
  await expect(visitor).toHaveURL(/\/registrations\//);
  const coordinator = await pageOf(browser, "administrator", { viewport: phone });
  const list = `/desk/courses/${course.id}/registrations`;
  await coordinator.goto(list);
  // What opens beside the list, and the pages that its row leads to.
  const row = coordinator.getByRole("row").filter({ hasText: name });
  const beside = await row.getByRole("link", { name }).getAttribute("href");
  await row.locator("details.rowmenu > summary").click();
  const of = (part: string) => row.locator(`.rowmenu a[href*="${part}/"]`).first().getAttribute("href");
  const one = await of("registrations");
  const person = await of("people");
  const wide = (page: typeof visitor) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await wide(visitor), visitor.url()).toBeLessThanOrEqual(1);
  for (const path of [list, beside!, one!, person!, "/desk/people", `/desk/search?q=${name.slice(0, 20)}`]) {
    await coordinator.goto(path);
    expect(await wide(coordinator), path).toBeLessThanOrEqual(1);
  }
});
