import type { Locator } from "@playwright/test";
import { askedBefore } from "./support/dialog";
import { ask, expectAccessible, password, phone } from "./support/pages";
import { schedule } from "./support/schedule";
import { expect, test } from "./support/test";
import { words } from "./support/words";

/** The workshop that a trainer scheduled in a place, where there is one. */
const idOf = (trainer: { personId: number }, place: string) =>
  ask<{ id: number } | undefined>(
    "SELECT id FROM courses WHERE scheduled_by = ? AND json_extract(place, '$.ar') = ?",
    trainer.personId,
    place,
  )?.id;
const course = (id: number) =>
  ask<{ state: string; approved: number | null; slug: string; afterwards: number }>(
    "SELECT state, approved_at AS approved, slug, entered_afterwards AS afterwards FROM courses WHERE id = ?",
    id,
  );

test("from sign-in to the ended workshop on a phone, in Arabic; a coordinator approves it and issues", async ({
  browser,
  world,
}) => {
  const w = words.ar;
  const context = await browser.newContext({ viewport: phone, locale: "ar" });
  await context.addCookies([{ name: "locale", value: "ar", url: test.info().project.use.baseURL! }]);
  const page = await context.newPage();
  let taps = 0;
  const tap = async (what: Locator) => {
    taps += 1;
    await what.click();
  };
  const began = Date.now();
  await page.goto("/sign-in");
  await page.getByLabel(w.signIn.identifier).fill(world.people.trainer.email);
  await page.getByLabel(w.signIn.password, { exact: true }).fill(password);
  await tap(page.getByRole("button", { name: w.signIn.signIn, exact: true }));
  await page.waitForURL("**/today");
  await expectAccessible(page);
  await tap(page.getByRole("link", { name: w.workshop.title }));
  await page.waitForURL("**/desk/workshops/new");

  // Nothing is chosen yet: the step says so and stays, and Back keeps what was typed.
  const next = page.getByRole("button", { name: w.workshop.next.replace("{name}", w.workshop.step.where) });
  await next.click();
  await expect(page.getByText(w.errors.chooseModules).filter({ visible: true }).first()).toBeVisible();
  // The lists of single modules stay folded, so that what is said stands where one looks.
  await expect(page.locator("#what details input").filter({ visible: true })).toHaveCount(0);
  await expectAccessible(page);
  const village = "ملكا";
  await schedule(page, tap, { place: village, day: "2027-01-05" });
  await expect(page.getByText(w.workshop.heldAlready)).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await expect(page.getByLabel(w.workshop.audience)).toHaveValue("منتجو الحليب");
  await page.goForward();
  await tap(page.getByRole("button", { name: w.workshop.schedule }));
  await page.waitForURL(/\/desk\/courses\/\d+$/);
  // One arrives at the top of what was made, not where the button was.
  await expect(page.locator("header.course-head")).toBeInViewport();
  const scheduledIn = { taps, seconds: Math.round((Date.now() - began) / 1000) };
  const id = idOf(world.people.trainer, village)!;
  expect(course(id)).toMatchObject({ state: "running", approved: null, afterwards: 1 });
  await expect(page.getByText(w.workshop.awaits).first()).toBeVisible();
  await expectAccessible(page);
  expect((await page.request.get(`/courses/${course(id).slug}`)).status()).toBe(404);

  // The trainer registers somebody with a phone, and somebody without.
  const people = () =>
    ask<{ n: number }>("SELECT count(*) AS n FROM registrations WHERE course_id = ?", id).n;
  await tap(page.getByRole("link", { name: w.workspace.tab.participants, exact: true }));
  await tap(page.getByRole("link", { name: w.participants.register }).first());
  for (const [i, [name, number]] of [
    ["سلمى الزعبي", "+962 79 555 0199"],
    ["خولة العمري", ""],
  ].entries()) {
    await expect(page.locator("[name=name]")).toHaveValue("");
    await page.locator("[name=name]").fill(name!);
    await page.locator("[name=phone]").fill(number!);
    await tap(page.locator("[name=consent]"));
    await tap(page.getByRole("button", { name: w.participants.register }));
    await expect.poll(people).toBe(i + 1);
  }
  const coordinator = await world.page("coordinator", { language: "ar" });

  // The roll of each of its sessions, one tap for all, and its end.
  const sessions = ask<{ n: number }>("SELECT count(*) AS n FROM sessions WHERE course_id = ?", id).n;
  const marks = () =>
    ask<{ n: number }>(
      "SELECT count(*) AS n FROM attendance a JOIN sessions s ON s.id = a.session_id WHERE s.course_id = ?",
      id,
    ).n;
  await page.goto(`/desk/courses/${id}`);
  await tap(page.getByRole("link", { name: w.workspace.tab.roll, exact: true }));
  for (let i = 0; i < sessions; i++) {
    // The page before has links to attendance too, and is there until this one is.
    await expect(page).toHaveURL(`/desk/courses/${id}/roll`);
    // Of the list: the table for a desktop has links too.
    await tap(page.locator(`main li a[href^="/desk/courses/${id}/roll/"]`).nth(i));
    await tap(page.getByRole("button", { name: w.roll.restPresent.replace("{count}", "2") }));
    await expect.poll(marks).toBe((i + 1) * 2);
    await tap(page.getByRole("link", { name: w.rolls.allSessions }));
  }
  await tap(page.getByRole("link", { name: w.workspace.tab.overview, exact: true }));
  await tap(askedBefore(page, w.overview.goOwn.closed));
  await tap(page.getByRole("button", { name: w.overview.goOwn.closed }));
  await expect.poll(() => course(id).state).toBe("closed");
  console.log(
    `scheduled in ${scheduledIn.taps} taps and ${scheduledIn.seconds} s; ended after ${taps} taps and ${Math.round((Date.now() - began) / 1000)} s`,
  );
  expect(scheduledIn.taps).toBeLessThanOrEqual(10);
  // In under two minutes, with what axe reads of each page between.
  expect(scheduledIn.seconds).toBeLessThan(120);

  // One tap approves it, and can be taken back; then it counts, and its certificate is the coordinator's to issue.
  await coordinator.goto(`/desk/courses/${id}/certificates`);
  await expect(coordinator.getByText(w.certificates.whenApproved)).toBeVisible();
  const item = coordinator.getByRole("listitem").filter({ hasText: village });
  await coordinator.goto("/today");
  await item.getByRole("button", { name: w.workshop.approve, exact: true }).click();
  await expect.poll(() => course(id).approved).not.toBeNull();
  await expectAccessible(coordinator);
  await coordinator.getByRole("button", { name: w.workshop.takeBack }).click();
  await expect.poll(() => course(id).approved).toBeNull();
  // On its own page one stays there, which says what was done and takes it back.
  await coordinator.goto(`/desk/courses/${id}`);
  await coordinator.getByRole("button", { name: w.workshop.approve, exact: true }).click();
  await expect(coordinator).toHaveURL(`/desk/courses/${id}?done=approved`);
  await expect(coordinator.getByText(w.courseDone.approved)).toBeVisible();
  await coordinator.getByRole("button", { name: w.workshop.takeBack }).click();
  await expect(coordinator).toHaveURL(`/desk/courses/${id}?done=approvalBack`);
  await expect.poll(() => course(id).approved).toBeNull();
  await coordinator.goto("/today");
  await item.getByRole("button", { name: w.workshop.approve, exact: true }).click();
  await expect.poll(() => course(id).approved).not.toBeNull();
  expect((await page.request.get(`/courses/${course(id).slug}`)).status()).toBe(200);
  await coordinator.goto(`/desk/courses/${id}/certificates`);
  await coordinator
    .locator("form", { has: coordinator.locator("[name=courseId]") })
    .first()
    .getByRole("button")
    .click();
  await expect
    .poll(
      () =>
        ask<{ n: number }>(
          "SELECT count(*) AS n FROM certificates c JOIN registrations r ON r.id = c.registration_id WHERE r.course_id = ?",
          id,
        ).n,
    )
    .toBe(2);
});

