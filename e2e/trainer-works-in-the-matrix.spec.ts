import { takeRoll } from "../lib/attendance/commands";
import { rollSchema } from "../lib/attendance/schema";
import { act, now } from "./support/act";
import { ask, desktop, expectAccessible, openPage, phone } from "./support/pages";
import { rollAt, sessionOf, stored, test } from "./support/roll";
import { expect } from "./support/test";
import { words } from "./support/words";

const w = words.en;
const matrixAt = (course: number) => `/desk/courses/${course}/roll`;

/** The registration of the nth person (from 0) by name. */
const personIn = (course: number, nth: number) =>
  ask<{ id: number; name: string; token: string }>(
    "SELECT r.id, p.name, r.token FROM registrations r JOIN persons p ON p.id = r.person_id WHERE r.course_id = ? AND r.state = 'accepted' ORDER BY p.sort_name, r.id LIMIT 1 OFFSET ?",
    course,
    nth,
  );
const cellOf = (page: import("@playwright/test").Page, session: number, person: number) =>
  page.locator(`.matrix button[value="${session}.${person}"]`);
/** The matrix takes keys: the keyboard has its stop. */
const inHand = (page: import("@playwright/test").Page) =>
  expect(page.locator('.matrix tbody button[tabindex="0"]')).toHaveCount(1);

test("marks with letters where the keyboard is, undoes, and ends the session due", async ({
  world,
  course,
}) => {
  const session = sessionOf(course, "2027-01-12", 0);
  const page = await world.page("trainer", { viewport: desktop });
  await page.goto(matrixAt(course));
  await inHand(page);
  await expect(page.locator(".attendance-list")).toBeHidden();
  const first = personIn(course, 0);
  const second = personIn(course, 1);
  // The session that has begun is the due one, and where the keyboard enters.
  await expect(page.locator('.matrix button[tabindex="0"]')).toHaveAttribute(
    "value",
    `${session}.${first.id}`,
  );
  await cellOf(page, session, first.id).click();
  await page.keyboard.press("a");
  await expect.poll(() => stored(session, 0).state).toBe("absent");
  await expect(cellOf(page, session, first.id)).toHaveAccessibleName(new RegExp(`: ${w.roll.state.absent}$`));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("l");
  await expect.poll(() => stored(session, 1).state).toBe("late");
  // The minutes that it takes stand beside the cell; what cannot be is said there and stores nothing.
  // It began half an hour ago, and late is how late it is now, in steps of five minutes.
  const late = page.getByLabel(w.roll.late);
  const { late: minutes } = stored(session, 1);
  expect(minutes).toBeGreaterThanOrEqual(30);
  expect(minutes! % 5).toBe(0);
  await expect(late).toHaveValue(String(minutes));
  await late.fill("999");
  await late.press("Enter");
  await expect(late).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#matrix-late-fault")).toBeVisible();
  expect(stored(session, 1)).toEqual({ state: "late", late: minutes });
  await late.fill("٢٥");
  await late.press("Enter");
  await expect.poll(() => stored(session, 1).late).toBe(25);
  await late.press("Escape");
  await expect(cellOf(page, session, second.id)).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect.poll(() => stored(session, 1).state).toBeNull();
  await expect(cellOf(page, session, second.id)).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("button", { name: w.roll.restPresent.replace("{count}", "39") }).click();
  await expect.poll(() => stored(session, 39).state).toBe("present");
  expect(stored(session, 0).state).toBe("absent");
  await expect(page.getByText(w.roll.savedAt.replace("{time}", "").trim())).toBeVisible();
  await page.reload();
  await inHand(page);
  await expect(cellOf(page, session, second.id)).toHaveAccessibleName(
    new RegExp(`: ${w.roll.state.present}$`),
  );
});

