import { makePlanFor } from "../lib/stages/commands";
import { act, day, now } from "./support/act";
import { ask, askAll, expectAccessible, phone } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

/** The workshop that a trainer scheduled in a place, where there is one. */
const idOf = (trainer: { personId: number }, place: string) =>
  ask<{ id: number } | undefined>(
    "SELECT id FROM courses WHERE scheduled_by = ? AND json_extract(place, '$.ar') = ?",
    trainer.personId,
    place,
  )?.id;

test("schedules another like one of their own: the day, the village and the cooperative are asked again", async ({
  world,
}) => {
  const w = words.ar;
  const village = "سوف";
  const page = await world.page("trainer", { language: "ar", viewport: phone });
  await page.goto("/desk/workshops/new");
  const next = (step: "where" | "who" | "check") =>
    page
      .getByRole("button", { name: w.workshop.next.replace("{name}", w.workshop.step[step]) })
      .filter({ visible: true })
      .click();
  await page
    .getByText(/^\P{L}*Think\.Coop/u)
    .first()
    .click();
  await next("where");
  await page.getByRole("textbox", { name: w.workshop.startsOn }).fill("2027-03-08");
  await page.getByLabel(w.workshop.place).fill(village);
  await next("who");
  // Another cooperative is added by its name; for whom it is besides is said in words.
  await page.getByLabel(w.workshop.newOrganisations).fill("تعاونية نحالي كفرنجة");
  await page.getByLabel(w.workshop.audience).fill("منتجو الحليب");
  await next("check");
  await expect(page.locator("#check").getByText("تعاونية نحالي كفرنجة")).toBeVisible();
  await page.getByRole("button", { name: w.workshop.schedule }).click();
  await page.waitForURL(/\/desk\/courses\/\d+$/);
  const first = idOf(world.people.trainer, village)!;
  await page.locator("main").getByRole("link", { name: w.workshop.again }).last().click();
  await page.waitForURL(`/desk/workshops/new?copy=${first}#where`);
  await expect(page.getByLabel(w.workshop.place)).toHaveValue("");
  await expectAccessible(page);
  // Gone on from without what is missing, it says so there; nothing is sent before it was read back.
  await expect(page.getByRole("button", { name: w.workshop.schedule })).toHaveCount(0);
  await next("who");
  const day = page.getByRole("textbox", { name: w.workshop.startsOn });
  await expect(day).toHaveAttribute("aria-invalid", "true");
  await day.fill("2027-03-22");
  await page.getByLabel(w.workshop.place).fill(village);
  await next("who");
  await expect(page.getByLabel(w.workshop.audience)).toHaveValue("");
  await expect(page.getByRole("checkbox", { name: "تعاونية نحالي كفرنجة" })).not.toBeChecked();
  await page.getByLabel(w.workshop.audience).fill("مربّو النحل");
  await next("check");
  await expect(page.locator("#check").getByText("مربّو النحل")).toBeVisible();
  await page.getByRole("button", { name: w.workshop.schedule }).click();
  await page.waitForURL(/\/desk\/courses\/\d+$/);
  const all = askAll<Record<string, unknown>>(
    "SELECT id, title, starts_on AS day, audience, capacity, languages FROM courses WHERE scheduled_by = ? AND json_extract(place, '$.ar') = ? ORDER BY id",
    world.people.trainer.personId,
    village,
  );
  expect(all.map(({ day: on }) => on)).toEqual(["2027-03-08", "2027-03-22"]);
  expect(all.map(({ audience }) => audience)).toEqual(["منتجو الحليب", "مربّو النحل"]);
  const { id: _one, day: _then, audience: _whom, ...was } = all[0]!;
  expect(all[1]).toMatchObject(was);
});

test("is offered what their own action plan holds, and schedules it as it is planned", async ({ world }) => {
  const w = words.ar;
  const candidate = world.join("trainer", "ليلى الخطيب");
  const tot = await world.course({
    from: "2026-12-06",
    to: "2026-12-10",
    state: "closed",
    known: [candidate.personId],
  });
  const { registrationId, toolId } = ask<Record<"registrationId" | "toolId", number>>(
    "SELECT r.id AS registrationId, t.id AS toolId FROM registrations r JOIN tools t ON t.code = 'think-coop' WHERE r.course_id = ? AND r.person_id = ?",
    tot.id,
    candidate.personId,
  );
  const workshops = [{ index: 0, toolId, day: "2027-04-05", place: "جرش", audience: "نحّالو جرش" }];
  act(makePlanFor, world.people.coordinator.viewer, { registrationId, workshops }, now - day);
  const page = await world.page(candidate, { language: "ar", viewport: phone });
  await page.goto("/desk/workshops/new");
  await expectAccessible(page);
  await page.getByRole("link", { name: "جرش" }).click();
  await expect(page.locator("#check").getByText("نحّالو جرش")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: w.workshop.schedule }).click();
  await page.waitForURL(/\/desk\/courses\/\d+$/);
  expect(ask("SELECT starts_on AS day, audience FROM courses WHERE id = ?", idOf(candidate, "جرش")!)).toEqual(
    { day: "2027-04-05", audience: "نحّالو جرش" },
  );
  // Scheduled, it is offered no more.
  await page.goto("/desk/workshops/new");
  await expect(page.getByRole("heading", { name: w.workshop.title })).toBeVisible();
  await expect(page.getByRole("link", { name: "جرش" })).toHaveCount(0);
});
