import type { Page } from "@playwright/test";
import { ask, courseId, inHand, pageOf, password, phone } from "./support/pages";
import { withoutAnswer } from "./support/roll";
import { sampled, walk } from "./support/sampled";
import { fillIn, reach } from "./support/steps";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en;

test("a session that ends in the middle of a form loses nothing typed", async ({ world }) => {
  const page = await world.page("coordinator");
  await page.goto("/desk/people/new");
  await page.getByLabel(w.person.name).first().fill("Zeina Rahal");
  await page.getByLabel(w.person.organisation).fill("Mountain Honey Cooperative");
  const kept = await page.context().cookies();
  await page.context().clearCookies({ name: "cascade-session" });
  await page.getByRole("button", { name: w.people.add }).click();
  await expect(page.getByText(w.errors.signInNeeded)).toBeVisible();
  await expect(page.getByLabel(w.person.name).first()).toHaveValue("Zeina Rahal");
  const [second] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: w.form.signInInNewTab }).click(),
  ]);
  await second.getByLabel(w.signIn.identifier).fill(world.people.coordinator.email);
  await second.getByLabel(w.signIn.password).fill(password);
  await second.getByRole("button", { name: w.signIn.signIn, exact: true }).click();
  await expect(second.getByText(words.ar.signIn.goBackToForm)).toBeVisible();
  expect(kept.length).toBeGreaterThan(0);
  await page.getByRole("button", { name: w.people.add }).click();
  await expect(page).toHaveURL(/\/desk\/people\/\d+$/);
  await expect(page.getByText("Zeina Rahal").first()).toBeVisible();
});

