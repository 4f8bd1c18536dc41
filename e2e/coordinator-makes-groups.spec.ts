import { ask, askAll, desktop, expectAccessible } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en.groups;

test("makes two groups, puts people in, plans them side by side, and each has a roll of its people", async ({
  world,
}) => {
  const course = await world.course({ from: "2027-01-10", to: "2027-01-12", places: 4, state: "running" });
  const page = await world.page("coordinator", { viewport: desktop });
  await page.goto(`/desk/courses/${course.id}/timetable`);
  await page.getByRole("link", { name: w.title, exact: true }).click();
  for (const name of ["Group A", "Group B"]) {
    const form = page.getByRole("form", { name: w.add });
    await form.getByLabel(w.name, { exact: true }).fill(name);
    await form.getByRole("button", { name: w.addNow }).click();
    await expect(page.getByRole("heading", { name })).toBeVisible();
  }
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  for (const [group, people] of [
    ["Group A", [0, 1]],
    ["Group B", [0, 1]],
  ] as const) {
    // Whoever is in none stands first.
    const boxes = page.getByRole("checkbox");
    for (const nth of people) await boxes.nth(nth + 1).check();
    await page.getByLabel(w.into, { exact: true }).selectOption({ label: group });
    await page.getByRole("button", { name: w.put }).click();
    await expect(page.getByText("The group of 2 people has changed.")).toBeVisible();
    await expect(rows.first()).toBeVisible();
  }
  await expectAccessible(page);
  // The second session goes beside the first, each for a group.
  const [first, second] = askAll<{ id: number; day: string; from: string }>(
    "SELECT id, day, starts_at AS 'from' FROM sessions WHERE course_id = ? ORDER BY start_instant LIMIT 2",
    course.id,
  );
  for (const [session, group] of [
    [first!, "Group A"],
    [second!, "Group B"],
  ] as const) {
    await page.goto(`/desk/courses/${course.id}/timetable?show=${session.id}`);
    await page.locator(".panel").getByLabel(w.forWhom).selectOption({ label: group });
    if (session === second) {
      const { minutes } = ask<{ minutes: number }>("SELECT minutes FROM sessions WHERE id = ?", session.id);
      const [hour = 0, minute = 0] = first!.from.split(":").map(Number);
      const ends = hour * 60 + minute + minutes;
      await page.getByLabel(words.en.timetable.day, { exact: true }).first().selectOption(first!.day);
      await page.getByLabel(words.en.timetable.startsAt, { exact: true }).first().fill(first!.from);
      await page
        .getByLabel(words.en.timetable.endsAt, { exact: true })
        .first()
        .fill(`${String(Math.floor(ends / 60)).padStart(2, "0")}:${String(ends % 60).padStart(2, "0")}`);
      // One person trains one of two sessions at a time.
      for (const box of await page
        .getByRole("group", { name: words.en.trainerRole.fields.lead })
        .getByRole("checkbox")
        .all())
        await box.uncheck();
    }
    await page.getByRole("button", { name: words.en.timetable.save, exact: true }).click();
    await expect(page.getByText(group).first()).toBeVisible();
    await expect
      .poll(() => ask<{ g: number | null }>("SELECT group_id AS g FROM sessions WHERE id = ?", session.id).g)
      .not.toBeNull();
  }
  await expect(page.getByText(words.en.timetableSheet.sameTime, { exact: true })).toHaveCount(0);
  await page.goto(`/desk/courses/${course.id}/roll/${second!.id}`);
  await expect(page.getByRole("radiogroup")).toHaveCount(2);
});
