import type { Locator, Page } from "@playwright/test";

/** The button behind which a step is asked about before it is taken. */
export const askedBefore = (page: Page, step: string): Locator =>
  page.locator("summary", { hasText: new RegExp(`^${step}…$`) });
