import { desktop, expectAccessible, pageOf } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en.sharing;
const shared = "Central Africa";
/** What it is called where it is named in a sentence. */
const called = "Cooperative development in Central Africa";

test("has another programme pay too, whose coordinator reads and finds no button, until it is taken away", async ({
  world,
  browser,
}) => {
  const course = await world.course({ from: "2027-01-10", to: "2027-01-12", places: 4, state: "running" });
  const address = `/desk/courses/${course.id}`;
  const page = await world.page("coordinator", { viewport: desktop });
  const other = await pageOf(browser, "otherCoordinator", { viewport: desktop });
  expect((await other.goto(address))?.status()).toBe(404);

  await page.goto(`${address}/sharing`);
  const form = page.getByRole("form", { name: w.add });
  const option = form.getByRole("option").filter({ hasText: shared });
  await form.getByLabel(w.programme).selectOption((await option.getAttribute("value"))!);
  await form.getByLabel(w.percent).fill("٣٠");
  await form.getByRole("button", { name: w.addNow }).click();
  await expect(
    page.getByRole("banner").or(page.getByRole("main")).getByText(`shared with ${called}`).first(),
  ).toBeVisible();
  await expectAccessible(page);
  const percents = page.getByRole("form", { name: w.percents });
  await percents.getByLabel(new RegExp(world.programme.name)).fill("80");
  await percents.getByRole("button", { name: w.save }).click();
  await expect(percents.getByText(/110/).first()).toBeVisible();

  for (const part of ["", "/registrations", "/certificates", "/roll", "/timetable", "/sharing"]) {
    expect((await other.goto(address + part))?.status(), part).toBe(200);
    const main = other.getByRole("main");
    await expect(main.getByText(world.programme.name).first()).toBeVisible();
    // The cells of the roll lead to a session, whose roll is read; an address of the calendar is one's own.
    if (part !== "/roll" && part !== "/timetable")
      await expect(main.locator("form:not([method=get]) button[type=submit]:visible"), part).toHaveCount(0);
    if (part === "/registrations") await expect(main).not.toContainText(/\+962|@/);
  }
  await expectAccessible(other);

  await page.locator("summary").filter({ hasText: shared }).click();
  await page.getByRole("button", { name: w.endNow }).click();
  await expect(page.getByText(`shared with ${called}`)).toHaveCount(0);
  expect((await other.goto(address))?.status()).toBe(404);
});
