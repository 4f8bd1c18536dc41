import type { Locator } from "@playwright/test";
import { askedInMenu } from "./support/dialog";
import { ask, expectAccessible, inHand, phone, scriptsHeld } from "./support/pages";
import { sampled, walk } from "./support/sampled";
import { expect, test } from "./support/test";
import { words } from "./support/words";

/** A course by selection in the weeks to come, with people who have a place and others who applied. */
const irbid = { from: "2027-02-14", to: "2027-02-24", places: 5, applied: 8 } as const;

test("accepts several at once, declines with a reason, and finds both in the history", async ({ world }) => {
  const w = words.en;
  const course = await world.course(irbid);
  const page = await world.page("coordinator");
  await page.goto(`/desk/courses/${course.id}/registrations`);
  const counts = page.getByRole("status").filter({ hasText: "Accepted:" });
  await expect(counts).toContainText("Accepted: 5 of 25 · waiting list: 0 · to decide: 8");

  const ticks = page.locator('[name="registrationIds[]"]');
  const accept = page.getByRole("button", { name: /^Accept \d/ });
  await expect(accept).toBeHidden();
  for (const i of [0, 1, 2]) await ticks.nth(i).check();
  await expect(page.getByText("3 selected")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Accept 3 people" }).click();
  await expect(page.getByText("3 people accepted.")).toBeVisible();
  await expect(accept).toBeHidden();
  await expect(counts).toContainText("Accepted: 8 of 25 · waiting list: 0 · to decide: 5");

  await page.goto(`/desk/courses/${course.id}/registrations?state=applied`);
  const name = (await page.locator("tbody tr").first().locator("a bdi").first().textContent())!;
  await ticks.first().check();
  await page.getByText(w.decisions.declineOpen).click();
  await page.getByRole("button", { name: "Decline 1 person" }).click();
  await expect(page.getByText(w.errors.reasonRequired).first()).toBeVisible();
  await page.getByLabel(w.decisions.reason).fill("Not a trainer yet");
  await page.getByRole("button", { name: "Decline 1 person" }).click();
  // One person is named by the message.
  await expect(page.getByRole("status").filter({ hasText: /: declined\.$/ })).toContainText(name);

  await page.goto(`/desk/courses/${course.id}/registrations?state=declined`);
  await page.getByRole("link", { name }).first().click();
  await expect(page.locator("aside.panel")).toBeVisible();
  await expect(page.getByText("Not a trainer yet")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Not a trainer yet" })).toContainText(
    "سمر عبد الله",
  );
});

test("counts whom somebody ticked before the scripts came", async ({ world }) => {
  const course = await world.course(irbid);
  const page = await world.page("coordinator");
  const come = await scriptsHeld(page);
  await page.goto(`/desk/courses/${course.id}/registrations`, { waitUntil: "commit" });
  await page.locator('[name="registrationIds[]"]').first().check();
  come();
  await inHand(page);
  await page.getByRole("button", { name: "Accept 1 person" }).click();
  await expect(page.getByRole("status").filter({ hasText: /: accepted\.$/ })).toBeVisible();
});

test("keeps the time zone that somebody chose before the scripts came", async ({ world }) => {
  const course = await world.course(irbid);
  const page = await world.page("coordinator");
  const come = await scriptsHeld(page);
  await page.goto(`/desk/courses/${course.id}/edit`, { waitUntil: "commit" });
  await page.locator("[name=zone]").selectOption("Asia/Beirut");
  come();
  await inHand(page);
  await expect(page.locator("[name=zone]")).toHaveValue("Asia/Beirut");
});

for (const javaScript of sampled([true, false], 2))
  test(`does by Enter what the field is for and decides on nobody by a slip, ${javaScript ? "with" : "without"} JavaScript`, async ({
    world,
  }) => {
    const w = words.en;
    const course = (await world.course(irbid)).id;
    const page = await world.page("coordinator", { javaScript });
    const states = () =>
      ask<{ states: string }>(
        "SELECT group_concat(DISTINCT state) AS states FROM registrations WHERE course_id = ?",
        course,
      ).states;
    const before = states();
    await page.goto(`/desk/courses/${course}/registrations?state=to_decide`);
    if (javaScript) await inHand(page);
    const tick = page.locator('[name="registrationIds[]"]').first();
    await tick.check();
    await tick.press("Enter");
    const bar = page.locator(".bulk");
    await bar.getByText(w.decisions.declineOpen).click();
    const reason = bar.getByLabel(w.decisions.reason);
    await reason.fill("Not a trainer yet");
    await reason.press("Enter");
    if (javaScript) await expect(page.getByRole("status").filter({ hasText: /: declined\.$/ })).toBeVisible();
    else await expect(reason).toHaveValue("Not a trainer yet");
    expect(states().split(",").sort()).toEqual(
      [...before.split(","), ...(javaScript ? ["declined"] : [])].sort(),
    );
    if (!javaScript) return;
    // In the panel of one person likewise.
    await page.locator("tbody th .tbl-link").first().click();
    const panel = page.locator("aside.panel");
    await panel.getByText(w.decisions.declineOpen).click();
    await panel.getByLabel(w.decisions.reason).fill("Lives elsewhere");
    await panel.getByLabel(w.decisions.reason).press("Enter");
    await expect
      .poll(
        () =>
          ask<{ n: number }>(
            "SELECT count(*) AS n FROM registrations WHERE course_id = ? AND state = 'declined'",
            course,
          ).n,
      )
      .toBe(2);
  });

test("the band of sums covers nothing that one is led to", { tag: walk }, async ({ world }) => {
  const w = words.en;
  const course = await world.course({ ...irbid, applied: 20 });
  const page = await world.page("coordinator", { viewport: { width: 1280, height: 760 } });
  const list = `/desk/courses/${course.id}/registrations`;
  const band = page.locator(".sums");
  const clear = async (what: Locator) => {
    await expect(what).toBeInViewport();
    await expect
      .poll(async () => {
        const [above, below] = [(await band.boundingBox())!, (await what.boundingBox())!];
        return below.y - (above.y + above.height);
      })
      .toBeGreaterThanOrEqual(0);
  };
  // A row that the keyboard goes back to.
  await page.goto(list);
  await inHand(page);
  await expect(band).toHaveCSS("position", "sticky");
  const last = page.locator("tbody th .tbl-link").last();
  await last.focus();
  for (let i = 0; i < 45; i++) await page.keyboard.press("Shift+Tab");
  await clear(page.locator(":focus"));
  // The panel of somebody far down.
  await last.click();
  await clear(page.locator("aside.panel"));
  // The part that a link leads to, and the list of what is amiss in it.
  await page.goto(list);
  await inHand(page);
  await page.getByRole("link", { name: w.registrations.registerPerson }).click();
  const form = page.locator("#register");
  await clear(form.getByRole("heading").first());
  await form.getByRole("button", { name: w.registrations.registerPerson }).click();
  await clear(form.getByRole("alert").filter({ hasText: w.errors.consentByPerson }));
});

test("decides one after the other on a phone: the next who waits opens, and after the last the list where they were", async ({
  world,
}) => {
  const w = words.ar;
  const course = await world.course({ ...irbid, places: 3, applied: 2 });
  const page = await world.page("coordinator", { language: "ar", viewport: phone });
  await page.goto(`/desk/courses/${course.id}/registrations?state=to_decide`);
  await inHand(page);
  const names = page.locator("tbody th .tbl-link");
  const panel = page.locator("aside.panel");
  const accept = panel.getByRole("button", { name: w.decisions.one.accepted, exact: true });
  const second = (await names.nth(1).textContent())!;
  await names.first().click();
  // It is in the place of the list, and its button above the bar.
  await expect(panel.getByRole("heading").first()).toBeInViewport();
  await expect(page.getByRole("searchbox")).toBeHidden();
  await expect(accept).toBeInViewport({ ratio: 1 });
  const bar = (await page.locator(".desk-bar").boundingBox())!;
  const button = (await accept.boundingBox())!;
  expect(button.y + button.height).toBeLessThanOrEqual(bar.y);
  await accept.click();
  await expect(panel.getByRole("heading").first()).toHaveText(second);
  await expect(panel.getByRole("heading").first()).toBeInViewport();
  await expectAccessible(page);
  // For a moment taps fall on nobody, so that a second one for the person before accepts no other.
  await expect
    .poll(async () => {
      if (await accept.isVisible()) await accept.click();
      return panel.count();
    })
    .toBe(0);
  await page.goto(`/desk/courses/${course.id}/registrations`);
  await page.locator("tbody th .tbl-link").last().click();
  await expect(panel.getByRole("heading").first()).toBeInViewport();
});

test("cannot accept more people than there are places", async ({ world }) => {
  const w = words.en;
  const course = await world.course({
    ...irbid,
    applied: 0,
    admission: "first_come",
    capacity: 5,
    waiting: 3,
  });
  const page = await world.page("coordinator");
  await page.goto(`/desk/courses/${course.id}/registrations?state=waiting`);
  await page.locator('[name="registrationIds[]"]').first().check();
  await page.getByRole("button", { name: "Accept 1 person" }).click();
  await expect(page.getByText(w.errors.noPlaceLeft)).toBeVisible();
});

for (const javaScript of sampled([false, true], 2))
  test(`registers somebody known and somebody new, ${javaScript ? "with" : "without"} JavaScript`, async ({
    world,
  }) => {
    const w = words.en;
    const course = (await world.course(irbid)).id;
    const page = await world.page("coordinator", { javaScript });
    const person = javaScript ? "Widad Salem" : "Ghada Salem";
    await page.goto(`/desk/courses/${course}/registrations`);
    await page.getByRole("link", { name: w.registrations.registerPerson }).click();
    const form = page.locator("#register");
    const save = form.getByRole("button", { name: w.registrations.registerPerson });
    await form.getByLabel(w.registrations.name, { exact: true }).fill(person);
    await form.getByRole("textbox", { name: /^Phone/ }).fill(javaScript ? "0791230001" : "0791230002");
    await save.click();
    await expect(form.getByText(w.errors.consentByPerson).first()).toBeVisible();
    await expect(form.getByLabel(w.registrations.name, { exact: true })).toHaveValue(person);
    if (javaScript) await expectAccessible(page);
    await form.getByLabel(w.registrations.consentByPerson).check();
    await save.click();
    await expect(form.getByText(w.outcome.registered.replace("{name}", person))).toBeVisible();

    // Somebody known is found by phone, and is not entered twice.
    await page.goto(`/desk/courses/${course}/registrations?find=#register`);
    await form.getByRole("searchbox").fill(javaScript ? "+962 79 123 0001" : "0791230002");
    await form.getByRole("button", { name: w.registrations.findNow }).click();
    await expect(form.getByRole("radio", { name: person })).toBeChecked();
    // Whoever types somebody new means them: the choice follows, and where it cannot the server asks.
    const name = form.getByLabel(w.registrations.name, { exact: true });
    if (javaScript) await inHand(page);
    await name.fill("Somebody Else");
    if (javaScript) {
      await expect(form.getByRole("radio", { name: w.registrations.newPerson })).toBeChecked();
      await form.getByRole("radio", { name: person }).check();
    }
    await form.getByLabel(w.registrations.consentByPerson).check();
    await save.click();
    await expect(form.getByText(w.errors.knownOrNew).first()).toBeVisible();
    await expect(name).toHaveValue("Somebody Else");
    await name.fill("");
    await form.getByRole("radio", { name: person }).check();
    await form.getByLabel(w.registrations.consentByPerson).check();
    await save.click();
    await expect(form.getByText(w.errors.alreadyInCourse).first()).toBeVisible();
    await form.getByRole("link", { name: w.form.openRegistration }).click();
    await expect(page).toHaveURL(/registrations\/\d+$/);
    await expect(page.getByText(person).first()).toBeVisible();
  });

for (const javaScript of [true, false])
  test(`withdraws somebody who called, and undoes it, ${javaScript ? "with" : "without"} JavaScript`, async ({
    world,
  }) => {
    const w = words.en;
    const course = (await world.course(irbid)).id;
    const page = await world.page("coordinator", { javaScript });
    const { id, name } = ask<{ id: number; name: string }>(
      "SELECT r.id, p.name FROM registrations r JOIN persons p ON p.id = r.person_id WHERE r.course_id = ? AND r.state = 'accepted' ORDER BY r.id LIMIT 1",
      course,
    );
    const state = () => ask<{ state: string }>("SELECT state FROM registrations WHERE id = ?", id).state;
    const list = `/desk/courses/${course}/registrations`;
    await page.goto(`${list}?q=${encodeURIComponent(name)}`);
    await page.locator(`[name="registrationIds[]"][value="${id}"]`).check();
    const cannotCome = page.getByRole("button", { name: /cannot come$/ });
    await page.getByText(w.decisions.declineOpen).click();
    await cannotCome.click();
    await expect(page.getByText(w.errors.reasonRequired).first()).toBeVisible();
    await page.locator("[name=reason]").fill("She called");
    if (!javaScript) await page.locator(`[name="registrationIds[]"][value="${id}"]`).check();
    await cannotCome.click();
    await expect(page).toHaveURL(/decided=\d+$/);
    expect(state()).toBe("withdrawn");
    if (javaScript) await expectAccessible(page);
    await page.getByRole("button", { name: w.decisions.undo }).click();
    await expect(page).toHaveURL(/undone=1$/);
    expect(state()).toBe("accepted");
  });

test("shows in a fold what was refused there, without JavaScript", async ({ world }) => {
  const w = words.en;
  const { id } = await world.course({ ...irbid, places: 0, applied: 0 });
  const page = await world.page("coordinator", { javaScript: false });
  await page.goto("/desk/settings");
  await page.getByText(w.settings.addVenue, { exact: true }).first().click();
  await page.getByRole("button", { name: w.settings.addVenue }).click();
  await expect(page.locator("details [role=alert]")).toBeVisible();
  await expect(page.locator("details [name=name]")).toBeVisible();
  await page.goto(`/desk/courses/${id}`);
  const asked = await askedInMenu(page, w.overview.go.cancelled);
  await page.getByRole("button", { name: w.overview.cancelNow }).click();
  await expect(asked.getByRole("alert").first()).toBeVisible();
});
