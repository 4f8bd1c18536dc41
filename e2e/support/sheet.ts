import { expect, type Page } from "@playwright/test";
import { ask, askAll } from "./pages";
import { words } from "./words";

/** A session as the file has it. */
export type SessionRow = { id: number; day: string; startsAt: string; endsAt: string };

/** The sessions of a course, in the order in which they begin. */
export const rowsOf = (courseId: number) =>
  askAll<SessionRow>(
    "SELECT id, day, starts_at AS startsAt, ends_at AS endsAt FROM sessions WHERE course_id = ? ORDER BY start_instant",
    courseId,
  );

/** Where a session is: its day, from when until when. */
export const placeOf = (id: number) =>
  ask<{ at: string }>("SELECT day || ' ' || starts_at || '-' || ends_at AS at FROM sessions WHERE id = ?", id)
    .at;

/** A course of three days that is a draft. */
export const threeDays = {
  from: "2027-01-19",
  to: "2027-01-21",
  tools: ["think-coop"],
  state: "draft" as const,
};

/** What makes a session more of one: the fold in its panel, the button, and how the change is said. */
export const oneMore = [
  [words.en.rearrange.split, words.en.rearrange.splitNow, "Split:"],
  [words.en.rearrange.insert, words.en.rearrange.insertNow, "Inserted:"],
  [words.en.rearrange.duplicate, words.en.rearrange.duplicateNow, "Added:"],
] as const;

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
