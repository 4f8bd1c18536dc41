import { ask, expectAccessible, phone, scriptsHeld } from "./support/pages";
import {
  inHand,
  peopleOn,
  rollAt,
  sessionOf,
  shown,
  stored,
  take,
  test,
  unsentOf,
  withoutAnswer,
} from "./support/roll";
import { sampled } from "./support/sampled";
import { expect } from "./support/test";
import { words } from "./support/words";

const w = words.en;

test("keeps marks without a network, through a closed browser, and sends them from any page of the desk", async ({
  browser,
  world,
  course,
}) => {
  const session = sessionOf(course, "2027-01-11", 2);
  const page = await world.page("trainer", { viewport: phone });
  await page.goto(rollAt(session));
  await inHand(page);
  await page.context().setOffline(true);
  await take(page, 20, "absent");
  await take(page, 21, "late");
  await take(page, 20, "excused");
  await expect(page.getByText(unsentOf(2))).toBeVisible();
  await expect(peopleOn(page).nth(20).getByText(w.roll.onlyHere)).toBeVisible();
  await expect(page.getByText(w.roll.savedAt.replace("{time}", "").trim())).toHaveCount(0);
  expect(stored(session, 20).state).toBeNull();
  // Nothing about people is kept but keys, states and minutes.
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).not.toMatch(/[\u0600-\u06ff]/);
  const state = await page.context().storageState();
  await page.context().close();

  // Another account on the same phone neither sees nor sends them.
  const other = await browser.newContext({
    viewport: phone,
    storageState: {
      ...state,
      cookies: (await world.state("coordinator")).cookies,
    },
  });
  const theirs = await other.newPage();
  await theirs.goto(rollAt(session));
  await inHand(theirs);
  await expect(shown(theirs, 20)).toHaveCount(0);
  await theirs.goto("/today");
  await expect(theirs.getByText(w.frame.unsentMarks)).toHaveCount(0);
  expect(stored(session, 20).state).toBeNull();
  await other.close();

  // The browser opened again, still without an answer: the desk says it, the roll shows it.
  const again = await browser.newContext({ viewport: phone, storageState: state });
  const reopened = await again.newPage();
  await withoutAnswer(reopened);
  await reopened.goto("/today");
  await expect(reopened.getByText(w.frame.unsentMarks)).toContainText("2");
  await reopened.getByRole("link", { name: w.frame.unsentOpen }).click();
  await expect(reopened.getByText(unsentOf(2))).toBeVisible();
  await expect(shown(reopened, 20)).toHaveValue("excused");
  await reopened.goto("/today");
  await expect(reopened.getByText(w.frame.unsentMarks)).toBeVisible();
  await again.unrouteAll();
  await reopened.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(reopened.getByText(w.frame.unsentMarks)).toHaveCount(0);
  expect(stored(session, 20).state).toBe("excused");
  expect(stored(session, 21)).toEqual({ state: "late", late: 15 });
  expect(await reopened.evaluate(() => Object.keys(localStorage).filter((k) => /roll/.test(k)))).toEqual([]);
  await again.close();
});

for (const answer of sampled(["portal", "broken"] as const, 2))
  test(`keeps a mark that something else answers (${answer}), and sends it by itself`, async ({
    world,
    course,
  }) => {
    const session = sessionOf(course, "2027-01-11", 2);
    const row = answer === "portal" ? 1 : 2;
    const page = await world.page("trainer", { viewport: phone });
    await page.goto(rollAt(session));
    await inHand(page);
    await withoutAnswer(page, answer);
    await take(page, row, "absent");
    await expect(page.getByText(unsentOf(1))).toBeVisible();
    await expect(shown(page, row)).toHaveValue("absent");
    await page.context().unrouteAll();
    await expect.poll(() => stored(session, row).state, { timeout: 30_000 }).toBe("absent");
    await expect(page.getByText(unsentOf(1))).toHaveCount(0);
    await page.context().close();
  });

