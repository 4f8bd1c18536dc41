import { expect, type Page } from "@playwright/test";

/** Follows what can be done with all of a timetable: a button above it, on a phone behind one beside its days. */
export async function actOnSheet(page: Page, name: string): Promise<void> {
  const menu = page.locator(".sheet-menu summary");
  const act = page.getByRole("link", { name }).filter({ visible: true }).first();
  if (await menu.isVisible())
    // What was done just before may come to the page with the menu open, and closes it.
    await expect(async () => {
      if (!(await act.isVisible())) await menu.click();
      await expect(act).toBeVisible({ timeout: 3_000 });
    }).toPass();
  await act.click();
}