test("marks with the mouse by the states below, and asks why before a session's day", async ({
  world,
  course,
}) => {
  const session = sessionOf(course, "2027-01-19", 0);
  const page = await world.page("trainer", { viewport: desktop });
  await page.goto(matrixAt(course));
  await inHand(page);
  const person = personIn(course, 3);
  // One session is at hand: of another than the due one everything else speaks too, and no row moves for it.
  const before = (await cellOf(page, session, person.id).boundingBox())!.y;
  await cellOf(page, session, person.id).click();
  expect((await cellOf(page, session, person.id).boundingBox())!.y).toBe(before);
  await expect(page.getByLabel(w.attendance.jump)).toHaveValue(String(session));
  await expect(page.locator(".attendance-due")).toContainText("19 Jan");
  await expect(page.locator(".matrix thead th[data-current] a")).toHaveAttribute(
    "href",
    new RegExp(`/roll/${session}$`),
  );
  await expect(page.getByRole("button", { name: /^All others present/ })).toHaveCount(0);
  const bar = page.getByRole("group", { name: w.attendance.cellBar });
  await expect(bar.getByText(person.name)).toBeVisible();
  await bar.getByRole("button", { name: w.roll.state.excused }).click();
  const reason = page.getByLabel(w.roll.reason.early);
  await expect(reason).toBeFocused();
  expect(stored(session, 3).state).toBeNull();
  // Escape leaves it for the cell, which is still in sight, and nothing pulls the reader back.
  await page.keyboard.press("Escape");
  await expect(cellOf(page, session, person.id)).toBeFocused();
  await expect(cellOf(page, session, person.id)).toBeInViewport();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("e");
  await expect(page.getByText(/2 marks wait for the reason/)).toBeVisible();
  await expect(reason).not.toBeFocused();
  await page.keyboard.press("Control+z");
  await reason.fill("Excused in advance");
  await page.getByRole("button", { name: w.roll.sendReason }).click();
  await expect.poll(() => stored(session, 3).state).toBe("excused");
  await expect(reason).toHaveCount(0);
  expect(ask<{ reason: string }>("SELECT reason FROM exceptions WHERE session_id = ?", session).reason).toBe(
    "Excused in advance",
  );
});

test("leaves a colleague's mark in place and asks", async ({ world, course }) => {
  const session = sessionOf(course, "2027-01-12", 0);
  const person = personIn(course, 5);
  const page = await world.page("trainer", { viewport: desktop });
  await page.goto(matrixAt(course));
  await inHand(page);
  act(
    takeRoll,
    world.people.coordinator.viewer,
    rollSchema.parse({ sessionId: session, marks: { [person.id]: { state: "late", lateMinutes: 30 } } }),
    now,
  );
  await cellOf(page, session, person.id).click();
  await page.keyboard.press("p");
  const mine = page.getByRole("button", { name: w.roll.insist });
  await expect(mine).toBeVisible();
  await expect(cellOf(page, session, person.id)).toHaveAccessibleName(new RegExp(`: ${w.roll.state.late}$`));
  expect(stored(session, 5)).toEqual({ state: "late", late: 30 });
  await mine.click();
  await expect.poll(() => stored(session, 5).state).toBe("present");
  await expect(mine).toHaveCount(0);
  await expect(cellOf(page, session, person.id)).toBeFocused();
});

test("finds a person in any spelling and goes to a session", async ({ world, course }) => {
  const page = await world.page("trainer", { viewport: desktop });
  await page.goto(matrixAt(course));
  await inHand(page);
  const person = personIn(course, 20);
  const search = page.getByLabel(w.attendance.search);
  await search.fill(person.name.toUpperCase().replace("أ", "ا"));
  await expect(page.locator(`.matrix tbody tr[data-row="${person.id}"]`)).toBeVisible();
  await expect.poll(() => page.locator(".matrix tbody tr:visible").count()).toBeLessThan(40);
  await search.press("Enter");
  const session = sessionOf(course, "2027-01-12", 0);
  await expect(cellOf(page, session, person.id)).toBeFocused();
  const last = sessionOf(course, "2027-01-19", 0);
  await page.getByLabel(w.attendance.jump).selectOption(String(last));
  await expect(page.locator(".matrix tbody button:focus")).toHaveAttribute(
    "value",
    new RegExp(`^${last}\\.`),
  );
  await search.fill("nobody at all");
  await expect(page.locator(".matrix tbody tr:visible")).toHaveCount(0);
  await search.press("Escape");
  await expect(page.locator(".matrix tbody tr:visible")).toHaveCount(40);
  await inHand(page);
});

