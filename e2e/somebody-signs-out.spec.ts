import type { Page } from "@playwright/test";
import { sqlite } from "../db/client";
import { inHand, password, phone } from "./support/pages";
import { rollAt, sessionOf, stored, take, test, unsentOf, withoutAnswer } from "./support/roll";
import { expect } from "./support/test";
import { words } from "./support/words";

const w = words.en;

test("signs out another device, is told what is unsent here, sends it, and the old cookie opens nothing", async ({
  browser,
  world,
  course,
}) => {
  const session = sessionOf(course, "2027-01-11", 2);
  const page = await world.page("trainer", { viewport: phone });
  const other = await world.page("trainer", { javaScript: false });
  await other.goto("/account");
  // The list works without scripts: there the first device is ended, and comes in again.
  const devices = other.getByRole("listitem").filter({ hasText: w.account.lastSeen.split(" ")[0]! });
  await expect(devices).toHaveCount(2);
  await expect(devices.filter({ hasText: w.account.thisDevice })).toHaveCount(1);

  await page.goto(rollAt(session));
  await inHand(page);
  await withoutAnswer(page);
  await take(page, 20, "absent");
  await take(page, 21, "late");
  await expect(page.getByText(unsentOf(2))).toBeVisible();
  await page.goto("/account");
  const before = await page.context().cookies();
  await page.getByRole("button", { name: w.account.signOut, exact: true }).click();
  await expect(page.getByText("2 attendance marks are not sent yet", { exact: false })).toBeVisible();
  await page.context().unrouteAll();
  await page.getByRole("button", { name: w.signOut.sendNow }).click();
  await expect(page.getByText(w.signOut.allSent)).toBeVisible();
  expect(stored(session, 20).state).toBe("absent");
  await page.getByRole("button", { name: w.account.signOut, exact: true }).click();
  await page.waitForURL("/");
  const replayed = await browser.newContext({ storageState: { cookies: before, origins: [] } });
  const again = await replayed.newPage();
  await again.goto("/account");
  await expect(again).toHaveURL(/\/sign-in\?/);
  await other.reload();
  await expect(devices).toHaveCount(1);
});

/** Puts the end of a coordinator's sign-in so many minutes away, by the server's own clock. */
async function endsIn(page: Page, accountId: number, minutes: number) {
  const { left } = (await (await page.request.get("/api/stay")).json()) as { left: number };
  sqlite()
    .prepare("UPDATE sign_ins SET seen_at = seen_at + ? WHERE account_id = ?")
    .run(minutes * 60_000 - left, accountId);
}

test("who does nothing is told before the end, may stay, and else comes back to what was typed", async ({
  world,
}) => {
  const { accountId, email } = world.people.coordinator;
  const page = await world.page("coordinator");
  // The browser's clock is the test's; the server's own says when the end is.
  await page.clock.install();
  await endsIn(page, accountId, 29);
  await page.goto("/desk/people/new");
  await inHand(page);
  await endsIn(page, accountId, 4);
  await page.clock.fastForward("26:00");
  const stay = page.getByRole("button", { name: w.idle.stay });
  await stay.click();
  await expect(stay).toHaveCount(0);
  const { left } = (await (await page.request.get("/api/stay")).json()) as { left: number };
  expect(left).toBeGreaterThan(20 * 60_000);

  await page.getByLabel(w.person.name).first().fill("Zeina Rahal");
  await page.getByLabel(w.person.phone).first().fill("0791234567");
  await endsIn(page, accountId, 2);
  await page.clock.fastForward("28:00");
  await expect(stay).toBeVisible();
  await endsIn(page, accountId, -1);
  await page.clock.fastForward("00:11");
  await page.waitForURL(/\/sign-in\?ended/);
  await expect(page.getByText(w.signIn.ended)).toBeVisible();
  await page.getByLabel(w.signIn.identifier).fill(email);
  await page.getByLabel(w.signIn.password).fill(password);
  await page.getByRole("button", { name: w.signIn.signIn, exact: true }).click();
  await page.waitForURL(/\/desk\/people\/new/);
  await expect(page.locator("[name=name]").first()).toHaveValue("Zeina Rahal");
});

test("who is signed in and is led to the sign-in reads as whom, and goes on to Today", async ({ world }) => {
  const page = await world.page("trainer", { javaScript: false });
  await page.goto("/sign-in");
  await expect(page.getByText(w.signIn.already.split("{name}")[0]!)).toBeVisible();
  await page.getByRole("link", { name: w.signIn.toToday, exact: true }).click();
  await expect(page).toHaveURL(/\/today$/);
  await page.context().close();
});
