import type { Page } from "@playwright/test";
import { sqlite } from "../db/client";
import { ask, expectAccessible, phone } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

type Way = { personId: number; toolId: number; programmeId: number };
const toolId = (code: string) => ask<{ id: number }>("SELECT id FROM tools WHERE code = ?", code).id;
/** Puts somebody on the way with a tool: a practicum was entered of them. */
const begin = ({ personId, toolId, programmeId }: Way) =>
  sqlite()
    .prepare(
      "INSERT INTO stage_events (person_id, tool_id, programme_id, kind, day, words, entered_at) VALUES (?, ?, ?, 'practicum', '2026-12-01', 'A practicum in December', 0)",
    )
    .run(personId, toolId, programmeId);
const visitsOf = (personId: number) =>
  ask<{ count: number }>(
    "SELECT count(*) AS count FROM stage_events WHERE person_id = ? AND kind = 'coaching_visit'",
    personId,
  ).count;
const seen = "Seen at her own workshop in Irbid";
const note = async (page: Page, button: string, text = seen) => {
  await page.locator("[name=words]").fill(text);
  await page.getByRole("button", { name: button }).click();
};

test("without scripts a visit is noted for the tool that was chosen, undone, and an old page says what happened", async ({
  world,
}) => {
  const { stageEntry: t, errors } = words.en;
  const { personId } = world.join("trainer", "ليلى الخطيب");
  const of = (code: string) => ({ personId, programmeId: world.programme.id, toolId: toolId(code) });
  begin(of("think-coop"));
  begin(of("start-coop"));

  const page = await world.page("coordinator", { javaScript: false });
  await page.goto(`/desk/people/${personId}/visit`);
  await expect(page.getByText(t.chooseWay)).toBeVisible();
  await expect(page.locator("[name=words]")).toHaveCount(0);
  await page
    .getByRole("navigation", { name: t.whichWay })
    .getByRole("link", { name: /Start\.Coop/ })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Start.Coop");
  const save = t.saveFor.replace("{tool}", "Start.Coop");

  // Too little is said beside its field, and stays.
  await note(page, save, "x");
  await expect(page.getByText(errors.sentenceNeeded).first()).toBeVisible();
  await expect(page.locator("[name=words]")).toHaveValue("x");

  // The same page in another tab.
  const other = await page.context().newPage();
  await other.goto(page.url());
  await note(page, save);
  await expect(page.getByText(t.saved.replace("{tool}", "Start.Coop"))).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: seen })).toContainText("Start.Coop");
  await note(other, save);
  await expect(other.getByText(errors.enteredAlready).first()).toBeVisible();
  await expect(other.locator("[name=words]")).toHaveValue(seen);
  expect(visitsOf(personId)).toBe(1);

  await page.getByRole("button", { name: t.undo }).click();
  await expect(page.getByText(t.undone)).toBeVisible();
  await expect(page.getByText(seen)).toHaveCount(0);
});

test("in Arabic on a phone the tool is chosen first, and Undo stands with what was saved", async ({
  world,
}) => {
  const { stageEntry: t } = words.ar;
  const { personId } = world.join("trainer", "ليلى الخطيب");
  const of = (code: string) => ({ personId, programmeId: world.programme.id, toolId: toolId(code) });
  begin(of("think-coop"));
  begin(of("my-coop"));
  const page = await world.page("coordinator", { language: "ar", viewport: phone });
  await page.goto(`/desk/people/${personId}/enter`);
  await page.getByRole("link", { name: /My\.Coop/ }).click();
  await page.getByRole("radio", { name: t.kind.examination }).check();
  await page.locator("[name=words]").fill("كشف درجات شهر أيار لدى المديرية");
  // What was typed goes along to the other tool.
  await page.getByRole("link", { name: /Think\.Coop/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Think.Coop");
  await expect(page.locator("[name=words]")).toHaveValue("كشف درجات شهر أيار لدى المديرية");
  await page.getByRole("button", { name: /Think\.Coop/ }).click();
  await expect(
    page
      .locator("[data-kit=toast]")
      .getByText(/Think\.Coop/)
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
  await page.locator("[data-kit=toast]").getByRole("button", { name: t.undo }).click();
  await expect(page.locator("[data-kit=toast]").getByText(t.undone).first()).toBeVisible();
  await expect(page.getByText("كشف درجات شهر أيار")).toHaveCount(0);
});

test("without scripts a form in a fold that came back says why, with what was typed", async ({ world }) => {
  const { ledger: t, errors } = words.en;
  const { personId } = world.join("trainer", "ليلى الخطيب");
  sqlite()
    .prepare(
      "INSERT INTO recognised_learning (person_id, module_id, programme_id, evidence, recognised_at) SELECT ?, m.id, ?, 'A certificate of the ITCILO', 0 FROM modules m JOIN tool_versions v ON v.id = m.tool_version_id WHERE v.tool_id = ? LIMIT 1",
    )
    .run(personId, world.programme.id, toolId("think-coop"));
  const page = await world.page("coordinator", { javaScript: false });
  await page.goto(`/desk/people/${personId}/learning`);
  const fold = page.locator("details").filter({ hasText: t.takeBackNow });
  await fold.locator("summary").click();
  await fold.locator("[name=reason]").fill("x");
  await fold.getByRole("button", { name: t.takeBackNow }).click();
  await expect(fold.getByText(errors.sentenceNeeded).first()).toBeVisible();
  await expect(fold.locator("[name=reason]")).toHaveValue("x");
  await fold.locator("[name=reason]").fill("Entered of another person of that name");
  await fold.getByRole("button", { name: t.takeBackNow }).click();
  await expect(page.getByText(t.done.takenBack)).toBeVisible();
});
