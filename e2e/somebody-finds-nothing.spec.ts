import { pageOf, phone } from "./support/pages";
import { sampled } from "./support/sampled";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const missing = ["/nothing-here", "/courses/nothing-here", "/registrations/nothing-here", "/%E0%A4%A"];

for (const language of sampled(["en", "fr", "ar"] as const, 3))
  test(`a page that is not there says so without scripts too: ${language}`, async ({ browser }) => {
    const w = words[language];
    const says = async (role: "visitor" | "coordinator", path: string) => {
      const page = await pageOf(browser, role, { language, viewport: phone, javaScript: false });
      const answer = await page.goto(path);
      expect(answer!.status(), path).toBe(404);
      await expect(page.getByRole("heading", { level: 1, name: w.error.notFoundTitle })).toBeVisible();
      await expect(page.getByText(w.error.notFound)).toBeVisible();
      await expect(page).toHaveTitle(`${w.error.notFoundTitle} · ${w.frame.name}`);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.getByRole("link", { name: w.error.toCourses })).toHaveAttribute("href", "/courses");
      await page.context().close();
    };
    for (const path of missing) await says("visitor", path);
    for (const path of [
      "/desk/courses/999999",
      "/desk/people/0x9",
      "/desk/courses/014",
      "/desk/nothing-here",
    ])
      await says("coordinator", path);
  });

test("a page that is not there becomes the whole page with scripts, and says it once", async ({
  browser,
}) => {
  const page = await pageOf(browser, "visitor", {});
  await page.goto("/courses/nothing-here");
  await expect(page.getByRole("banner")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
});

test("whoever is signed in keeps their places around a page that is not there", async ({ browser }) => {
  const page = await pageOf(browser, "coordinator", { viewport: phone });
  for (const path of ["/desk/nothing-here", "/my/nothing/here", "/account/nothing-here"]) {
    await page.goto(path);
    await expect(page.getByText(words.en.error.notFound), path).toBeVisible();
    await expect(page.locator(".desk-bar"), path).toBeVisible();
  }
});

test("a list that is asked for a page that is no text says that it begins anew", async ({ browser }) => {
  const page = await pageOf(browser, "coordinator", {});
  const answer = await page.goto("/desk/people?after=%E0%A4%A");
  expect(answer!.status()).toBe(200);
  await expect(page.getByText(words.en.list.otherPage)).toBeVisible();
});
