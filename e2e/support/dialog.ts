import type { Locator, Page } from "@playwright/test";

/** The button behind which a step is asked about before it is taken. */
export const askedBefore = (page: Page, step: string): Locator =>
  page.locator("summary", { hasText: new RegExp(`^${step}…$`) });

/** A step that the menu in the head of a course leads to: it is asked about in a part of its own. */
export async function askedInMenu(page: Page, step: string): Promise<Locator> {
  await page.locator(".course-acts .rowmenu > summary").click();
  await page.getByRole("link", { name: `${step}…` }).click();
  const part = page.locator("#ask");
  await part.waitFor();
  return part;
}