test("keeps what was typed through a refusal, and leads to the step of the fault", async ({ world }) => {
  const w = words.ar;
  await world.course({ country: "PS", from: "2027-01-10", to: "2027-01-19", state: "running" });
  const page = await world.page("trainer", { language: "ar", viewport: phone });
  await page.goto("/desk/workshops/new");
  // On a day and at hours at which the trainer teaches elsewhere.
  await schedule(page, (what) => what.click(), { place: "حوارة", day: "2027-01-13" });
  await page.getByRole("button", { name: w.workshop.schedule }).click();
  await expect(page.getByText("Start.Coop").filter({ visible: true }).first()).toBeVisible();
  await expect(page.locator("form [role=alert]")).toBeVisible();
  await expect(page.getByLabel(w.workshop.place)).toHaveValue("حوارة");
  await expect(page.getByRole("textbox", { name: w.workshop.startsOn })).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await expectAccessible(page);
  expect(idOf(world.people.trainer, "حوارة")).toBeUndefined();
});

test("is one long form without JavaScript", async ({ world }) => {
  const w = words.fr;
  const page = await world.page("trainer", { language: "fr", viewport: phone, javaScript: false });
  await page.goto("/desk/workshops/new");
  await page.getByRole("button", { name: w.workshop.schedule }).click();
  await expect(page.getByText(w.errors.chooseModules).first()).toBeVisible();
  await page
    .getByText(/^\P{L}*Think\.Coop/u)
    .first()
    .click();
  await page.getByRole("textbox", { name: w.workshop.startsOn }).fill("2027-03-06");
  await page.getByLabel(w.workshop.place).fill("Beit Ras");
  await page.getByRole("button", { name: w.workshop.schedule }).click();
  await page.waitForURL(/\/desk\/courses\/\d+$/);
  // A Saturday there: said, not refused.
  await page.getByRole("link", { name: "à régler" }).click();
  await expect(page.getByRole("link", { name: w.issues.what.weekend, exact: true })).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: w.workshop.editTitle }).click();
  await page.getByLabel(w.workshop.capacity).fill("12");
  await page.getByRole("button", { name: w.workshop.save }).click();
  await page.waitForURL(/\/desk\/courses\/\d+\?done=plan(&|$)/);
  await expect(page.getByText(w.courseDone.plan)).toBeVisible();
  expect(
    ask<{ capacity: number }>(
      "SELECT capacity FROM courses WHERE scheduled_by = ? AND json_extract(place, '$.fr') = 'Beit Ras'",
      world.people.trainer.personId,
    ).capacity,
  ).toBe(12);
});

