import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en;

for (const javaScript of [true, false])
  test(`two people enter scores at once and neither loses one, ${javaScript ? "with" : "without"} JavaScript`, async ({
    world,
  }) => {
    const course = await world.course({
      from: "2027-01-10",
      to: "2027-01-19",
      state: "running",
      rolls: true,
      places: 2,
    });
    const cell = (page: Page, i: number) => page.locator(`[name="scores.${i}.score.pre_test"]`);
    const save = (page: Page) => page.getByRole("button", { name: w.tests.save, exact: true }).click();
    const opened = async (role: "coordinator" | "trainer") => {
      const page = await world.page(role, { language: "en", javaScript });
      await page.goto(`/desk/courses/${course.id}/tests`);
      if (javaScript) await expect(page.getByRole("button", { name: w.tests.save })).toBeEnabled();
      return page;
    };
    const coordinator = await opened("coordinator");
    const trainer = await opened("trainer");
    await cell(coordinator, 0).fill("61");
    await cell(coordinator, 1).fill("70");
    await save(coordinator);
    await expect(coordinator.getByText(/^Saved[.:]/)).toBeVisible();

    await cell(trainer, 0).fill("71");
    await save(trainer);
    const alert = trainer.getByRole("alert").filter({ hasText: w.errors.stale });
    await expect(alert).toContainText("61");
    await expect(cell(trainer, 0)).toHaveValue("71");
    await expect(cell(trainer, 1)).toHaveValue("70");
    await save(trainer);
    await expect(trainer.getByText(/^Saved[.:]/)).toBeVisible();
    await coordinator.goto(`/desk/courses/${course.id}/tests`);
    await expect(cell(coordinator, 0)).toHaveValue("71");
    await expect(cell(coordinator, 1)).toHaveValue("70");
  });