test("keeps a mark when the session has ended, and sends it after signing in", async ({ world, course }) => {
  const session = sessionOf(course, "2027-01-11", 2);
  const page = await world.page("trainer", { viewport: phone });
  await page.goto(rollAt(session));
  await inHand(page);
  const cookies = await page.context().cookies();
  await page.context().clearCookies({ name: /session/ });
  await take(page, 3, "absent");
  await expect(page.getByText(w.errors.signInNeeded)).toBeVisible();
  await expect(page.getByText(unsentOf(1))).toBeVisible();
  expect(stored(session, 3).state).toBeNull();
  await page.context().addCookies(cookies);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect.poll(() => stored(session, 3).state).toBe("absent");
  await page.context().close();
});

test("takes what was marked before the scripts came", async ({ world, course }) => {
  const session = sessionOf(course, "2027-01-11", 2);
  const page = await world.page("trainer", { viewport: phone });
  const come = await scriptsHeld(page);
  await page.goto(rollAt(session), { waitUntil: "commit" });
  await take(page, 5, "absent");
  // On the name.
  await peopleOn(page).nth(6).locator("label").first().click();
  come();
  await inHand(page);
  await expect(shown(page, 5)).toHaveValue("absent");
  await expect(shown(page, 6)).toHaveValue("present");
  await expect
    .poll(() => [stored(session, 5).state, stored(session, 6).state])
    .toEqual(["absent", "present"]);
  await page.context().close();
});

test("leaves what somebody else marked since, says so, and lets the trainer decide", async ({
  world,
  course,
}) => {
  const session = sessionOf(course, "2027-01-12", 1);
  const page = await world.page("trainer", { viewport: phone });
  await page.goto(rollAt(session));
  await inHand(page);
  await page.context().setOffline(true);
  await take(page, 10, "absent");
  await take(page, 11, "absent");
  await expect(page.getByText(unsentOf(2))).toBeVisible();
  const coordinator = await world.page("coordinator");
  await coordinator.goto(rollAt(session));
  await inHand(coordinator);
  await take(coordinator, 10, "late");
  await expect.poll(() => stored(session, 10).state).toBe("late");
  await coordinator.context().close();
  await page.context().setOffline(false);
  await expect.poll(() => stored(session, 11).state).toBe("absent");
  expect(stored(session, 10).state).toBe("late");
  const row = peopleOn(page).nth(10);
  await expect(row.getByText("You marked: Absent")).toContainText("What counts: Late");
  await expect(shown(page, 10)).toHaveValue("late");
  await expectAccessible(page);
  await row.getByRole("button", { name: w.roll.insist }).click();
  await expect.poll(() => stored(session, 10).state).toBe("absent");
  await expect(row.getByText("You marked")).toHaveCount(0);
  await page.context().close();
});

test("asks on a page that is out of date, and says neither saved nor undo of what was held", async ({
  world,
  course,
}) => {
  const session = sessionOf(course, "2027-01-12", 1);
  const page = await world.page("trainer", { viewport: phone });
  await page.goto(rollAt(session));
  await inHand(page);
  const coordinator = await world.page("coordinator");
  await coordinator.goto(rollAt(session));
  await inHand(coordinator);
  await take(coordinator, 13, "absent");
  await expect.poll(() => stored(session, 13).state).toBe("absent");
  await take(page, 13, "present");
  const row = peopleOn(page).nth(13);
  await expect(row.getByText("You marked: Present")).toContainText("What counts: Absent");
  expect(stored(session, 13).state).toBe("absent");
  await expect(page.getByText(/^Saved at/)).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
  await row.getByRole("button", { name: w.roll.insist }).click();
  await expect.poll(() => stored(session, 13).state).toBe("present");
  await expect(row.getByText("You marked")).toHaveCount(0);
  // One's own mark is changed again without a question.
  await take(page, 13, "excused");
  await expect.poll(() => stored(session, 13).state).toBe("excused");
  await expect(row.getByText("You marked")).toHaveCount(0);
  await coordinator.context().close();
  await page.context().close();
});

