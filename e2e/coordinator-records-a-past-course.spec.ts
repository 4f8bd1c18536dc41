import type { Page } from "@playwright/test";
import { ask, courseId, desktop, expectAccessible, inHand, pageOf, phone } from "./support/pages";
import { sampled, walk } from "./support/sampled";
import { fillIn, reach, reachLast } from "./support/steps";
import { expect, test } from "./support/test";
import { type Language, words } from "./support/words";

const ways: { language: Language; viewport: typeof phone; place: "placeEn" | "placeAr"; town: string }[] = [
  { language: "en", viewport: desktop, place: "placeEn", town: "Soubré" },
  { language: "ar", viewport: phone, place: "placeAr", town: "سوبريه" },
];

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const idOf = (page: Page) => Number(/courses\/(\d+)/.exec(page.url())![1]);

for (const { language, viewport, place, town } of sampled(ways, 2)) {
  test(`records a course of which days and a headcount are known, and corrects it, in ${language}`, {
    tag: walk,
  }, async ({ world }) => {
    const w = words[language];
    const coursesCount = () =>
      ask<{ n: number }>("SELECT count(*) AS n FROM courses WHERE programme_id = ?", world.programme.id).n;
    const page = await world.page("coordinator", { language, viewport });
    await page.goto("/desk/courses");
    await page.getByRole("link", { name: w.desk.record }).first().click();
    await expect(page).toHaveURL(/\/desk\/courses\/record$/);
    await expect(page.locator("[name=name], [name=trainerIds], [name=capacity], [name=zone]")).toHaveCount(0);
    await expectAccessible(page);
    const before = coursesCount();
    await inHand(page);
    // It is sent from its last step.
    const sending = async () => {
      await reachLast(page.locator("form", { has: field(page, "attendedTotal") }));
      await page.getByRole("button", { name: w.recordForm.create }).click();
    };

    // What cannot be is said beside its field, and nothing is saved.
    await (await reach(field(page, "country"))).selectOption("CI");
    await fillIn(field(page, place), town);
    await fillIn(field(page, "startsOn"), "2023-10-28");
    await fillIn(field(page, "endsOn"), "2023-10-17");
    await fillIn(field(page, "attendedTotal"), "25");
    await fillIn(field(page, "attendedWoman"), "26");
    await sending();
    for (const [name, said] of [
      ["endsOn", w.errors.courseEndsBeforeStart],
      ["attendedTotalSource", w.errors.sourceNeeded],
    ] as const) {
      await expect(field(page, name)).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByText(said).filter({ visible: true }).first()).toBeVisible();
    }
    await expect(field(page, "attendedTotal")).toHaveAttribute("aria-invalid", "true");
    expect(coursesCount()).toBe(before);

    // A course to come is planned instead; the way there is beside the days.
    await fillIn(field(page, "startsOn"), "2027-02-01");
    await fillIn(field(page, "endsOn"), "2027-02-05");
    await fillIn(field(page, "attendedWoman"), "");
    await (await reach(field(page, "attendedTotalSource"))).selectOption("published");
    await sending();
    await expect(page.getByText(w.errors.courseToCome).filter({ visible: true }).first()).toBeVisible();
    await expect(page.getByRole("link", { name: w.recordForm.planInstead, exact: true })).toHaveAttribute(
      "href",
      "/desk/courses/new",
    );
    expect(coursesCount()).toBe(before);

    // A refresh loses nothing of what was typed.
    await page.reload();
    await expect(page.getByText(w.form.restored)).toBeVisible();
    await expect(field(page, place)).toHaveValue(town);
    await expect(field(page, "attendedTotal")).toHaveValue("25");

    await fillIn(field(page, "startsOn"), "2023-10-17");
    await fillIn(field(page, "endsOn"), "2023-10-28");
    await (await reach(field(page, "datesSource"))).selectOption("published");
    await (await reach(field(page, "languages[]").and(page.locator("[value=fr]")))).check();
    await fillIn(
      field(page, language === "ar" ? "partnersSourceNoteAr" : "partnersSourceNoteEn"),
      language === "ar" ? "أربعة مشاريع" : "Four projects",
    );
    await (await reach(field(page, "partnersSource"))).selectOption("published");
    await sending();
    await expect(page).toHaveURL(/\/desk\/courses\/\d+$/);
    const id = idOf(page);

    // Its overview says what is known, and nothing that only a course of people has.
    await expect(page.getByText(w.record.mark, { exact: true })).toBeVisible();
    await expect(page.getByText(w.record.numbersOnly)).toBeVisible();
    await expect(page.locator("main td").getByText("25", { exact: true })).toBeVisible();
    await expect(page.getByText(language === "ar" ? "أربعة مشاريع" : "Four projects")).toBeVisible();
    for (const word of [w.overview.planned, w.overview.rule, w.overview.trainerList, w.overview.nextStates])
      await expect(page.getByRole("main").getByText(word, { exact: true })).toHaveCount(0);
    await expect(page.getByRole("navigation", { name: w.workspace.tabs })).toHaveCount(0);
    await expectAccessible(page);

    // It is in the list, with its mark, and has a page for the public without a button to register.
    await page.goto(`/desk/courses?q=${encodeURIComponent(town)}`);
    await expect(
      page.getByRole("row").filter({ has: page.locator(`a[href="/desk/courses/${id}"]`) }),
    ).toContainText(new RegExp(w.record.mark, "i"));
    await expectAccessible(page);
    const { slug } = ask<{ slug: string }>("SELECT slug FROM courses WHERE id = ?", id);
    await page.goto(`/courses/${slug}`);
    await expect(page.getByText(w.record.numbersOnly)).toBeVisible();
    await expect(page.locator(`a[href="/courses/${slug}/register"]`)).toHaveCount(0);
    await expect(page.getByText("Africa/Abidjan")).toHaveCount(0);
    await expectAccessible(page);

    // Corrected: more is known, and a source is a document now.
    await page.goto(`/desk/courses/${id}`);
    await page.getByRole("link", { name: w.record.correct }).click();
    await inHand(page);
    await expect(field(page, place)).toHaveValue(town);
    await expect(field(page, "attendedTotalSource")).toHaveValue("published");
    await (await reach(field(page, "attendedTotalSource"))).selectOption("document");
    await fillIn(field(page, "completedTotal"), "٢٦");
    await (await reach(field(page, "completedTotalSource"))).selectOption("assumed");
    await page.getByRole("button", { name: w.recordForm.save }).click();
    await expect(field(page, "completedTotal")).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("form [role=alert]")).toContainText("26");
    await expect(page.locator("form [role=alert]")).toContainText("25");
    await expectAccessible(page);
    await fillIn(field(page, "completedTotal"), "24");
    await page.getByRole("button", { name: w.recordForm.save }).click();
    await expect(page).toHaveURL(new RegExp(`/desk/courses/${id}$`));
    await expect(page.locator("main td").getByText("24", { exact: true })).toBeVisible();

    // Taken out with a reason, it leaves the public page; put back, it is there again.
    await page.getByText(w.record.takeOut, { exact: true }).click();
    await page.getByRole("button", { name: w.record.takeOutNow }).click();
    await expect(page.getByText(w.errors.takeOutReason).first()).toBeVisible();
    await fillIn(field(page, "reason"), "Entered twice");
    await page.getByRole("button", { name: w.record.takeOutNow }).click();
    await expect(page.getByText(w.record.takenOutTitle)).toBeVisible();
    await expect(page.getByText("Entered twice")).toBeVisible();
    await expectAccessible(page);
    expect((await page.request.get(`/courses/${slug}`)).status()).toBe(404);
    await page.getByRole("button", { name: w.record.putBack }).click();
    await expect(page.getByText(w.record.takenOutTitle)).toHaveCount(0);
    expect((await page.request.get(`/courses/${slug}`)).status()).toBe(200);
  });

  test(`records a course of which hardly more than a number is known, without JavaScript, in ${language}`, async ({
    world,
  }) => {
    const w = words[language];
    const page = await world.page("coordinator", { language, viewport, javaScript: false });
    await page.goto("/desk/courses/record");
    const send = page.getByRole("button", { name: w.recordForm.create });
    await page.locator("[name=kind][value=user]").check();
    await (await reach(field(page, "country"))).selectOption("JO");
    const note = language === "ar" ? "datesNoteAr" : "datesNoteEn";
    await fillIn(field(page, note), w.course.datesUnknown);
    await fillIn(field(page, "attendedTotal"), "63");
    await send.click();
    await expect(page.getByText(w.errors.sourceNeeded).first()).toBeVisible();
    await expect(field(page, note)).toHaveValue(w.course.datesUnknown);
    await (await reach(field(page, "attendedTotalSource"))).selectOption("document");
    await send.click();
    await expect(page).toHaveURL(/\/desk\/courses\/\d+$/);
    await expect(page.getByText(w.course.datesUnknown).first()).toBeVisible();
    await expect(page.locator("main td").getByText("63", { exact: true })).toBeVisible();
    await expect(page.getByText(w.record.notKnown).first()).toBeVisible();
    const { slug } = ask<{ slug: string }>("SELECT slug FROM courses WHERE id = ?", idOf(page));
    await page.goto(`/courses/${slug}`);
    await expect(page.getByText(w.course.content)).toHaveCount(0);
  });
}

test("is not for another programme's coordinator, nor for a course of people", async ({ browser }) => {
  const record = `/desk/courses/${courseId("tot-kenya-2022")}/record`;
  const other = await pageOf(browser, "otherCoordinator");
  expect((await other.goto(record))?.status()).toBe(404);
  const page = await pageOf(browser, "coordinator");
  expect((await page.goto(record))?.status()).toBe(200);
  expect((await page.goto(`/desk/courses/${courseId("user-beirut-2022")}/record`))?.status()).toBe(404);
  // The plan of a recorded course is its record.
  await page.goto(record.replace("/record", "/edit"));
  await expect(page).toHaveURL(new RegExp(`${record}$`));
});
