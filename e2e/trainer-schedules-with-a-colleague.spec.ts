import type { Locator } from "@playwright/test";
import { ask, demoNow, expectAccessible, phone } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

test("on a day to come, with a colleague asked, by taps and the place alone typed, in under two minutes on a phone in Arabic", async ({
  world,
}) => {
  const w = words.ar;
  const colleague = world.join("trainer", "ليلى العبدي");
  const page = await world.page("trainer", { language: "ar", viewport: phone });
  let taps = 0;
  const tap = async (what: Locator) => {
    taps += 1;
    await what.click();
  };
  const next = (step: "where" | "who" | "check") =>
    tap(
      page
        .getByRole("button", { name: w.workshop.next.replace("{name}", w.workshop.step[step]) })
        .filter({ visible: true }),
    );
  // The calendar opens on the month of the device.
  await page.clock.setSystemTime(demoNow);
  const began = performance.now();
  await page.goto("/today");
  await tap(page.getByRole("link", { name: w.workshop.title }));
  await page.waitForURL("**/desk/workshops/new");
  await tap(page.getByText(/^\P{L}*Think\.Coop/u).first());
  await next("where");
  await tap(page.getByRole("button", { name: w.days.open.replace("{field}", w.workshop.startsOn) }));
  await tap(page.locator("dialog [role=gridcell] [role=button]", { hasText: /^(25|٢٥)$/ }));
  await tap(page.getByLabel(w.workshop.place));
  await page.getByLabel(w.workshop.place).pressSequentially("دير علا");
  await next("who");
  await tap(page.getByText("ليلى العبدي").filter({ visible: true }).first());
  await next("check");
  await expect(page.locator("#check").getByText("ليلى العبدي").first()).toBeVisible();
  await tap(page.getByRole("button", { name: w.workshop.schedule }));
  await page.waitForURL(/\/desk\/courses\/\d+$/);
  const seconds = (performance.now() - began) / 1000;
  console.log(`scheduled for a day to come with a colleague in ${taps} taps and ${Math.round(seconds)} s`);
  expect(taps).toBeLessThanOrEqual(10);
  expect(seconds).toBeLessThan(120);
  await expectAccessible(page);
  expect(
    ask<{ startsOn: string; asked: number; state: string }>(
      "SELECT c.starts_on AS startsOn, r.person_id AS asked, r.state FROM courses c JOIN trainer_requests r ON r.course_id = c.id WHERE c.scheduled_by = ?",
      world.people.trainer.personId,
    ),
  ).toEqual({ startsOn: "2027-01-25", asked: colleague.personId, state: "waiting" });
});
