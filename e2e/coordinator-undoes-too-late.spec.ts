import type { Page } from "@playwright/test";
import { ask, inHand } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en;

for (const javaScript of [true, false]) {
  const how = javaScript ? "with" : "without";
  test(`an undo that a colleague was before shows the sheet as it is now, and why, ${how} JavaScript`, async ({
    world,
  }) => {
    const course = await world.course({
      ...{ from: "2027-01-19", to: "2027-01-20", tools: ["think-coop"], state: "draft" },
    });
    const { id } = ask<{ id: number }>(
      "SELECT id FROM sessions WHERE course_id = ? ORDER BY start_instant LIMIT 1",
      course.id,
    );
    const viewport = { width: 1280, height: 900 };
    const [one, other] = [
      await world.page("coordinator", { javaScript, language: "en", viewport }),
      await world.page("coordinator", { javaScript, language: "en", viewport }),
    ];
    /** Saves the session from one hour to another. */
    const save = async (page: Page, from: string, to: string) => {
      await page.goto(`/desk/courses/${course.id}/timetable?show=${id}`);
      if (javaScript) await inHand(page);
      const panel = page.locator("aside.panel");
      const field = (name: string) => panel.getByLabel(name, { exact: true }).first();
      await field(w.timetable.startsAt).fill(from);
      await field(w.timetable.endsAt).fill(to);
      await panel.getByRole("button", { name: w.timetable.save, exact: true }).click();
      await expect(page.locator("#change")).toContainText(from);
    };
    await save(one, "17:00", "17:30");
    await save(other, "18:00", "18:45");
    const message = one.locator("#change");
    await message.getByRole("button", { name: w.timetable.undo }).click();
    // What had been done is not said beside what is true now.
    await expect(message).toContainText("Nothing was undone");
    await expect(message).toContainText("18:00");
    await expect(message).not.toContainText("17:00");
    await expect(message.getByRole("button", { name: w.timetable.undo })).toHaveCount(0);
    await expect(one.locator(`#open-session-${id}`)).toContainText("18:00");
    await one.reload();
    await expect(message).toContainText("Nothing was undone");
  });
}
