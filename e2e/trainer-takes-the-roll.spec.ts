import type { Page } from "@playwright/test";
import { ask, desktop, expectAccessible, phone } from "./support/pages";
import { test as base, expect } from "./support/test";
import { words } from "./support/words";

const w = words.en;
/** Each test has a course of 40 people under way, of which the rolls are taken but for the last one that was held. */
const test = base.extend<{ course: number }>({
  course: async ({ world }, use) => {
    const { id } = await world.course({
      country: "PS",
      from: "2027-01-10",
      to: "2027-01-19",
      capacity: 40,
      places: 40,
      state: "running",
      rolls: true,
    });
    await use(id);
  },
});
/** A session of the course by its day and its place in it; none of these owes a reason. */
const sessionOf = (course: number, day: string, nth: number) =>
  ask<{ id: number }>(
    "SELECT id FROM sessions WHERE course_id = ? AND day = ? ORDER BY start_instant LIMIT 1 OFFSET ?",
    course,
    day,
    nth,
  ).id;
const rollAt = (session: number) =>
  `/desk/courses/${ask<{ id: number }>("SELECT course_id AS id FROM sessions WHERE id = ?", session).id}/roll/${session}`;
const peopleOn = (page: Page) => page.getByRole("listitem").filter({ has: page.getByRole("radiogroup") });
/** What the roll says of the person in a row of a session. */
const stored = (session: number, row: number) =>
  ask<{ state: string | null; late: number | null }>(
    "SELECT a.state, a.late_minutes AS late FROM registrations r JOIN persons p ON p.id = r.person_id JOIN sessions s ON s.course_id = r.course_id LEFT JOIN attendance a ON a.registration_id = r.id AND a.session_id = s.id WHERE s.id = ? AND r.state = 'accepted' ORDER BY p.sort_name, r.id LIMIT 1 OFFSET ?",
    session,
    row,
  );
const unsentOf = (count: number) => `${count} mark${count === 1 ? "" : "s"} on this device only`;
/** Takes a state in a row, as a thumb does. */
const take = (page: Page, row: number, state: keyof typeof w.roll.state) =>
  peopleOn(page).nth(row).getByText(w.roll.state[state], { exact: true }).click();
const shown = (page: Page, row: number) => peopleOn(page).nth(row).locator("input[type=radio]:checked");
/** No action reaches the server, as where there is no network; the page itself was there before. */
const withoutAnswer = (page: Page, answer: "none" | "portal" | "broken" = "none") =>
  page.context().route("**/*", (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    if (answer === "none") return route.abort();
    if (answer === "portal")
      return route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Sign in to the hotel</h1>" });
    return route.fulfill({ status: 502, contentType: "text/plain", body: "Bad gateway" });
  });
/** The scripts of the page are there: what was only for those without is gone. */
const inHand = (page: Page) =>
  expect(page.getByRole("button", { name: w.roll.save, exact: true })).toHaveCount(0);

test("takes the roll of 40 people with one thumb, in Arabic on a phone", async ({ world, course }) => {
  const w = words.ar;
  const page = await world.page("trainer", { language: "ar", viewport: phone });
  const { id } = ask<{ id: number }>(
    "SELECT id FROM sessions WHERE course_id = ? AND day = '2027-01-12' ORDER BY start_instant LIMIT 1",
    course,
  );
  await page.goto("/today");
  await page.locator(`a[href="/desk/courses/${course}/roll/${id}"]`).first().click();
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "0").replace("{total}", "40")),
  ).toBeVisible();
  const entries = () => ask<{ n: number }>("SELECT count(*) AS n FROM attendance WHERE session_id = ?", id).n;
  const people = peopleOn(page);
  await expect(people).toHaveCount(40);

  // One tap each, saved at once.
  const saved = page.getByRole("status").filter({ hasText: w.roll.savedAt.replace("{time}", "").trim() });
  await people.nth(0).getByText(w.roll.state.present, { exact: true }).click();
  await expect(saved).toBeVisible();
  await expect.poll(entries).toBe(1);
  await people.nth(1).getByText(w.roll.state.late, { exact: true }).click();
  await people.nth(1).getByLabel(w.roll.late).fill("20");
  await people.nth(1).getByLabel(w.roll.late).blur();
  await expect
    .poll(
      () =>
        ask<{ m: number }>(
          "SELECT s.minutes - a.minutes AS m FROM attendance a JOIN sessions s ON s.id = a.session_id WHERE session_id = ? AND state = 'late'",
          id,
        )?.m,
    )
    .toBe(20);

  // Undone, from the row or from above.
  await people.nth(2).getByText(w.roll.state.absent, { exact: true }).click();
  await expect.poll(entries).toBe(3);
  await page.getByRole("button", { name: w.roll.undo }).first().click();
  await expect.poll(entries).toBe(2);
  await expectAccessible(page);

  await page.getByRole("button", { name: w.roll.restPresent.replace("{count}", "38") }).click();
  await expect(page.locator(":focus")).toHaveText(
    w.roll.counter.replace("{entered}", "40").replace("{total}", "40"),
  );
  await expect.poll(entries).toBe(40);
  await page.reload();
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "40").replace("{total}", "40")),
  ).toBeVisible();
  await expect(page.getByText("رامي حداد").filter({ visible: true }).first()).toBeVisible();
  // Each target is at least 44 px high.
  const box = await people.nth(5).getByText(w.roll.state.excused, { exact: true }).boundingBox();
  expect(box!.height).toBeGreaterThanOrEqual(44);
});