test("is turned down with a reason that the trainer reads", async ({ world }) => {
  const w = words.en;
  const trainer = await world.page("trainer", { viewport: phone });
  await trainer.goto("/desk/workshops/new");
  const next = (step: "where" | "who" | "check") =>
    trainer
      .getByRole("button", { name: w.workshop.next.replace("{name}", w.workshop.step[step]) })
      .filter({ visible: true })
      .click();
  await trainer
    .getByText(/^\P{L}*Think\.Coop/u)
    .first()
    .click();
  await next("where");
  await trainer.getByRole("textbox", { name: w.workshop.startsOn }).fill("2027-03-15");
  await trainer.getByLabel(w.workshop.place).fill("Sama");
  await next("who");
  await next("check");
  await trainer.getByRole("button", { name: w.workshop.schedule }).click();
  await trainer.waitForURL(/\/desk\/courses\/\d+$/);
  const coordinator = await world.page("coordinator", { viewport: phone });
  await coordinator.goto("/today");
  await expectAccessible(coordinator);
  const approve = coordinator.getByRole("button", { name: w.workshop.approve, exact: true });
  const item = coordinator.getByRole("listitem").filter({ hasText: "Sama", has: approve });
  await item.getByText(w.workshop.turnDown, { exact: true }).click();
  await item.getByRole("button", { name: w.workshop.turnDownNow }).click();
  await expect(item.getByText(w.errors.reasonRequired).first()).toBeVisible();
  await item.getByLabel(w.workshop.turnDownReason).fill("There is one next week");
  await item.getByRole("button", { name: w.workshop.turnDownNow }).click();
  await expect(item).toHaveCount(0);
  await trainer.goto("/today");
  await expect(trainer.getByText("There is one next week").first()).toBeVisible();
});

test("reads before it is sent that the day is weekly rest, and in words what was left open, on a phone in Arabic", async ({
  world,
}) => {
  const { workshop } = words.ar;
  const page = await world.page("trainer", { language: "ar", viewport: phone });
  await page.goto("/desk/workshops/new");
  await schedule(page, (what) => what.click(), { place: "كنانغا", day: "2027-02-07" });
  // What is read back is said once: no heading of a step stands there with nothing under it.
  await expect(page.locator(".steps .step-title").filter({ visible: true })).toHaveCount(1);
  const [rest] = workshop.onRest.split("{days}");
  await expect(page.locator("#check").getByText(rest!)).toBeVisible();
  await expect(page.locator("#check").getByText(workshop.alone)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: workshop.when }).click();
  // The steps that were gone through are a line each, with what was said.
  await expect(page.locator("#what .step-line")).toContainText("Think.Coop");
  await page.getByRole("textbox", { name: workshop.startsOn }).fill("2027-02-08");
  await page.goto("/desk/workshops/new#check");
  await expect(page.locator("#check").getByText(rest!)).toHaveCount(0);
});

test("arrives at the workshop that was made though Back was pressed while it was sent, as by a button pressed twice", async ({
  world,
}) => {
  const { workshop, parts } = words.ar;
  const page = await world.page("trainer", { language: "ar", viewport: { width: 1280, height: 900 } });
  await page.goto("/desk/workshops/new");
  await schedule(page, (what) => what.click(), { place: "كفر راكب", day: "2027-02-15" });
  let arrived = () => {};
  const sent = new Promise<void>((done) => {
    arrived = done;
  });
  let release = () => {};
  const released = new Promise<void>((done) => {
    release = done;
  });
  await page.route("**/desk/workshops/new", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    arrived();
    await released;
    return route.continue();
  });
  await page.getByRole("button", { name: workshop.schedule }).dblclick();
  await sent;
  // The button says by now that it is busy, in fewer words: the one beside it may have come under the finger.
  await page.getByRole("button", { name: parts.back, exact: true }).click({ force: true });
  release();
  await page.waitForURL(/\/desk\/courses\/\d+$/);
});
