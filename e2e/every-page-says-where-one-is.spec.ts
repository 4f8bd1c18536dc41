import { type Page, test as plain } from "@playwright/test";
import { desktop, inHand, openPage, pageOf, phone, type Role, roles, stateOf } from "./support/pages";
import { routes } from "./support/routes";
import { sampled } from "./support/sampled";
import { expect, test } from "./support/test";
import { words } from "./support/words";

/** The pages, with who is asked to look at each: whoever sees most of it. */
const order: Role[] = ["coordinator", "trainer", "administrator", "participant", "visitor"];
const all = Object.entries(routes).filter(([route]) => !route.startsWith("/api/") && route !== "/kit");
const lookers = all.map(([route, { row, at }]) => ({
  route,
  at: at?.() ?? route,
  role: order.find((role) => row[Object.keys(roles).indexOf(role)] === "ok") ?? "coordinator",
}));

/** What has the focus, in a word, and whether it is anywhere at all. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const now = document.activeElement;
    return !now || now === document.body ? "nowhere" : `${now.tagName} ${now.textContent?.slice(0, 60)}`;
  });

plain(
  "each page has a title of its own and one heading, and the way past the frame comes first",
  async ({ browser }) => {
    const titles = new Map<string, string>();
    for (const role of order) {
      const page = await pageOf(browser, role, { language: "en", viewport: desktop });
      for (const { route, at } of sampled(
        lookers.filter((one) => one.role === role),
        8,
      )) {
        await page.goto(at);
        const title = await page.title();
        expect.soft(title, `${route} is named`).toMatch(/^.+ · Cascade$/s);
        // Addresses that lead nowhere are all named alike.
        if (!route.endsWith("/[...rest]"))
          expect.soft(titles.get(title), `${route} is named like`).toBeUndefined();
        titles.set(title, route);
        expect.soft(await page.locator("h1").count(), `headings of ${route}`).toBe(1);
        expect.soft(await page.locator("main").count(), `main of ${route}`).toBe(1);
        // A page that isn't there is drawn anew by its scripts, which takes along what had the focus before they came.
        await page.locator("a.skip").waitFor({ state: "attached" });
        await page.keyboard.press("Tab");
        expect.soft(await focused(page), `first Tab of ${route}`).toBe(`A ${words.en.frame.skip}`);
      }
      await page.context().close();
    }
  },
);

plain(
  "whoever follows a link within the desk is taken to the heading of the next page, and back to the link",
  async ({ browser }) => {
    const page = await openPage(browser, stateOf("coordinator"), { viewport: desktop });
    const tried = new Set<string>();
    for (const { at } of sampled(
      lookers.filter(({ role }) => role === "coordinator"),
      20,
    )) {
      await page.goto(at);
      // A form in steps folds them away, and the links in them, once its scripts are there.
      await inHand(page);
      const links = await page
        .locator("main a[href^='/desk/']:not([download], [target])")
        .evaluateAll((found) =>
          found.filter((one) => one.checkVisibility()).map((one) => (one as HTMLAnchorElement).href),
        );
      for (const href of links) {
        // One link to each kind of page: the same with another key in its address is of the same kind.
        const { pathname } = new URL(href);
        const kind = pathname.replace(/\d+/g, "#");
        if (tried.has(kind) || pathname === at.split("?")[0]) continue;
        tried.add(kind);
        await page.goto(at);
        await page.evaluate(() => Object.assign(window, { kept: true }));
        await page
          .locator(`main a[href='${href.replace(new URL(href).origin, "")}']`)
          // The same may stand in a menu that is closed.
          .filter({ visible: true })
          .first()
          .click();
        await page.waitForURL((url) => url.pathname !== at.split("?")[0]);
        // A page that is loaded whole is announced by the browser, from its top.
        if (!(await page.evaluate(() => "kept" in window))) continue;
        await expect.poll(() => focused(page), { message: `${at} to ${href}` }).not.toBe("nowhere");
        expect(await focused(page), `${at} to ${href}`).toMatch(/^H1|^H2|^DIV|^INPUT/);
        await page.goBack();
        await expect
          .poll(() => page.evaluate(() => (document.activeElement as HTMLAnchorElement | null)?.pathname), {
            message: `back from ${href} to ${at}`,
          })
          .toBe(pathname);
      }
    }
    expect(tried.size).toBeGreaterThan(process.env.WALKS ? 10 : 2);
  },
);

test("what was saved or taken away leaves the focus with what is said of it", async ({ world }) => {
  const { id } = await world.course({ from: "2027-03-07", to: "2027-03-11", state: "draft" });
  const page = await world.page("coordinator");
  await page.goto(`/desk/courses/${id}/timetable`);
  await page.locator(".tt-block").first().click();
  await expect.poll(() => focused(page)).not.toBe("nowhere");
  await page.getByRole("button", { name: words.en.timetable.delete }).first().click();
  await expect.poll(() => focused(page)).toMatch(/^DIV|^P |^H/);
  await page.goto("/account");
  await inHand(page);
  await page.getByRole("button", { name: words.en.account.save, exact: true }).press("Enter");
  await expect(page.getByText(words.en.account.saved)).toBeVisible();
  expect(await focused(page)).not.toBe("nowhere");
});

plain("a refused form says so in the title", async ({ browser }) => {
  const page = await openPage(browser, undefined, { viewport: phone });
  await page.goto("/sign-in");
  await inHand(page);
  await page.locator("main button[type=submit]").first().click();
  await expect(page).toHaveTitle(new RegExp(`^${words.en.form.titleFault}`));
});