test("a form that is sent without a connection says so and keeps what was typed", async ({ world }) => {
  const course = await world.course({ from: "2027-02-14", to: "2027-02-24" });
  const page = await world.page("visitor", { language: "ar", viewport: phone });
  const a = words.ar;
  await page.goto(`/courses/${course.slug}/register`);
  await inHand(page);
  await page.getByLabel(a.register.name).first().fill("سلمى نجار");
  await page.getByLabel(a.register.phone).fill("0791119876");
  await (await reach(page.getByLabel(a.register.consent, { exact: true }))).check();
  await page.context().setOffline(true);
  const button = page.getByRole("button", { name: a.register.apply, exact: true });
  await button.click();
  await expect(page.getByText(a.errors.noConnection)).toBeVisible();
  await expect(page.getByLabel(a.register.name).first()).toHaveValue("سلمى نجار");
  await page.context().setOffline(false);
  await button.click();
  await expect(page).toHaveURL(/\/registrations\//);
});

for (const answer of sampled(["none", "broken", "portal"] as const, 3))
  test(`a form whose request fails on its way though the device is online (${answer}) keeps what was typed`, async ({
    world,
  }) => {
    const page = await world.page("coordinator");
    await page.goto("/desk/people/new");
    const name = page.getByLabel(w.person.name).first();
    await name.fill("Zeina Rahal");
    await page.getByLabel(w.person.organisation).fill("Mountain Honey Cooperative");
    await withoutAnswer(page, answer);
    const button = page.getByRole("button", { name: w.people.add });
    await button.click();
    const said = page.getByRole("alert").filter({ hasText: w.errors.noAnswer });
    await expect(said).toBeInViewport();
    await expect(said).toBeFocused();
    await expect(name).toHaveValue("Zeina Rahal");
    await expect(page.getByLabel(w.person.organisation)).toHaveValue("Mountain Honey Cooperative");
    await page.context().unrouteAll();
    await button.click();
    await expect(page).toHaveURL(/\/desk\/people\/\d+$/);
    await expect(page.getByText("Zeina Rahal").first()).toBeVisible();
  });

test("a registration whose answer is lost is sent again and is one", async ({ world }) => {
  const course = await world.course({ from: "2027-02-14", to: "2027-02-24" });
  const page = await world.page("visitor", { viewport: phone });
  await page.goto(`/courses/${course.slug}/register`);
  await inHand(page);
  await page.getByLabel(w.register.name).first().fill("Salma Najjar");
  await page.getByLabel(w.register.phone).fill("0791119875");
  await (await reach(page.getByLabel(w.register.consent, { exact: true }))).check();
  const button = page.getByRole("button", { name: w.register.apply, exact: true });
  await page.context().route("**/*", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch({ maxRedirects: 0 });
    await route.abort();
  });
  await button.click();
  await expect(page.getByText(w.errors.noAnswer)).toBeVisible();
  await expect(page.getByLabel(w.register.name).first()).toHaveValue("Salma Najjar");
  await page.context().unrouteAll();
  await button.click();
  await expect(page).toHaveURL(/\/registrations\//);
  expect(ask<{ n: number }>("SELECT count(*) AS n FROM registrations WHERE course_id = ?", course.id).n).toBe(
    1,
  );
});

for (const javaScript of [true, false])
  test(`a form that somebody else overtook keeps what was typed and takes all else as it is now, ${javaScript ? "with" : "without"} JavaScript`, async ({
    world,
  }) => {
    const { id } = await world.course({ from: "2027-03-07", to: "2027-03-11", state: "draft" });
    const page = await world.page("coordinator", { javaScript });
    const other = await world.page("coordinator");
    const edit = `/desk/courses/${id}/edit`;
    const place = (of: Page, language: "en" | "fr") =>
      of.locator(`[name=${language === "en" ? "placeEn" : "placeFr"}]`);
    const question = (of: Page) => of.locator("[name='questions.0.label']");
    await page.goto(edit);
    await other.goto(edit);
    await inHand(other);
    if (javaScript) await inHand(page);
    await fillIn(place(other, "fr"), "Jérash");
    await (await reach(other.locator("[name='languages[]'][value=fr]"))).check();
    await fillIn(other.getByLabel(w.plan.capacity), "18");
    await other.getByLabel(w.plan.costs).fill("Lunch is free");
    await other.getByLabel(w.plan.minAttendance).fill("75");
    await other.getByLabel(w.plan.microTeaching).uncheck();
    if (!(await question(other).isVisible()))
      await other.getByRole("button", { name: w.rows.add }).first().click();
    await question(other).fill("Which cooperative?");
    await other.getByRole("button", { name: w.plan.save }).click();
    await expect(other).toHaveURL(/\/desk\/courses\/\d+\?done=plan$/);
    await fillIn(page.getByLabel(w.plan.capacity), "30");
    await fillIn(place(page, "en"), "Jerash");
    await (await reach(page.locator("[name='languages[]'][value=en]"))).check();
    await page.getByRole("button", { name: w.plan.save }).click();
    await expect(page.getByText(w.errors.stale)).toBeVisible();
    await expect(page.getByRole("alert").getByText(`${w.plan.capacity}: 18`)).toBeVisible();
    await expect(page.getByRole("alert").getByText(w.plan.costs)).toHaveCount(0);
    await expect(page.getByLabel(w.plan.capacity)).toHaveValue("30");
    await expect(place(page, "fr")).toHaveValue("Jérash");
    await expect(page.getByLabel(w.plan.minAttendance)).toHaveValue("75");
    await expect(page.getByLabel(w.plan.microTeaching)).not.toBeChecked();
    await expect(question(page)).toHaveValue("Which cooperative?");
    await page.getByRole("button", { name: w.plan.save }).click();
    await expect(page).toHaveURL(/\/desk\/courses\/\d+\?done=plan$/);
    const kept = ask<{
      place: string;
      costs: string;
      languages: string;
      capacity: number;
      attendance: number;
    }>(
      "SELECT capacity, place, costs, languages, min_attendance AS attendance FROM courses WHERE id = ?",
      id,
    );
    expect(kept).toMatchObject({ capacity: 30, attendance: 75 });
    expect(JSON.parse(kept.place)).toMatchObject({ en: "Jerash", fr: "Jérash" });
    expect(kept.costs).toContain("Lunch is free");
    expect(kept.languages).toContain("fr");
    expect(
      ask<{ count: number }>("SELECT count(*) AS count FROM course_questions WHERE course_id = ?", id).count,
    ).toBe(1);
  });

test("a wrong password and an unknown account get the same answer", async ({ world }) => {
  const page = await world.page("visitor");
  for (const identifier of [`nobody.${world.mark}@cascade.example`, world.people.coordinator.email]) {
    await page.goto("/sign-in");
    await page.getByLabel(w.signIn.identifier).fill(identifier);
    await page.getByLabel(w.signIn.password).fill("not the password");
    await page.getByRole("button", { name: w.signIn.signIn, exact: true }).click();
    await expect(page.getByText(w.errors.signInWrong)).toBeVisible();
    await expect(page.getByLabel(w.signIn.identifier)).toHaveValue(identifier);
    await expect(page.getByLabel(w.signIn.password)).toHaveValue("not the password");
  }
});

test("signing out everywhere ends the other session too", { tag: walk }, async ({ world }) => {
  const course = await world.course({ from: "2027-02-14", to: "2027-02-24", admission: "first_come" });
  const email = `leaver.${world.mark}@example.org`;
  const enter = async () => {
    const page = await world.page("visitor");
    await page.goto("/sign-in?back=/account");
    await page.getByLabel(w.signIn.identifier).fill(email);
    await page.getByLabel(w.signIn.password).fill("a long password");
    await page.getByRole("button", { name: w.signIn.signIn, exact: true }).click();
    await expect(page).toHaveURL(/^[^?]*\/account$/);
    return page;
  };
  const page = await world.page("visitor");
  await page.goto(`/courses/${course.slug}/register`);
  await inHand(page);
  await page.getByLabel(w.register.name).first().fill("Lea Vermeer");
  await page.getByLabel(w.register.email).fill(email);
  await (await reach(page.getByLabel(w.register.consent, { exact: true }))).check();
  await page.getByLabel(w.register.password).fill("a long password");
  await page.getByRole("button", { name: w.register.register, exact: true }).click();
  await expect(page).toHaveURL(/registrations/);
  const here = await enter();
  const there = await enter();
  await here.getByRole("button", { name: w.account.signOutElsewhere }).click();
  await expect(here.getByText(w.account.signedOutElsewhere)).toBeVisible();
  await there.goto("/account");
  await expect(there).toHaveURL(/\/sign-in\?/);
});

test("a forged key, another's course and a hostile address find nothing", async ({ browser }) => {
  const page = await pageOf(browser, "otherCoordinator");
  for (const address of [
    `/desk/courses/${courseId("tot-irbid-demo")}`,
    "/desk/courses/999999",
    "/desk/courses/1%20or%201=1",
    "/verify/%E0%A4%A",
    "/desk/people/0",
    "/registrations/AAAAAAAAAAAAAAAAAAAAAA",
  ]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
  }
});
