import { readFileSync } from "node:fs";
import { sqlite } from "../db/client";
import { ask, expectAccessible, phone } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.ar;

test("reads a cascade on a phone in Arabic, prints it, and enters a follow-up visit that is undone and entered again", async ({
  world,
}) => {
  const course = await world.course({
    kind: "tot",
    from: "2027-01-10",
    to: "2027-01-12",
    places: 3,
    state: "running",
  });
  const { personId } = ask<{ personId: number }>(
    "SELECT person_id AS personId FROM registrations WHERE course_id = ? ORDER BY id LIMIT 1",
    course.id,
  );
  const name = `تعاونية ${world.mark}`;
  const organisation = Number(
    sqlite()
      .prepare(
        "INSERT INTO organisations (name, kind, country, name_key, sort_name) VALUES (?, 'cooperative', 'JO', ?, ?)",
      )
      .run(name, name, name).lastInsertRowid,
  );
  sqlite().prepare("UPDATE persons SET organisation_id = ? WHERE id = ?").run(organisation, personId);
  const page = await world.page("coordinator", { viewport: phone, language: "ar" });

  await page.goto("/desk/cascade");
  await page.locator(`main a[href="/desk/cascade/${course.id}"]`).click();
  await expect(page.getByText(w.cascade.noTrainers)).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ media: "print" });
  const generations = page.getByRole("table", { name: w.cascade.byGeneration });
  await expect(generations).toBeVisible();
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  expect(await fits()).toBe(true);
  // A sheet of A4 has room for columns.
  await page.setViewportSize({ width: 704, height: 1000 });
  const drawnAs = (part: string) =>
    generations
      .locator(part)
      .first()
      .evaluate((at) => getComputedStyle(at).display);
  expect([await drawnAs("tbody tr"), await drawnAs("tbody td")]).toEqual(["table-row", "table-cell"]);
  expect(await fits()).toBe(true);
  await page.setViewportSize(phone);
  await page.emulateMedia({ media: "screen" });

  await page.goto(`/desk/organisations/${organisation}`);
  await page.getByRole("link", { name: w.thread.enter }).click();
  const enter = async () => {
    await page.getByLabel(w.thread.words).fill("البيع في السوق");
    await page.getByRole("button", { name: w.thread.enterNow, exact: true }).click();
    await expect(page.getByText(w.thread.entered)).toBeVisible();
  };
  await enter();
  await expectAccessible(page);
  await page.getByRole("button", { name: w.thread.undo }).click();
  const entries = page.getByRole("listitem").filter({ hasText: "البيع في السوق" });
  await expect(entries).toHaveCount(0);
  await enter();
  await expect(entries).toContainText(w.thread.kind.follow_up);
});

test("takes what came of all trainings, and of one, along as a file", async ({ world }) => {
  const course = await world.course({ kind: "tot", from: "2027-01-10", to: "2027-01-12", state: "running" });
  const page = await world.page("coordinator", { language: "ar" });
  /** What a file of a page is called, and its lines. */
  const file = async () => {
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: w.trainerTable.download, exact: true }).click();
    const download = await coming;
    const text = readFileSync(await download.path(), "utf8");
    return { called: download.suggestedFilename(), lines: text.trimEnd().split("\r\n") };
  };
  for (const [address, name] of [
    ["/desk/cascade", "cascade"],
    [`/desk/cascade/${course.id}`, `cascade-${course.slug}`],
  ] as const) {
    await page.goto(address);
    const { called, lines } = await file();
    expect(called).toMatch(new RegExp(`^${name}-2027-\\d\\d-\\d\\d\\.csv$`));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(w.cascadeTable.attendances);
    expect(lines[1]).toContain(`برنامج ${world.mark}`);
  }
});
