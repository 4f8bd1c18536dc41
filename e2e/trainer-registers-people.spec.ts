import type { Page } from "@playwright/test";
import { ask, expectAccessible, phone } from "./support/pages";
import { test as base, expect } from "./support/test";
import { words } from "./support/words";

const w = words.ar;
const p = w.participants;
/** In the trainer's own workshop of 40 people, and in one that has nobody yet; with a page of the trainer. */
const test = base.extend<{
  own: number;
  empty: number;
  trainer: (javaScript?: boolean) => Promise<Page>;
}>({
  own: async ({ world }, use) => use(world.workshop({ audience: "own", people: 40 }).id),
  empty: async ({ world }, use) => use(world.workshop({ audience: "nobody yet", people: 0 }).id),
  trainer: async ({ world }, use) =>
    use((javaScript = true) => world.page("trainer", { language: "ar", viewport: phone, javaScript })),
});
const list = (workshop: number) => `/desk/courses/${workshop}/participants`;
const sessionToday = (workshop: number) =>
  ask<{ id: number }>(
    "SELECT id FROM sessions WHERE course_id = ? AND day = '2027-01-12' ORDER BY start_instant LIMIT 1",
    workshop,
  ).id;
const inWorkshop = (workshop: number, name: string) =>
  ask<{ n: number }>(
    "SELECT count(*) AS n FROM registrations r JOIN persons p ON p.id = r.person_id WHERE r.course_id = ? AND p.name = ?",
    workshop,
    name,
  ).n;
/** Somebody of the workshop, with the number by which they are reached. */
const somebodyOf = (workshop: number) =>
  ask<{ name: string; phone: string }>(
    "SELECT p.name, p.phone FROM registrations r JOIN persons p ON p.id = r.person_id WHERE r.course_id = ? ORDER BY r.id LIMIT 1",
    workshop,
  );

async function fillIn(page: Page, name: string, number = "") {
  await page.locator("[name=name]").fill(name);
  await page.locator("[name=phone]").fill(number);
}

test("finds everybody of their own workshop with a way to reach them, on a phone in Arabic", async ({
  trainer,
  own,
}) => {
  const page = await trainer();
  const { name, phone: number } = somebodyOf(own);
  await page.goto(`/desk/courses/${own}`);
  await page.getByRole("link", { name: w.workspace.tab.participants }).click();
  await expect(page.getByRole("heading", { name: p.title })).toBeVisible();
  const rows = page.locator("#participants > li");
  expect(await rows.count()).toBeGreaterThanOrEqual(40);
  const door = rows.filter({ hasText: name });
  await expect(door.locator(`a[href="tel:${number}"]`)).toBeVisible();
  await expect(door.locator(`a[href="https://wa.me/${number.slice(1)}"]`)).toBeVisible();
  await expectAccessible(page);
  // The parts of the workshop are those that a trainer may open.
  const tabs = page.getByRole("navigation", { name: w.workspace.tabs });
  await expect(tabs.getByRole("link", { name: w.workspace.tab.registrations })).toHaveCount(0);
  await expect(tabs.getByRole("link", { name: w.workspace.tab.certificates })).toHaveCount(0);
});

test("registers somebody; what was forgotten is said and nothing typed is lost", async ({
  trainer,
  empty,
}) => {
  const page = await trainer();
  await page.goto(list(empty));
  await page.getByRole("link", { name: p.register }).click();
  await fillIn(page, "أمينة خليل 😀", "059 111 2233");
  await page.getByRole("button", { name: p.register }).click();
  const faults = page.locator("form [role=alert]");
  await expect(faults).toBeInViewport();
  await expect(faults).toContainText(w.errors.nameWithPictures);
  await expect(faults).toContainText(w.errors.consentByPerson);
  await expect(page.locator("[name=phone]")).toHaveValue("059 111 2233");
  await page.locator("[name=name]").fill("أمينة خليل");
  await page.getByText(p.totals).click();
  await page.locator("[name=sex]").selectOption("woman");
  await page.locator("[name=birthYear]").fill("1937");
  await page.getByLabel(p.consent).check();
  const send = page.getByRole("button", { name: p.register });
  await send.dblclick();
  await expect(
    page.getByText(w.outcome.participantRegistered.split("{name}")[0]!.trim()).first(),
  ).toBeInViewport();
  expect(inWorkshop(empty, "أمينة خليل")).toBe(1);
  // The form is empty for the next one, what is sensitive included.
  await expect(page.locator("[name=name]")).toHaveValue("");
  await expect(page.locator("[name=birthYear]")).toHaveValue("");
  await expect(page.locator("[name=sex]")).toHaveValue("");
  // The same name again: it is asked who it is.
  await fillIn(page, "أمينه خليل");
  await page.getByLabel(p.consent).check();
  await send.click();
  await expect(page.locator("form [role=alert]")).toContainText(w.errors.knownContact);
  await expectAccessible(page);
  await page.getByLabel(p.another).check();
  await send.click();
  await expect.poll(() => inWorkshop(empty, "أمينه خليل")).toBe(1);
});

