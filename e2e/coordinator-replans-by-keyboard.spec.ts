import type { Locator, Page } from "@playwright/test";
import { inHand } from "./support/pages";
import { oneMore, placeOf, rowsOf, type SessionRow, threeDays } from "./support/sheet";
import { expect, test } from "./support/test";
import { words } from "./support/words";

/** Goes on with Tab, as somebody without a mouse does, until it has the focus. */
async function tabTo(page: Page, goal: Locator) {
  for (let i = 0; i < 150; i++) {
    if (await goal.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not come to it.");
}

/** Presses a key until the live region says what is wanted. */
async function pressUntil(page: Page, key: string, said: Locator, wanted: RegExp) {
  for (let i = 0; i < 60 && !wanted.test((await said.textContent()) ?? ""); i++) {
    const before = await said.textContent();
    await page.keyboard.press(key);
    await expect(said).not.toHaveText(before ?? "");
  }
  await expect(said).toHaveText(wanted);
}

test("plans three days anew without a mouse, and each step is said where a screen reader hears it", async ({
  world,
}) => {
  const course = await world.course({
    from: "2027-01-19",
    to: "2027-01-21",
    tools: ["think-coop"],
    state: "draft",
  });
  const [opening, busy] = rowsOf(course.id) as [SessionRow, SessionRow];
  const w = words.en;
  const page = await world.page("coordinator", { language: "en", viewport: { width: 1280, height: 900 } });
  await page.goto(`/desk/courses/${course.id}/timetable`);
  await inHand(page);
  const block = page.locator(`#open-session-${opening.id}`);
  // What a screen reader hears: live regions alone, not what merely stands on the page.
  const said = page.getByRole("status").and(page.locator("[data-carry=said]"));
  const heard = page.getByRole("status").filter({ hasText: w.timetable.saved });
  const saved = async (to: string) => {
    await expect.poll(() => placeOf(opening.id)).toBe(to);
    await expect(page.locator(".tt-ghost")).toHaveCount(0);
    await expect(heard).not.toHaveCount(0);
    await expect(block).toBeFocused();
  };

  // To another day and a later hour, and longer.
  await tabTo(page, block);
  await page.keyboard.press("m");
  await expect(said).toHaveText(/is taken up/);
  await pressUntil(page, "ArrowRight", said, /21 Jan/);
  await pressUntil(page, "ArrowDown", said, /16:15\P{N}{1,4}16:45/u);
  await page.keyboard.press("Enter");
  await saved("2027-01-21 16:15-16:45");
  await page.keyboard.press("m");
  await expect(said).toHaveText(/is taken up/);
  await pressUntil(page, "Shift+ArrowDown", said, /17:00/);
  await page.keyboard.press("Enter");
  await saved("2027-01-21 16:15-17:00");

  // Onto another session of its trainer it is refused, and the keyboard leaves it where it was.
  await page.keyboard.press("m");
  await expect(said).toHaveText(/is taken up/);
  await pressUntil(page, "ArrowLeft", said, /19 Jan/);
  await pressUntil(page, "ArrowUp", said, new RegExp(`${busy.startsAt}\\P{N}{1,4}\\d`, "u"));
  await expect(said).toHaveText(/busy|At the same time/);
  const rows = rowsOf(course.id);
  await page.keyboard.press("Enter");
  const refusal = page.getByRole("alert").and(page.locator(".carry-bar"));
  await expect(refusal).toBeFocused();
  await expect(refusal).toContainText("trains");
  await tabTo(page, refusal.getByRole("button", { name: w.carry.leave }));
  await page.keyboard.press("Enter");
  await expect(block).toBeFocused();
  expect(rowsOf(course.id)).toEqual(rows);

  // What was put down is taken back where one is.
  await page.keyboard.press("Control+z");
  await expect.poll(() => placeOf(opening.id)).toBe("2027-01-21 16:15-16:45");
  await expect(page.getByRole("status").filter({ hasText: /^Undone/ })).not.toHaveCount(0);

  // Two change places from the panel.
  const before = rowsOf(course.id);
  await tabTo(page, block);
  await page.keyboard.press("Enter");
  const panel = page.locator(".panel");
  await expect(panel.getByRole("heading").first()).toBeFocused();
  await tabTo(page, panel.locator("summary", { hasText: w.timetable.swap }));
  await page.keyboard.press("Enter");
  await tabTo(page, panel.getByLabel(w.timetable.swapWith));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => rowsOf(course.id)).not.toEqual(before);
  await expect(page.getByRole("status").filter({ hasText: "Swapped" })).not.toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect.poll(() => rowsOf(course.id)).toEqual(before);

  // The whole course goes a week later.
  await tabTo(page, page.getByRole("link", { name: w.timetable.move }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: "One week later" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: w.move.now }));
  await page.keyboard.press("Enter");
  await expect.poll(() => placeOf(opening.id)).toBe("2027-01-28 16:15-16:45");
  await expect(page.getByRole("status").filter({ hasText: /26 Jan/ })).not.toHaveCount(0);
});

test("splits, inserts after and duplicates a session without a mouse: each is said, and undone by a key", async ({
  world,
}) => {
  const { id } = await world.course(threeDays);
  const rows = rowsOf(id);
  const [, taught] = rows;
  const _w = words.en;
  const page = await world.page("coordinator", { language: "en", viewport: { width: 1280, height: 900 } });
  const panel = page.locator(".panel");
  for (const [fold, press, said] of oneMore) {
    await page.goto(`/desk/courses/${id}/timetable`);
    await inHand(page);
    await tabTo(page, page.locator(`#open-session-${taught!.id}`));
    await page.keyboard.press("Enter");
    await expect(panel.getByRole("heading").first()).toBeFocused();
    await tabTo(page, panel.locator("summary", { hasText: new RegExp(`^${fold}$`) }));
    await page.keyboard.press("Enter");
    await tabTo(page, panel.getByRole("button", { name: press, exact: true }));
    await page.keyboard.press("Enter");
    await expect.poll(() => rowsOf(id).length).toBe(rows.length + 1);
    await expect(page.getByRole("status").filter({ hasText: said })).not.toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect.poll(() => rowsOf(id)).toEqual(rows);
    await expect(page.getByRole("status").filter({ hasText: /^Undone/ })).not.toHaveCount(0);
  }
});
