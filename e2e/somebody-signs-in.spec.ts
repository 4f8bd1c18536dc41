import { pageOf } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en;
const button = w.signIn.withIssuer.replace("{name}", "Test identity");

test("signs in by OpenID Connect, as the account whose address the issuer has verified", async ({
  browser,
}) => {
  const page = await pageOf(browser, "visitor");
  await page.goto("/sign-in");
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("link", { name: "coordinator@cascade.example" }).click();
  await page.waitForURL((url) => url.pathname === "/today");
  await expect(page.getByRole("link", { name: /Samar Abdallah/ })).toBeVisible();
});

test("gets no account from an issuer who vouches for a stranger", async ({ browser }) => {
  const page = await pageOf(browser, "visitor");
  await page.goto("/sign-in");
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("link", { name: "stranger@example.org" }).click();
  await expect(page.getByText(w.signIn.noAccount)).toBeVisible();
  await page.goto("/today");
  await expect(page).toHaveURL(/\/sign-in/);
});
