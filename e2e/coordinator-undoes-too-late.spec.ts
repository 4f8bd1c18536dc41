import type { Page } from "@playwright/test";
import { ask, askAll, inHand } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en;
const viewport = { width: 1280, height: 900 };

/** Saves a session of a course from one hour to another. */
async function save(page: Page, courseId: number, sessionId: number, from: string, to: string, js = true) {
  await page.goto(`/desk/courses/${courseId}/timetable?show=${sessionId}`);
  if (js) await inHand(page);
  const panel = page.locator("aside.panel");
  const field = (name: string) => panel.getByLabel(name, { exact: true }).first();
  await field(w.timetable.startsAt).fill(from);
  await field(w.timetable.endsAt).fill(to);
  await panel.getByRole("button", { name: w.timetable.save, exact: true }).click();
  await expect(page.locator("#change")).toContainText(from);
}

for (const javaScript of [true, false]) {
  const how = javaScript ? "with" : "without";
  test(`an undo that a colleague was before shows the sheet as it is now, and why, ${how} JavaScript`, async ({
    world,
  }) => {
    const course = await world.course({
      ...{ from: "2027-01-19", to: "2027-01-20", tools: ["think-coop"], state: "draft" },
    });
    const { id } = ask<{ id: number }>(
      "SELECT id FROM sessions WHERE course_id = ? ORDER BY start_instant LIMIT 1",
      course.id,
    );
    const [one, other] = [
      await world.page("coordinator", { javaScript, language: "en", viewport }),
      await world.page("coordinator", { javaScript, language: "en", viewport }),
    ];
    await save(one, course.id, id, "17:00", "17:30", javaScript);
    await save(other, course.id, id, "18:00", "18:45", javaScript);
    const message = one.locator("#change");
    await message.getByRole("button", { name: w.timetable.undo }).click();
    // What had been done is not said beside what is true now.
    await expect(message).toContainText("Nothing was undone");
    await expect(message).toContainText("18:00");
    await expect(message).not.toContainText("17:00");
    await expect(message.getByRole("button", { name: w.timetable.undo })).toHaveCount(0);
    await expect(one.locator(`#open-session-${id}`)).toContainText("18:00");
    await one.reload();
    await expect(message).toContainText("Nothing was undone");
  });
}

test("Ctrl Z undoes nothing older in place of what a colleague overtook, and a refusal is seen and heard though the list is folded", async ({
  world,
}) => {
  const course = await world.course({
    ...{ from: "2027-01-19", to: "2027-01-20", tools: ["think-coop"], state: "draft" },
  });
  type Row = { id: number; startsAt: string; endsAt: string };
  const rows = () =>
    askAll<Row>(
      "SELECT id, starts_at AS startsAt, ends_at AS endsAt FROM sessions WHERE course_id = ? ORDER BY id",
      course.id,
    );
  const at = (id: number) => rows().find((row) => row.id === id)!.startsAt;
  const [first, second] = rows() as [Row, Row];
  const colleague = world.join("coordinator", "لينا قاسم");
  const one = await world.page("coordinator", { language: "en", viewport });
  const other = await world.page(colleague, { language: "en", viewport });
  await save(one, course.id, first.id, "17:00", "17:30");
  await save(one, course.id, second.id, "18:00", "18:30");
  await save(other, course.id, second.id, "19:00", "19:30");
  const undo = async () => {
    await one.goto(`/desk/courses/${course.id}/timetable`);
    await inHand(one);
    await one.keyboard.press("Control+z");
  };
  await undo();
  await expect(one.locator("#change")).toContainText("Nothing was undone");
  await expect(one.locator("#change")).toContainText("19:00");
  expect(at(first.id)).toBe("17:00");

  // Its trainer has another session at the hour to which it would go back.
  await save(one, course.id, first.id, "17:00", "17:45");
  await save(one, course.id, first.id, "20:00", "20:30");
  await save(other, course.id, second.id, "17:00", "17:45");
  await undo();
  const refusal = one.locator("#your-changes").getByRole("alert");
  await expect(refusal).toBeVisible();
  await expect(refusal).toBeFocused();
  await expect(refusal).toContainText("17:00");
  expect(at(first.id)).toBe("20:00");
});