test("takes the roll without JavaScript", async ({ world, course }) => {
  const page = await world.page("trainer", { viewport: phone, javaScript: false });
  const { id } = ask<{ id: number }>(
    "SELECT id FROM sessions WHERE course_id = ? ORDER BY start_instant DESC LIMIT 1 OFFSET 1",
    course,
  );
  await page.goto(`/desk/courses/${course}/roll/${id}`);
  await expect(page.getByRole("radiogroup")).toHaveCount(40);
  const person = page.getByRole("radiogroup").nth(33);
  await person.getByText(w.roll.state.excused, { exact: true }).click();
  await page.getByRole("button", { name: w.roll.save }).click();
  // The session is still to come: a reason is asked for beside its field, and the mark is kept meanwhile.
  const reason = page.getByLabel(w.roll.reason.early);
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await expect(person.locator("input[value=excused]")).toBeChecked();
  await reason.fill("Held a day earlier");
  await page.getByRole("button", { name: w.roll.save }).click();
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "1").replace("{total}", "40")),
  ).toBeVisible();
  await expect(person.locator("input[value=excused]")).toBeChecked();
  // All others, but for whoever was marked.
  await page.getByRole("button", { name: w.roll.restPresent.replace("{count}", "39") }).click();
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "40").replace("{total}", "40")),
  ).toBeVisible();
  await expect(person.locator("input[value=excused]")).toBeChecked();
});

test("shows somebody who got a place meanwhile with the next tap", async ({ world, course }) => {
  const coordinator = await world.page("coordinator");
  const places = () =>
    ask<{ n: number }>(
      "SELECT count(*) AS n FROM registrations WHERE course_id = ? AND state = 'accepted'",
      course,
    ).n;
  const decide = async (from: string, decision: string, then: number) => {
    await coordinator.goto(`/desk/courses/${course}/registrations?state=${from}`);
    await coordinator.locator('[name="registrationIds[]"]').first().check();
    await coordinator.getByRole("button", { name: decision, exact: true }).click();
    await expect.poll(places).toBe(then);
  };
  const { id } = ask<{ id: number }>(
    "SELECT id FROM sessions WHERE course_id = ? ORDER BY start_instant DESC LIMIT 1",
    course,
  );
  await decide("accepted", w.registrations.decide.waiting, 39);
  const page = await world.page("trainer", { viewport: phone });
  await page.goto(`/desk/courses/${course}/roll/${id}`);
  await expect(page.getByRole("radiogroup")).toHaveCount(39);
  await decide("waiting", w.registrations.decide.accepted, 40);
  // Before the session's day nothing is saved until it was said why, once; the mark waits for it.
  const fifth = page.getByRole("radiogroup").nth(4);
  await fifth.getByText(w.roll.state.present, { exact: true }).click();
  await expect(page.locator("#roll-reason-error")).toBeVisible();
  await expect(page.getByText("1 mark waits for the reason")).toBeVisible();
  await expect(fifth.locator("input[value=present]")).toBeChecked();
  await page.reload();
  await expect(fifth.locator("input[value=present]")).toBeChecked();
  await expect(page.getByText("1 mark waits for the reason")).toBeVisible();
  await page.getByLabel(w.roll.reason.early).fill("Held a day earlier");
  await page.getByLabel(w.roll.reason.early).blur();
  await expect(page.getByText("Held a day earlier")).toBeVisible();
  await expect(page.getByLabel(w.roll.reason.early)).toHaveCount(0);
  await expect(page.getByRole("radiogroup")).toHaveCount(40);
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "1").replace("{total}", "40")),
  ).toBeVisible();
});

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

for (const answer of ["portal", "broken"] as const)
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
    await expect.poll(() => stored(session, row).state, { timeout: 15_000 }).toBe("absent");
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
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await coming;
    await route.continue();
  });
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

