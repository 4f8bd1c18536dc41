import type { Page } from "@playwright/test";
import { ask, inHand } from "./support/pages";
import { rowsOf, threeDays } from "./support/sheet";
import { expect, test } from "./support/test";

/** A quarter of an hour before a time. */
const earlier = (time: string) => {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) - 15;
  return [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, "0")).join(":");
};

/** Presses a key of a keyboard with other letters: what it types, and where it lies. */
const pressAs = (page: Page, key: string, code: string, ctrlKey = false) =>
  page.evaluate(
    (of) => {
      const event = new KeyboardEvent("keydown", { ...of, bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
    },
    { key, code, ctrlKey },
  );

test("Ctrl Z waits for what is being saved, and letters are found by their place on an Arabic keyboard", async ({
  world,
}) => {
  const { id } = await world.course(threeDays);
  const rows = rowsOf(id);
  const [opening] = rows;
  const page = await world.page("coordinator", { language: "ar", viewport: { width: 1280, height: 900 } });
  await page.goto(`/desk/courses/${id}/timetable`);
  await inHand(page);
  const block = page.locator(`#open-session-${opening!.id}`);
  const said = page.getByRole("status").and(page.locator("[data-carry=said]"));
  const changes = () =>
    ask<{ made: number; undone: number }>(
      "SELECT count(*) AS made, count(undone_at) AS undone FROM timetable_changes WHERE course_id = ?",
      id,
    );
  const before = changes();
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  let held = 0;
  await page.route("**/*", async (route) => {
    if (route.request().method() !== "POST" || held > 0) return route.fallback();
    held += 1;
    const response = await route.fetch();
    await coming;
    return route.fulfill({ response });
  });
  await block.focus();
  await pressAs(page, "ة", "KeyM");
  await expect(said).toHaveText(/\p{N}/u);
  await page.keyboard.press("ArrowUp");
  await expect(said).toHaveText(new RegExp(`${earlier(opening!.startsAt)}\\P{N}{1,4}\\d`, "u"));
  await page.keyboard.press("Enter");
  // It is written, and the page does not know it yet.
  await expect.poll(() => changes().made).toBe(before.made + 1);
  // The same key as Z on an Arabic keyboard.
  await pressAs(page, "ئ", "KeyZ", true);
  expect(changes().undone).toBe(before.undone);
  come();
  await expect.poll(() => changes().undone).toBe(before.undone + 1);
  await expect.poll(() => rowsOf(id)).toEqual(rows);
  await expect(block).toBeFocused();
});