test("puts whoever walks in onto the roll, present", async ({ trainer, own }) => {
  const page = await trainer();
  const session = sessionToday(own);
  await page.goto(`/desk/courses/${own}/roll/${session}`);
  // Without a network the roll is not left: nothing would lead back to it.
  const roll = page.url();
  await page.context().setOffline(true);
  await page.getByRole("link", { name: w.rolls.somebodyNew }).click();
  await expect(page.getByText(w.rolls.somebodyNewOffline)).toBeVisible();
  expect(page.url()).toBe(roll);
  await page.context().setOffline(false);
  await page.getByRole("link", { name: w.rolls.somebodyNew }).click();
  // What is looked at is the page that was asked for, with its title.
  await page.waitForURL(/\/participants\/new\?session=/);
  await expect(page).toHaveTitle(/ · Cascade$/);
  await expectAccessible(page);
  await fillIn(page, "وافدة جديدة", "+254 712 345678");
  await page.getByLabel(p.consent).check();
  await page.getByRole("button", { name: p.addPresent }).click();
  await page.waitForURL(/\/roll\/\d+\?added=/);
  await expect(page.getByRole("status").filter({ hasText: "وافدة جديدة" })).toBeVisible();
  const state = () =>
    ask<{ state: string }>(
      "SELECT a.state FROM attendance a JOIN registrations r ON r.id = a.registration_id JOIN persons p ON p.id = r.person_id WHERE a.session_id = ? AND p.name = 'وافدة جديدة'",
      session,
    )?.state;
  expect(state()).toBe("present");
});

test("registers a walk-in without JavaScript", async ({ trainer, own }) => {
  const page = await trainer(false);
  const session = sessionToday(own);
  await page.goto(`${list(own)}/new?session=${session}`);
  await fillIn(page, "بلا نصوص برمجية");
  await page.getByRole("button", { name: p.addPresent }).click();
  await expect(page.getByText(w.errors.consentByPerson).first()).toBeVisible();
  await expect(page.locator("[name=name]")).toHaveValue("بلا نصوص برمجية");
  await page.getByLabel(p.consent).check();
  await page.getByRole("button", { name: p.addPresent }).click();
  await expect(page).toHaveURL(/\/roll\/\d+\?added=/);
  expect(inWorkshop(own, "بلا نصوص برمجية")).toBe(1);
});

test("keeps what was typed without a network, and over a reload", async ({ trainer, empty }) => {
  const page = await trainer();
  await page.goto(`${list(empty)}/new`);
  await fillIn(page, "دون شبكة");
  await page.getByLabel(p.consent).check();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: p.register }).click();
  await expect(page.getByText(w.errors.noConnection)).toBeInViewport();
  await expect(page.locator("[name=name]")).toHaveValue("دون شبكة");
  await page.context().setOffline(false);
  await page.reload();
  await expect(page.locator("[name=name]")).toHaveValue("دون شبكة");
  expect(inWorkshop(empty, "دون شبكة")).toBe(0);
});

test("takes back what was a mistake, undoes that, corrects a name and shares the link", async ({
  trainer,
  own,
  world,
}) => {
  const page = await trainer();
  const { name, phone: number } = somebodyOf(own);
  await page.goto(list(own));
  await page.getByRole("link", { name, exact: true }).click();
  await expectAccessible(page);
  const whatsApp = page.locator(`a[href^="https://wa.me/${number.slice(1)}?text="]`);
  const link = await page.locator("bdi.select-all").textContent();
  expect(decodeURIComponent((await whatsApp.getAttribute("href"))!)).toContain(link!);
  const visitor = await world.page("visitor", { language: "ar", viewport: phone });
  await visitor.goto(link!);
  await expect(visitor.getByText(name, { exact: true })).toBeVisible();
  await page.getByText(p.mend, { exact: true }).click();
  await page.locator("[name=organisation]").fill("تعاونية الزيتون");
  await page.getByRole("button", { name: w.person.save }).click();
  await expect(page.getByText(p.saved)).toBeVisible();
  await page.getByRole("button", { name: p.takeBack }).click();
  await page.waitForURL(/takenBack=/);
  await expect(page.getByRole("status").filter({ hasText: name })).toBeVisible();
  await page.getByRole("button", { name: p.undo }).click();
  await page.waitForURL(/placed=/);
  await expect(page.locator("#participants > li").filter({ hasText: name })).toBeVisible();
});