test("says with the name what the server did not take, and lets go of it", async ({ world, course }) => {
  const session = sessionOf(course, "2027-01-12", 1);
  const page = await world.page("trainer", { viewport: phone });
  await page.goto(rollAt(session));
  await inHand(page);
  const coordinator = await world.page("coordinator");
  const move = async (from: string, decision: string, places: number) => {
    await coordinator.goto(`/desk/courses/${course}/registrations?state=${from}`);
    await coordinator.locator('[name="registrationIds[]"]').first().check();
    await coordinator.getByRole("button", { name: decision, exact: true }).click();
    await expect
      .poll(
        () =>
          ask<{ n: number }>(
            "SELECT count(*) AS n FROM registrations WHERE course_id = ? AND state = 'accepted'",
            course,
          ).n,
      )
      .toBe(places);
  };
  await coordinator.goto(`/desk/courses/${course}/registrations?state=accepted`);
  const leaving = await coordinator.locator('[name="registrationIds[]"]').first().getAttribute("value");
  await page.context().setOffline(true);
  const row = page.getByRole("listitem").filter({ has: page.locator(`[name="marks.${leaving}.state"]`) });
  // Arabic in an English sentence is set apart.
  const apart = `\u2068${await row.locator("bdi").first().textContent()}\u2069`;
  await row.getByText(w.roll.state.absent, { exact: true }).click();
  await expect(page.getByText(unsentOf(1))).toBeVisible();
  await move("accepted", "Waiting list: 1", 39);
  await page.context().setOffline(false);
  await expect(page.locator("form [role=alert]")).toContainText(w.errors.noPlace.replace("{name}", apart));
  await page.getByRole("button", { name: w.roll.letGo }).click();
  await expect(page.getByText(w.errors.noPlace.replace("{name}", apart))).toHaveCount(0);
  await expect(page.locator("body")).not.toBeFocused();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((k) => /roll/.test(k)))).toEqual([]);
  await move("waiting", "Accept 1 person", 40);
  await page.context().close();
  await coordinator.context().close();
});

test("shows without a network how many marks wait on the device, and goes on when there is one", async ({
  browser,
  world,
  course,
}) => {
  const session = sessionOf(course, "2027-01-11", 2);
  const context = await browser.newContext({
    baseURL: test.info().project.use.baseURL!,
    storageState: await world.state("trainer"),
    viewport: phone,
    serviceWorkers: "allow",
  });
  await context.addCookies([{ name: "locale", value: "en", url: test.info().project.use.baseURL! }]);
  const page = await context.newPage();
  await page.goto(rollAt(session));
  await inHand(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  await page.reload();
  await inHand(page);
  await context.setOffline(true);
  await take(page, 14, "absent");
  await expect(page.getByText(unsentOf(1))).toBeVisible();
  await page.close();
  const again = await context.newPage();
  await again.goto("/today");
  await expect(again.getByRole("heading", { name: w.offline.title })).toBeVisible();
  await expect(again.getByText(`${w.offline.marks} 1`)).toBeVisible();
  await expect(again.getByText(w.offline.kept)).toBeVisible();
  // It looks like the product, without any other file of it.
  await expect(again.getByRole("link", { name: w.offline.again })).toHaveCSS(
    "background-color",
    "rgb(11, 107, 91)",
  );
  await expect(again).toHaveTitle(w.offline.title);
  await expectAccessible(again);
  await context.setOffline(false);
  // The page looks by itself whether there is a network, and loads again.
  await expect(again.getByRole("heading", { name: w.today.title, level: 1 })).toBeVisible({
    timeout: 30_000,
  });
  await expect.poll(() => stored(session, 14).state).toBe("absent");
  await context.close();
});