test("leads to the sessions on a phone, and from a cell to its row without JavaScript", async ({
  browser,
  world,
  course,
}) => {
  const session = sessionOf(course, "2027-01-12", 0);
  const onPhone = await world.page("trainer", { viewport: phone });
  await onPhone.goto(matrixAt(course));
  await expect(onPhone.locator(".matrix")).toBeHidden();
  await expect(onPhone.locator(".attendance-list .button-main")).toBeInViewport({ ratio: 1 });
  await onPhone.locator(`.attendance-list li a[href$="/roll/${session}"]`).click();
  await expect(onPhone).toHaveURL(rollAt(session));
  const person = personIn(course, 30);
  const page = await openPage(browser, await world.state("trainer"), {
    viewport: desktop,
    javaScript: false,
  });
  await page.goto(matrixAt(course));
  await cellOf(page, session, person.id).click();
  await expect(page).toHaveURL(`${rollAt(session)}#roll-${person.id}`);
  await page.goto(`${matrixAt(course)}?at=nothing`);
  await page.locator(`.matrix thead a[href$="/roll/${session}"]`).click();
  await expect(page).toHaveURL(rollAt(session));
  await page.context().close();
});

test("warns of somebody who can no longer reach the minimum wherever that can be mended, and tells them", async ({
  world,
  course,
}) => {
  const person = personIn(course, 7);
  const held = ask<{ ids: string }>(
    "SELECT group_concat(id) AS ids FROM sessions WHERE course_id = ? AND day < '2027-01-12'",
    course,
  )
    .ids.split(",")
    .map(Number);
  for (const sessionId of held)
    act(
      takeRoll,
      world.people.coordinator.viewer,
      rollSchema.parse({ sessionId, marks: { [person.id]: { state: "absent" } } }),
      now,
    );
  const page = await world.page("coordinator", { viewport: desktop });
  const most = /at most \d+%/;
  await page.goto(matrixAt(course));
  await expect(page.locator(`tr[data-row="${person.id}"]`).getByText(most)).toBeVisible();
  await expect(page.locator(`tr[data-row="${person.id}"] [data-below]`).first()).toBeVisible();
  await page.goto(rollAt(sessionOf(course, "2027-01-12", 0)));
  await expect(
    page.getByRole("listitem").filter({ hasText: person.name }).first().getByText(most),
  ).toBeVisible();
  await page.goto(`/desk/courses/${course}`);
  await page.getByText(w.attendance.atRisk.split(":")[0]!).click();
  await expect(page.getByRole("listitem").filter({ hasText: person.name })).toContainText(/at most \d+%/);
  const own = await world.page("visitor", { viewport: phone });
  await own.goto(`/registrations/${person.token}`);
  await expect(own.getByText(/At most \d+% is still possible/)).toBeVisible();
});

test("prints on sheets that lie, with everybody and nothing to press", async ({ world, course }) => {
  const page = await world.page("trainer", { viewport: phone });
  await page.goto(matrixAt(course));
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".matrix")).toBeVisible();
  for (const hidden of [".attendance-list", ".matrix-bar", ".attendance-due", "#matrix-search"])
    await expect(page.locator(hidden)).toBeHidden();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Number(width),
    Number(height),
  ]);
  expect(sizes.some(([width, height]) => width! > height!)).toBe(true);
});
