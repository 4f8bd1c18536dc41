import { phone } from "./support/pages";
import { inHand, rollAt, sessionOf, shown, stored, take, test, unsentOf } from "./support/roll";
import { expect } from "./support/test";
import { words } from "./support/words";

test("the rolls of a day stand without a network once one of them was opened, until somebody signs out", async ({
  browser,
  world,
  course,
}) => {
  const sessions = [1, 2].map((nth) => sessionOf(course, "2027-01-11", nth));
  const context = await browser.newContext({
    baseURL: test.info().project.use.baseURL!,
    storageState: await world.state("trainer"),
    viewport: phone,
    serviceWorkers: "allow",
  });
  await context.addCookies([{ name: "locale", value: "en", url: test.info().project.use.baseURL! }]);
  const page = await context.newPage();
  await page.goto(rollAt(sessions[0]!));
  await inHand(page);
  const kept = () =>
    page.evaluate(async () => {
      const requests = await (await caches.open("cascade-rolls")).keys();
      return requests.map(({ url }) => new URL(url).pathname).filter((path) => /roll\/\d+$/.test(path));
    });
  await expect.poll(kept).toEqual(expect.arrayContaining(sessions.map(rollAt)));
  await context.setOffline(true);
  await page.locator(`main a[href="${rollAt(sessions[1]!)}"]`).click();
  await expect(page).toHaveURL(new RegExp(`${rollAt(sessions[1]!)}$`));
  await inHand(page);
  await take(page, 13, "late");
  await page.goto("/today?lang=ar");
  await expect(page.getByRole("heading", { name: words.ar.offline.title })).toBeVisible();
  // The sign of the product stands where the line begins.
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await page.locator(`main a[href$="${rollAt(sessions[1]!)}"]:visible`).click();
  await expect(shown(page, 13)).toHaveValue("late");
  await expect(page.getByText(unsentOf(1))).toBeVisible();
  await context.setOffline(false);
  await expect.poll(() => stored(sessions[1]!, 13).state).toBe("late");
  // What this device has not heard of as saved it would ask about first.
  await expect(page.getByText(unsentOf(1))).toHaveCount(0);
  await page.goto("/account");
  await page.getByRole("button", { name: words.en.account.signOut, exact: true }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect.poll(kept).toEqual([]);
  await context.close();
});
