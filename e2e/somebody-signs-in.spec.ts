import { pageOf } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en;
const button = w.signIn.withIssuer.replace("{name}", "Test identity");

test("signs in by OpenID Connect, as the account whose address the issuer has verified", async ({
  browser,
}) => {
  const page = await pageOf(browser, "visitor");
  await page.goto("/sign-in?back=/account");
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("link", { name: "coordinator@cascade.example" }).click();
  await page.waitForURL((url) => url.pathname === "/account");
  // In her own language, as after any other way in; and next-auth has made no session of its own.
  await expect(page.getByRole("link", { name: /سمر عبد الله/ })).toBeVisible();
  expect((await page.request.get("/api/auth/session")).status()).toBe(404);
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("next-auth.session-token");
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
