import type { Locator, Page } from "@playwright/test";
import { expect } from "./test";
import { words } from "./words";

/** Goes through the four steps on a phone; each tap by `tap`, in Arabic, up to the button that sends it. */
export async function schedule(
  page: Page,
  tap: (what: Locator) => Promise<void>,
  { place, day, hours }: { place: string; day: string; hours?: [string, string] },
) {
  const w = words.ar.workshop;
  const next = (step: "where" | "who" | "check") =>
    tap(page.getByRole("button", { name: w.next.replace("{name}", w.step[step]) }).filter({ visible: true }));
  await tap(page.getByText(/^\P{L}*Think\.Coop/u).first());
  await next("where");
  await page.getByRole("textbox", { name: w.startsOn }).fill(day);
  await page.getByLabel(w.place).fill(place);
  if (hours) {
    await tap(page.locator("summary", { hasText: w.hours }));
    await page.getByLabel(w.startsAt).fill(hours[0]);
    await page.getByLabel(w.endsAt).fill(hours[1]);
    await page.getByLabel(w.breakMinutes).fill("0");
  }
  await next("who");
  await page.getByLabel(w.audience).fill("منتجو الحليب");
  await next("check");
  await expect(page.locator("#check").getByText(place)).toBeVisible();
  await expect(page.locator("#check").getByText("منتجو الحليب")).toBeVisible();
}
