import type { Page } from "@playwright/test";

/** Follows what can be done with all of a timetable: a button above it, on a phone behind one beside its days. */
export async function actOnSheet(page: Page, name: string): Promise<void> {
  const menu = page.locator(".sheet-menu summary");
  if (await menu.isVisible()) await menu.click();
  await page.getByRole("link", { name }).filter({ visible: true }).first().click();
}
