import { ask, expectAccessible, pageOf, phone } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en;

test("finds who trained last, keeps that as a view, and opens the page of a trainer", async ({ world }) => {
  await world.course({ from: "2027-01-10", to: "2027-01-19", state: "running", places: 3, rolls: true });
  const page = await world.page("coordinator");
  await page.goto("/desk/trainers");
  const table = page.getByRole("table", { name: w.trainers.title });
  await table.getByRole("columnheader", { name: w.trainerNumbers.last }).getByRole("link").click();
  await expect(table.getByRole("columnheader", { name: w.trainerNumbers.last })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await page.getByText(w.views.save, { exact: true }).click();
  await page.getByLabel(w.views.name).fill("Trained last");
  await page.getByRole("button", { name: w.views.saveNow }).click();
  await expect(page.getByRole("link", { name: "Trained last" })).toHaveAttribute("aria-current", "page");
  await page.getByText(w.pictures.asTable).click();
  await expect(page.getByRole("table", { name: w.trainerNumbers.quarters })).toContainText("Q1 2027");
  await expectAccessible(page);
  await table.getByRole("rowheader").first().getByRole("link").click();
  await expect(page.getByText(w.personPage.given)).toBeVisible();
  await expect(page.getByRole("table", { name: w.personPage.asTrainer }).getByRole("row")).toHaveCount(2);
  await page.getByText(w.pictures.asTable).click();
  const modules = page.getByRole("table", { name: w.personPage.modules });
  await expect(modules).toContainText(w.trainerRole.lead);
  await expectAccessible(page);
});

test("narrows the register: the menu closes as something is chosen, and each tab counts and keeps what else was chosen", async ({
  world,
}) => {
  const page = await world.page("coordinator");
  await page.goto("/desk/trainers");
  const menu = page.locator("details", {
    has: page.locator("summary", { hasText: w.registerWays.language }),
  });
  await menu.locator("summary").click();
  await menu.getByRole("link").first().click();
  await expect(page).toHaveURL(/language=/);
  await expect(menu).not.toHaveAttribute("open", /.*/);
  await expect(menu.locator("summary")).toBeFocused();
  const tab = page.locator(".views-tab", { hasText: w.trainerRegister.certified.none });
  const said = Number(await tab.locator("b").textContent());
  await tab.click();
  await expect(page).toHaveURL(/language=.*certification=none|certification=none.*language=/);
  await expect(tab).toHaveAttribute("aria-current", "page");
  await expect(page.locator(".trainers .tbl-name")).toHaveCount(said);
});

test("a link and a code that are shown once stay while other forms of the page are sent, until they are closed", async ({
  world,
}) => {
  const course = await world.course({ from: "2027-01-10", to: "2027-01-19", state: "open", places: 1 });
  const page = await world.page("coordinator");
  const { personId } = ask<{ personId: number }>(
    "SELECT person_id AS personId FROM registrations WHERE course_id = ?",
    course.id,
  );
  await page.goto(`/desk/people/${personId}`);
  await page.getByRole("button", { name: w.person.giveAccess }).click();
  const link = page.getByText(/token=/);
  await expect(link).toBeVisible();
  await page.getByRole("button", { name: w.person.makeCode }).click();
  const code = page.locator("[data-code]");
  await expect(code).toBeVisible();
  await page.locator("summary", { hasText: w.person.addRole }).click();
  await page.getByRole("button", { name: w.person.addRole }).click();
  await expect(page.getByText(w.person.roleAdded)).toBeVisible();
  await expect(link).toBeVisible();
  await expect(code).toBeVisible();
  // Those in words beside what is shown: what says that the role was added has a cross, while it is there.
  const close = page.locator("button", { hasText: w.parts.closeMessage });
  // One after the other: the second is the first of what is left.
  await close.first().click();
  await expect(close).toHaveCount(1);
  await close.first().click();
  await expect(link).toBeHidden();
  await expect(code).toBeHidden();
});

test("Today draws the coming days by hour, on a phone too, and has them in words as a table", async ({
  world,
}) => {
  await world.course({ from: "2027-01-10", to: "2027-01-19", state: "running", places: 3, rolls: true });
  const page = await world.page("trainer");
  await page.goto("/today");
  const lanes = page.getByRole("table", { name: w.todayHours.byHour });
  await expect(lanes.getByRole("img").first()).toHaveAccessibleName(/09:00\u2060?–/);
  await expectAccessible(page);
  await page.setViewportSize(phone);
  await expect(lanes).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  const later = page.getByRole("rowheader", { name: "Wed 13 Jan" }).first();
  await expect(later).toBeHidden();
  await page.locator("section", { has: lanes }).locator("details > summary").click();
  await expect(later).toBeVisible();
});

test("a timetable on a phone begins with today, and what else can be done is behind one button", async ({
  world,
}) => {
  const course = await world.course({ from: "2027-01-10", to: "2027-01-19", state: "running", places: 3 });
  const page = await world.page("coordinator", { language: "ar", viewport: phone });
  await page.goto(`/desk/courses/${course.id}/timetable`);
  const days = page.locator(".tt-day:visible");
  await expect(days.first()).toHaveAttribute("id", "day-2027-01-12");
  // Nothing but the days to choose from, and a line with what is open in the plan, stands between the tabs and the list.
  const [tabs, first] = [(await page.locator(".tabs").boundingBox())!, (await days.first().boundingBox())!];
  expect(first.y - (tabs.y + tabs.height)).toBeLessThan(190);
  await page.locator('.tt-strip a[href="#day-2027-01-10"]').click();
  await expect(page.locator("#day-2027-01-10")).toBeVisible();
  await page.locator(".sheet-menu summary").click();
  await page.getByRole("link", { name: words.ar.timetable.addSession }).first().click();
  const save = page.getByRole("button", { name: words.ar.timetable.save });
  await expect(save).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
});

test("what saves a session stays in reach beside its sheet, and what deletes it stands last", async ({
  world,
}) => {
  const course = await world.course({ from: "2027-01-17", to: "2027-01-24", state: "open" });
  const page = await world.page("coordinator", { viewport: { width: 1280, height: 720 } });
  await page.goto(`/desk/courses/${course.id}/timetable`);
  await page.locator(".tt-block").nth(1).click();
  const panel = page.locator("aside.panel");
  await expect(panel.getByRole("button", { name: w.timetable.save })).toBeInViewport({ ratio: 1 });
  await expect(panel.getByRole("button", { name: w.timetable.delete })).not.toBeInViewport();
  await expect(panel.locator("button").last()).toHaveText(w.timetable.delete);
});

test("a role is given in the programme from whose page one came, and in none that nobody chose", async ({
  browser,
}) => {
  const page = await pageOf(browser, "administrator");
  // Of the demonstration: other journeys make programmes meanwhile, which have nobody yet.
  const { id, personId } = ask<{ id: number; personId: number }>(
    "SELECT programme_id AS id, person_id AS personId FROM programme_members WHERE programme_id = (SELECT programme_id FROM courses WHERE slug = 'tot-ramallah-demo') LIMIT 1",
  );
  await page.goto(`/desk/programmes/${id}`);
  await page.locator(`a[href^="/desk/people/${personId}?"]`).first().click();
  const programme = page.getByLabel(w.person.programme, { exact: true });
  await expect(programme).toHaveValue(String(id));
  await page.goto(`/desk/people/${personId}`);
  await expect(programme).toHaveValue("");
});