test("is a form with everybody and its buttons where the scripts never come", async ({ world, course }) => {
  const session = sessionOf(course, "2027-01-12", 2);
  const page = await world.page("trainer", { viewport: phone });
  await page.route("**/_next/static/**/*.js", (route) => route.abort());
  await page.goto(rollAt(session));
  await expect(page.getByRole("radiogroup")).toHaveCount(40);
  await take(page, 38, "late");
  await page.getByRole("button", { name: w.roll.save, exact: true }).click();
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "1").replace("{total}", "40")),
  ).toBeVisible();
  expect(stored(session, 38)).toEqual({ state: "late", late: 15 });
  await page.getByLabel(w.roll.late).fill("٢٠");
  await take(page, 37, "absent");
  await page.getByRole("button", { name: w.roll.restPresent.replace("{count}", "39") }).click();
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "40").replace("{total}", "40")),
  ).toBeVisible();
  expect(stored(session, 38)).toEqual({ state: "late", late: 20 });
  expect(stored(session, 37).state).toBe("absent");
  expect(stored(session, 0).state).toBe("present");
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
  await move("accepted", w.registrations.decide.waiting, 39);
  await page.context().setOffline(false);
  await expect(page.locator("form [role=alert]")).toContainText(w.errors.noPlace.replace("{name}", apart));
  await page.getByRole("button", { name: w.roll.letGo }).click();
  await expect(page.getByText(w.errors.noPlace.replace("{name}", apart))).toHaveCount(0);
  await expect(page.locator("body")).not.toBeFocused();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((k) => /roll/.test(k)))).toEqual([]);
  await move("waiting", w.registrations.decide.accepted, 40);
  await page.context().close();
  await coordinator.context().close();
});

test("is taken with the keyboard: one write for a choice, undone to what stood before", async ({
  world,
  course,
}) => {
  const session = sessionOf(course, "2027-01-12", 1);
  const page = await world.page("trainer", { viewport: desktop });
  await page.goto(rollAt(session));
  await inHand(page);
  let posts = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") posts += 1;
  });
  const row = peopleOn(page).nth(15);
  await row.locator("input").first().focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  await expect(shown(page, 15)).toHaveValue("absent");
  await page.keyboard.press("Tab");
  await expect.poll(() => stored(session, 15).state).toBe("absent");
  expect(posts).toBe(1);
  await page.keyboard.press("Control+z");
  await expect.poll(() => stored(session, 15).state).toBeNull();
  await expect(page.locator("body")).not.toBeFocused();
  // Letters and digits mark; up and down change the person; undo is the next stop after the row.
  await row.locator("input").first().focus();
  await page.keyboard.press("e");
  await expect(shown(page, 15)).toHaveValue("excused");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("4");
  await expect(shown(page, 16)).toHaveValue("absent");
  await page.keyboard.press("Shift+Tab");
  await expect(page.locator(":focus")).toHaveAccessibleName(new RegExp(`^${w.roll.undo}: `));
  await page.keyboard.press("Enter");
  await expect(shown(page, 16)).toHaveCount(0);
  await expect(page.locator("body")).not.toBeFocused();
  await expect.poll(() => [stored(session, 15).state, stored(session, 16).state]).toEqual(["excused", null]);
  await expectAccessible(page);
  await page.context().close();
});

test("keeps minutes that cannot be in their field, says so there, and stores nothing of them", async ({
  world,
  course,
}) => {
  const session = sessionOf(course, "2027-01-12", 1);
  const page = await world.page("trainer", { viewport: phone });
  await page.goto(rollAt(session));
  await inHand(page);
  await take(page, 25, "late");
  const field = peopleOn(page).nth(25).getByLabel(w.roll.late);
  await expect.poll(() => stored(session, 25).late).toBe(15);
  for (const wrong of ["999", "90", "0", "ten", ""]) {
    await field.fill(wrong);
    await field.blur();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription("1 to 89; 15 counts");
    await expect(field).toHaveValue(wrong);
  }
  expect(stored(session, 25).late).toBe(15);
  await field.fill("٤٥");
  await field.press("Enter");
  await expect(field).not.toHaveAttribute("aria-invalid");
  await expect.poll(() => stored(session, 25).late).toBe(45);
  await page.context().close();
});