test("reads nothing that was said for the totals, on no page of the workshop", async ({ trainer, own }) => {
  const page = await trainer();
  await page.goto(`${list(own)}/new`);
  await fillIn(page, "قالت للإحصاءات");
  await page.getByText(p.totals).click();
  await page.locator("[name=birthYear]").fill("1937");
  await page.locator("[name=displacement]").selectOption("refugee");
  // Refused once: the page that somebody else opens meanwhile has nothing of it either.
  await page.getByRole("button", { name: p.register }).click();
  const look = async () => {
    const base = `/desk/courses/${own}`;
    const { id } = ask<{ id: number }>("SELECT max(id) AS id FROM registrations WHERE course_id = ?", own);
    for (const path of [
      "",
      "/timetable",
      "/participants",
      "/participants/new",
      `/participants/new?session=${sessionToday(own)}`,
      `/participants/${id}`,
      "/roll",
      `/roll/${sessionToday(own)}`,
      "/tests",
      "/sheet",
    ]) {
      const html = await (await page.request.get(base + path)).text();
      expect(html.length, path).toBeGreaterThan(1000);
      expect(/(?<!\w)1937(?!\w)/.test(html), path).toBe(false);
      expect(
        /value="(refugee|woman)"[^>]*selected|selected[^>]*value="(refugee|woman)"/.test(html),
        path,
      ).toBe(false);
    }
  };
  await look();
  await page.getByLabel(p.consent).check();
  await page.getByRole("button", { name: p.register }).click();
  await expect.poll(() => inWorkshop(own, "قالت للإحصاءات")).toBe(1);
  await look();
});

test("prints a sheet to sign without anything that is not for everybody's eyes", async ({ trainer, own }) => {
  const page = await trainer();
  const { name } = somebodyOf(own);
  await page.goto(`${list(own)}`);
  await page.getByRole("link", { name: p.sheet }).click();
  await expectAccessible(page);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await page.getByRole("button", { name: w.sheet.print }).click();
  await expect(page.locator("body")).toHaveAttribute("data-printed", "");
  await page.emulateMedia({ media: "print" });
  for (const hidden of [
    page.getByRole("button", { name: w.sheet.print }),
    page.locator(".menu"),
    page.locator(".tabs"),
  ])
    await expect(hidden).toBeHidden();
  const table = page.locator("table.sheet");
  await expect(table.getByText(name)).toBeVisible();
  for (const cell of await table.locator("tbody td").allTextContents()) expect(cell).not.toMatch(/\d{4,}/);
  // In another language than the page's.
  await page.emulateMedia({ media: "screen" });
  await page
    .getByRole("navigation", { name: w.sheet.language })
    .getByRole("link", { name: "Français" })
    .click();
  await expect(page.locator("table.sheet")).toHaveAttribute("lang", "fr");
  await expect(page.locator("table.sheet")).toHaveAttribute("dir", "ltr");
  const still = await trainer(false);
  await still.goto(`/desk/courses/${own}/sheet`);
  await expect(still.getByText(w.sheet.keys)).toBeVisible();
});

test("is not found what is of another workshop or course", async ({ trainer, own, world }) => {
  const page = await trainer();
  const other = (
    await world.course({ country: "PS", from: "2027-01-10", to: "2027-01-19", places: 1, state: "running" })
  ).id;
  const { id } = ask<{ id: number }>("SELECT min(id) AS id FROM registrations WHERE course_id = ?", other);
  for (const path of [
    `/desk/courses/${other}/participants`,
    `/desk/courses/${other}/participants/new`,
    `${list(own)}/${id}`,
    `${list(own)}/new?session=${sessionToday(other)}`,
    `/desk/courses/${own}/sheet?day=2020-01-01`,
  ])
    expect((await page.goto(path))?.status(), path).toBe(404);
});

test("registers somebody of the cooperative that the workshop is for without typing it, and nobody at the door", async ({
  trainer,
  world,
}) => {
  const { name } = ask<{ name: string }>(
    "SELECT name FROM organisations WHERE country = 'PS' ORDER BY id LIMIT 1",
  );
  const { id } = world.workshop({ audience: name, people: 1 });
  const page = await trainer();
  await page.goto(`${list(id)}/new`);
  await expect(page.locator("[name=organisation]")).toHaveValue(name);
  await page.goto(`${list(id)}/new?session=${sessionToday(id)}`);
  await expect(page.locator("[name=organisation]")).toHaveValue("");
});
