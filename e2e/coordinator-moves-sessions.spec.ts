import type { Page } from "@playwright/test";
import { expectAccessible, inHand } from "./support/pages";
import { oneMore, placeOf, rowsOf, threeDays } from "./support/sheet";
import { expect, test } from "./support/test";
import { words } from "./support/words";

/** Where a time of a day is on the sheet. */
async function pointOf(page: Page, day: string, time: string) {
  const column = (await page.locator(`#day-${day}`).boundingBox())!;
  const label = page.locator(".tt-week[data-shown] .tt-axis span", { hasText: `${time.slice(0, 2)}:00` });
  const [hour, next] = [
    (await label.boundingBox())!,
    await page.locator(".tt-sheets").evaluate((sheet) => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      return Number.parseFloat(getComputedStyle(sheet).getPropertyValue("--tt-hour")) * rem;
    }),
  ];
  return {
    x: column.x + column.width / 2,
    y: hour.y + hour.height / 2 + (Number(time.slice(3)) / 60) * next,
  };
}

/** Drags something, in the small steps that a hand makes, and lets go where it is seen to land. */
async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }, lands: RegExp) {
  const ghost = page.locator(".tt-ghost");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 4, from.y + 4, { steps: 3 });
  await expect(async () => {
    await page.mouse.move(to.x + 1, to.y);
    await page.mouse.move(to.x, to.y);
    await expect(ghost).toHaveText(lands, { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await page.mouse.up();
}

test("plans three days anew with the mouse and by taps, then in Arabic with the keyboard alone", async ({
  world,
}) => {
  const course = await world.course({
    from: "2027-01-19",
    to: "2027-01-22",
    tools: ["think-coop"],
    state: "draft",
  });
  const [opening, ...others] = rowsOf(course.id);
  const [tuesday, thursday, friday] = ["2027-01-19", "2027-01-21", "2027-01-22"];
  const w = words.en;
  // All hours of the sheet are in sight.
  const page = await world.page("coordinator", { language: "en", viewport: { width: 1280, height: 1100 } });
  await page.goto(`/desk/courses/${course.id}/timetable`);
  await inHand(page);
  const message = page.locator("#change");
  const block = page.locator(`#open-session-${opening!.id}`);
  const said = page.locator("[data-carry=said]");
  const moved = async (to: string) => {
    await expect.poll(() => placeOf(opening!.id)).toBe(to);
    await expect(page.locator(".tt-ghost")).toHaveCount(0);
    await expect(page.getByText(w.timetable.saved)).toBeVisible();
  };

  // The mouse takes it to another day and hour, and its lower edge makes it longer.
  await page.locator(".tt-sheets").hover();
  await expect(block).toHaveAttribute("draggable", "true");
  const grip = async () => {
    const { x, y, width } = (await block.boundingBox())!;
    return { x: x + width / 2, y: y + 4 };
  };
  const evening = await pointOf(page, thursday!, "16:15");
  await drag(page, await grip(), { x: evening.x, y: evening.y + 4 }, /16:15/);
  await moved(`${thursday} 16:15-16:45`);
  await expect(message).toContainText("16:15");
  await expect(block).toBeFocused();
  await expect(block).toHaveAttribute("draggable", "true");
  const box = (await block.boundingBox())!;
  const end = await pointOf(page, thursday!, "17:00");
  await drag(page, { x: box.x + box.width / 2, y: box.y + box.height - 3 }, end, /17:00/);
  await moved(`${thursday} 16:15-17:00`);
  await expectAccessible(page);

  // Onto another session of its trainer it is refused in words, and goes back; a day off asks.
  const rows = rowsOf(course.id);
  const busy = others[0]!;
  const taken = await pointOf(page, busy.day, busy.startsAt);
  await drag(page, await grip(), { x: taken.x, y: taken.y + 4 }, new RegExp(busy.startsAt));
  const refusal = page.locator(".carry-bar[role=alert]");
  await expect(refusal).toContainText("trains");
  await expectAccessible(page);
  await refusal.getByRole("button", { name: w.carry.leave }).click();
  await expect(block).toBeFocused();
  expect(rowsOf(course.id)).toEqual(rows);
  const off = await pointOf(page, friday!, "10:00");
  await drag(page, await grip(), { x: off.x, y: off.y + 4 }, /10:00/);
  await expect(refusal).toContainText("weekend");
  expect(rowsOf(course.id)).toEqual(rows);
  await refusal.getByRole("button", { name: w.carry.anyway }).click();
  await moved(`${friday} 10:00-10:45`);
  await message.getByRole("button", { name: w.timetable.undo }).click();
  await expect.poll(() => rowsOf(course.id)).toEqual(rows);

  // By single taps: taken up in its panel, put down by a tap on the sheet.
  await block.click();
  await page.locator(".panel summary", { hasText: w.rearrange.move }).first().click();
  await page.getByRole("button", { name: w.rearrange.takeUp }).click();
  await expect(said).toContainText("taken up");
  const tap = await pointOf(page, tuesday!, "08:00");
  await page.mouse.click(tap.x, tap.y + 3);
  await moved(`${tuesday} 08:00-08:45`);

  // In Arabic the days run to the left; each step is said.
  const ar = words.ar;
  await page.context().addCookies([{ name: "locale", value: "ar", url: page.url() }]);
  await page.goto(`/desk/courses/${course.id}/timetable`);
  await inHand(page);
  await block.focus();
  await page.keyboard.press("m");
  await expect(said).toContainText(/08:00\P{N}{1,4}08:45/u);
  await page.keyboard.press("ArrowLeft");
  await expect(said).toContainText("20");
  await page.keyboard.press("ArrowUp");
  await expect(said).toContainText(/07:45\P{N}{1,4}08:30/u);
  await page.keyboard.press("Shift+ArrowUp");
  await expect(said).toContainText(/07:45\P{N}{1,4}08:15/u);
  await expect(page.locator("#day-2027-01-20 .tt-ghost")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(said).toContainText(/08:00\P{N}{1,4}08:45/u);
  await expect(block).toBeFocused();
  expect(placeOf(opening!.id)).toBe(`${tuesday} 08:00-08:45`);
  await page.keyboard.press("m");
  await page.keyboard.press("ArrowRight");
  await expect(said).toContainText(ar.carry.edge.split("{")[0]!.trim());
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(() => placeOf(opening!.id)).toBe("2027-01-20 07:45-08:45");
  await expect(page.getByText(ar.timetable.saved)).toBeVisible();
  await expect(block).toBeFocused();
  // What came of it is in the list of changes, and the keyboard undoes it.
  await page.keyboard.press("Control+z");
  await expect.poll(() => placeOf(opening!.id)).toBe(`${tuesday} 08:00-08:45`);
});

test("splits, inserts after and duplicates a session of three days with the mouse, and undoes each", async ({
  world,
}) => {
  const { id } = await world.course(threeDays);
  const rows = rowsOf(id);
  const [, taught] = rows;
  const w = words.en;
  const page = await world.page("coordinator", { language: "en", viewport: { width: 1280, height: 1100 } });
  const panel = page.locator(".panel");
  const message = page.locator("#change");
  for (const [fold, press, said] of oneMore) {
    await page.goto(`/desk/courses/${id}/timetable`);
    await inHand(page);
    await page.locator(`#open-session-${taught!.id}`).click();
    await panel.locator("summary", { hasText: new RegExp(`^${fold}$`) }).click();
    await panel.getByRole("button", { name: press, exact: true }).click();
    await expect.poll(() => rowsOf(id).length).toBe(rows.length + 1);
    await expect(message).toContainText(said);
    await message.getByRole("button", { name: w.timetable.undo }).click();
    await expect.poll(() => rowsOf(id)).toEqual(rows);
  }
});