test("shows marks without colour, in forced colours, on paper and without new selectors", async ({
  world,
  course,
}) => {
  const session = sessionOf(course, "2027-01-10", 1);
  const page = await world.page("trainer", { viewport: phone });
  await page.goto(rollAt(session));
  await inHand(page);
  const look = () =>
    peopleOn(page)
      .nth(0)
      .evaluate((row) =>
        [...row.querySelectorAll("input[type=radio]")].map((input) => {
          const label = input.nextElementSibling!;
          const style = getComputedStyle(label);
          return {
            checked: (input as HTMLInputElement).checked,
            background: style.backgroundColor,
            weight: style.fontWeight,
            sign: getComputedStyle(label, "::before").content,
          };
        }),
      );
  for (const media of [{}, { forcedColors: "active" as const }, { media: "print" as const }]) {
    await page.emulateMedia(media);
    const looks = await look();
    const chosen = looks.find((l) => l.checked)!;
    const others = looks.filter((l) => !l.checked);
    expect(others).toHaveLength(3);
    expect(chosen.sign).toContain("✓");
    expect(Number(chosen.weight)).toBeGreaterThanOrEqual(700);
    for (const other of others) {
      expect(other.sign).toBe("none");
      expect(Number(other.weight)).toBeLessThan(700);
      if ("forcedColors" in media) expect(other.background).not.toBe(chosen.background);
    }
  }
  await page.emulateMedia({ media: null });
  const selectors = await page.evaluate(() => {
    const found: string[] = [];
    const walk = (rules: CSSRuleList) => {
      for (const rule of rules) {
        if (rule instanceof CSSStyleRule) found.push(rule.selectorText);
        if ("cssRules" in rule) walk((rule as CSSGroupingRule).cssRules);
      }
    };
    for (const sheet of document.styleSheets) walk(sheet.cssRules);
    return found.filter((s) => /\.roll/.test(s));
  });
  expect(selectors.length).toBeGreaterThan(10);
  expect(selectors.filter((s) => /:has|:focus-within/.test(s))).toEqual([]);
  await page.context().close();
});

for (const language of ["en", "fr", "ar"] as const)
  test(`keeps its rows in place whatever is marked, and covers nothing (${language})`, async ({
    world,
    course,
  }) => {
    const session = sessionOf(course, "2027-01-12", 1);
    const own = words[language];
    const page = await world.page("trainer", { language, viewport: phone });
    await page.goto(rollAt(session));
    await expect(page.getByRole("button", { name: own.roll.save, exact: true })).toHaveCount(0);
    const people = peopleOn(page);
    const tops = () => people.evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    const before = await tops();
    // At least five on the screen between what stands still above and below.
    expect(before.toSorted((a, b) => a - b)[20]! * 5).toBeLessThan(740 - 120);
    await page.context().setOffline(true);
    const first = 30;
    const states = ["present", "late", "excused", "absent"] as const;
    for (const [i, state] of states.entries()) {
      await people
        .nth(first + i)
        .getByText(own.roll.state[state], { exact: true })
        .click();
      expect(await tops()).toEqual(before);
    }
    await page.context().setOffline(false);
    await expect.poll(() => stored(session, first + 3).state).toBe("absent");
    await expect(people.nth(first + 3).getByText(own.roll.onlyHere)).toHaveCount(0);
    expect(await tops()).toEqual(before);
    // The name marks present, and takes nothing away the second time.
    const named = people.nth(34);
    await named.locator("label").first().click();
    await named.locator("label").first().click();
    await expect(named.locator("input[value=present]")).toBeChecked();
    await expect.poll(() => stored(session, 34).state).toBe("present");
    // Undo stands beside the list, not over the button.
    const rest = page.getByRole("button", { name: own.roll.restPresent.split("(")[0]!.trim() });
    await rest.scrollIntoViewIfNeeded();
    const button = (await rest.boundingBox())!;
    const over = await page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y)?.closest("button")?.getAttribute("name"),
      { x: button.x + button.width / 2, y: button.y + button.height / 2 },
    );
    expect(over).toBe("rest");
    for (const undo of await page.getByRole("button", { name: own.roll.undo }).all()) {
      const box = (await undo.boundingBox())!;
      expect(box.y + box.height <= button.y || button.y + button.height <= box.y).toBe(true);
    }
    await expectAccessible(page);
    await page.context().close();
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
  await again.goto(rollAt(session));
  await expect(again.getByRole("heading", { name: w.offline.title })).toBeVisible();
  await expect(again.getByText(`${w.offline.marks} 1`)).toBeVisible();
  await expect(again).toHaveTitle(w.offline.title);
  await expectAccessible(again);
  await context.setOffline(false);
  // The page looks by itself whether there is a network, and loads again.
  await expect(shown(again, 14)).toHaveValue("absent", { timeout: 15_000 });
  await expect.poll(() => stored(session, 14).state).toBe("absent");
  await context.close();
});
