import { pageOf, password } from "./support/pages";
import { fillIn, reach } from "./support/steps";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en;

test("what was typed survives another language, and begins again where somebody wants it", async ({
  browser,
}) => {
  const page = await pageOf(browser, "administrator");
  await page.goto("/desk/programmes/new");
  // By their codes: each language has its own order.
  const box = (country: string) => page.locator(`[name="countries[]"][value=${country}]`);
  await expect(async () => {
    await page.locator("[name=code]").fill("Kept 1");
    await page.locator("[name=code]").fill("Kept");
    expect(await page.evaluate(() => localStorage.length)).toBe(1);
  }).toPass();
  await box("LB").check();
  await page.getByRole("button", { name: "Français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.getByText(words.fr.form.restored)).toBeVisible();
  await expect(page.locator("[name=code]")).toHaveValue("Kept");
  await expect(box("JO")).not.toBeChecked();
  await expect(box("LB")).toBeChecked();
  await page.getByRole("button", { name: words.fr.form.startAnew }).click();
  await expect(page.locator("[name=code]")).toHaveValue("");
  await expect(box("LB")).not.toBeChecked();
  await page.reload();
  await expect(page.locator("[name=code]")).toHaveValue("");
  await expect(page.getByText(words.fr.form.restored)).toHaveCount(0);
});

test("a registration keeps neither contact nor sensitive answers, and only for this tab", async ({
  browser,
}) => {
  const page = await pageOf(browser, "visitor");
  await page.goto("/courses/user-tshikapa-demo/register");
  await expect(async () => {
    await page.getByLabel(w.register.name).first().fill("Typed once");
    await page.getByLabel(w.register.name).first().fill("Typed");
    expect(await page.evaluate(() => sessionStorage.length)).toBe(1);
  }).toPass();
  await page.getByLabel(w.register.phone).fill("0812345698");
  await (await reach(page.locator("[name=sex]"))).selectOption("woman");
  await page.locator("[name=birthYear]").fill("1990");
  await page.locator("[name=needs]").fill("A secret");
  await page.locator("[name='needed[]']").first().check();
  await fillIn(page.getByLabel(w.register.password), "a secret too");
  const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  expect(kept).toContain("Typed");
  for (const secret of ["0812345698", "woman", "1990", "secret", w.public.need.stepFree])
    expect(kept).not.toContain(secret);
  await page.reload();
  await expect(page.getByText(w.form.restored)).toBeVisible();
  await expect(page.getByLabel(w.register.name).first()).toHaveValue("Typed");
  await expect(page.getByLabel(w.register.phone)).toHaveValue("");
});

test("signing out forgets what was typed", async ({ browser }) => {
  const page = await pageOf(browser, "visitor");
  await page.goto("/sign-in?back=/desk/people/new");
  await page.getByLabel(w.signIn.identifier).fill("coordinator@cascade.example");
  await page.getByLabel(w.signIn.password).fill(password);
  await page.getByRole("button", { name: w.signIn.signIn, exact: true }).click();
  await expect(async () => {
    await page.locator("[name=name]").first().fill("Somebody typed");
    await page.locator("[name=name]").first().fill("Somebody");
    expect(await page.evaluate(() => localStorage.length)).toBe(1);
  }).toPass();
  await page.goto("/account");
  await page.locator("main").getByRole("button", { name: words.ar.account.signOut, exact: true }).click();
  await page.getByRole("button", { name: words.ar.signOut.allTheSame, exact: true }).click();
  await expect(page).toHaveURL(/\/$/);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});
