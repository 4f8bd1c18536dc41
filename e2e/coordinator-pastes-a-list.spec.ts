import { askAll, expectAccessible, phone } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const irbid = { from: "2027-02-14", to: "2027-02-24", places: 0, applied: 0 } as const;
const namesIn = (course: number) =>
  askAll<{ name: string }>(
    "SELECT p.name FROM registrations r JOIN persons p ON p.id = r.person_id WHERE r.course_id = ? ORDER BY r.number",
    course,
  ).map(({ name }) => name);

for (const javaScript of [true, false])
  test(`a list that is pasted is read back, mended and registered, ${javaScript ? "with" : "without"} scripts`, async ({
    world,
  }) => {
    const w = words.en.peopleList;
    const course = await world.course(irbid);
    const page = await world.page("coordinator", { javaScript });
    await page.goto(`/desk/courses/${course.id}/registrations`);
    await page.getByRole("link", { name: w.title }).click();
    await page.getByLabel(w.list).fill("Rana of a list\t0791234501\nOmar of a list\t0791\tx\ty");
    await expect(page.getByLabel(w.consent)).toHaveCount(0);
    await page.getByRole("button", { name: w.check }).click();
    // What is wrong is counted by lines and said above the list, with the line as it was typed, and beside how it was understood.
    await expect(
      page.getByRole("alert").filter({ hasText: "1 line of 2 has to be corrected first." }),
    ).toContainText("Omar of a list 0791 x y");
    await expect(page.getByText(w.unclear)).toHaveCount(2);
    // The way leads to the line that is to be mended.
    await page.getByRole("link", { name: "Line 2" }).click();
    await expect(page.locator("tr:target")).toContainText(w.unclear);
    await expect(page.getByText("+962 7 9123 4501")).toBeVisible();
    if (javaScript) await expectAccessible(page);
    expect(namesIn(course.id)).toEqual([]);
    // What was typed is there, and is mended.
    await expect(page.getByLabel(w.list)).toHaveValue(/^Rana of a list/);
    await page.getByLabel(w.list).fill("Rana of a list\t0791234501\nOmar of a list");
    await page.getByRole("button", { name: w.check }).click();
    // That it reads well is no fault.
    await expect(page.getByRole("status").getByText("2 people can be registered.")).toBeVisible();
    await expect(page.locator(".form-faults, [aria-invalid]")).toHaveCount(0);
    if (javaScript) await expect(page.locator("[role=status]:focus")).toHaveCount(1);
    await page.getByRole("link", { name: w.toEnd }).click();
    const register = page.getByRole("button", { name: "Register 2 people" });
    await expect(register).toBeInViewport();
    // Without their agreement nobody is registered, and what was read stays.
    await register.click();
    await expect(page.locator(".form-faults")).toContainText(words.en.errors.consentByPerson);
    expect(namesIn(course.id)).toEqual([]);
    await page.getByLabel(w.consent).check();
    await register.click();
    await expect(page.getByText("2 people are now registered.")).toBeVisible();
    expect(namesIn(course.id)).toEqual(["Rana of a list", "Omar of a list"]);
    await expect(page.getByLabel(w.list)).toHaveValue("");
  });

test("a trainer registers several people in a workshop of theirs, on a phone in Arabic", async ({
  world,
}) => {
  const w = words.ar.peopleList;
  const { id } = world.workshop({ audience: "by a list", people: 0 });
  const page = await world.page("trainer", { language: "ar", viewport: phone });
  await page.goto(`/desk/courses/${id}/participants`);
  await page.getByRole("link", { name: words.ar.participants.registerSeveral }).click();
  await page.getByLabel(w.list).fill("رنا حداد، +962791234502، أنثى\nعمر سعيد");
  await page.getByRole("button", { name: w.check }).click();
  await expect(page.getByText(w.registered).first()).toBeVisible();
  await page.getByLabel(w.consent).check();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
  await page.getByRole("button", { name: "تسجيل شخصين" }).click();
  await expect(page.getByText("تم تسجيل شخصين.")).toBeVisible();
  expect(namesIn(id)).toEqual(["رنا حداد", "عمر سعيد"]);
});
