import { dayInField } from "../app/_ui/form/dayInField";
import { shortRange } from "../lib/i18n/format";
import { askedBefore, askedInMenu } from "./support/dialog";
import { ask, desktop, expectAccessible, inHand, phone } from "./support/pages";
import { sampled } from "./support/sampled";
import { actOnSheet } from "./support/sheet";
import { fillIn } from "./support/steps";
import { expect, test } from "./support/test";
import { type Language, words } from "./support/words";

const ways: {
  language: Language;
  viewport: typeof phone;
  place: string;
  placeField: "placeEn" | "placeAr";
  at: { from: string; to: string };
  /** Other days, in weeks of its own. */
  later: { from: string; to: string };
}[] = [
  {
    language: "en",
    viewport: desktop,
    place: "Madaba",
    placeField: "placeEn",
    at: { from: "17:00", to: "18:00" },
    later: { from: "2027-05-02", to: "2027-05-06" },
  },
  {
    language: "ar",
    viewport: phone,
    place: "الكرك",
    placeField: "placeAr",
    at: { from: "18:30", to: "19:30" },
    later: { from: "2027-06-13", to: "2027-06-17" },
  },
];

for (const { language, viewport, placeField, at, later, ...way } of sampled(ways, 2))
  test(`plans a training of trainers and opens it, in ${language}`, async ({ world }) => {
    // The trainer of the test's own programme, who has a name in one script.
    const [w, trainer] = [words[language], "رامي حداد"];
    // Nobody else plans a course in a place of this name.
    const place = `${way.place} ${world.mark}`;
    const ramallah = await world.course({
      country: "PS",
      from: "2027-01-10",
      to: "2027-01-19",
      state: "running",
    });
    const page = await world.page("coordinator", { language, viewport });
    const planned = () =>
      ask<{ n: number }>("SELECT count(*) AS n FROM courses WHERE programme_id = ?", world.programme.id).n;
    await page.goto("/desk/courses/new");
    await inHand(page);
    const goOn = (to: "tools" | "days" | "trainers" | "places") =>
      page.getByRole("button", { name: w.planSteps.go[to], exact: true }).click();
    const headed = (step: keyof typeof w.planSteps.step) =>
      page.getByRole("heading", { name: w.planSteps.step[step], exact: true });
    await page.locator("[name=programmeId]").selectOption(String(world.programme.id));
    await page.locator('[name="languages[]"][value=ar]').check();
    await goOn("tools");
    await expect(headed("tools")).toBeFocused();

    // Without a module there is no going on; what is missing is said.
    const modules = page.locator('.module-version:not([hidden]) [name="moduleIds[]"]');
    await goOn("days");
    await expect(page.getByText(w.errors.chooseModules).first()).toBeVisible();
    await expectAccessible(page);
    for (const i of [0, 2, 3]) await modules.nth(i).check();
    await goOn("days");
    await expect(headed("days")).toBeFocused();

    // A country brings its zone and its venues.
    await page.locator("[name=country]").selectOption("KE");
    await expect(page.locator("[name=zone]")).toHaveValue("Africa/Nairobi");
    const venues = page.locator("[name=venueId] optgroup");
    await expect(venues).toHaveCount(1);
    await page.locator("[name=country]").selectOption("JO");
    await expect(page.locator("[name=zone]")).toHaveValue("Asia/Amman");

    // What is missing is said beside its field, and nothing is saved.
    const before = planned();
    await page.locator("[name=startsOn]").fill("2027-01-21");
    await page.locator("[name=endsOn]").fill("2027-01-17");
    await goOn("trainers");
    await expect(page.getByText(w.errors.courseEndsBeforeStart).first()).toBeVisible();
    expect(planned()).toBe(before);

    await page.locator(`[name=${placeField}]`).fill(place);
    // A refresh loses nothing of it.
    await page.reload();
    await expect(page.getByText(w.form.restored)).toBeVisible();
    await expect(page.locator(`[name=${placeField}]`)).toHaveValue(place);
    await expect(modules.nth(2)).toBeChecked();
    await expect(modules.nth(1)).not.toBeChecked();
    await expect(page.locator("[name=country]")).toHaveValue("JO");
    await expect(page.locator("[name=zone]")).toHaveValue("Asia/Amman");
    await page.locator("[name=startsOn]").fill("2027-01-17");
    await page.locator("[name=endsOn]").fill("2027-01-21");
    // Beside it stands what that comes to: five days that are worked.
    await expect(page.locator(".so-far-numbers dd").first()).toHaveText("5");
    await expectAccessible(page);
    await goOn("trainers");
    await page.getByLabel(trainer).check();
    await goOn("places");
    // What is done is a line, with the way back to it.
    await expect(page.locator("#trainers")).toContainText(trainer);
    await page.locator("[name=capacity]").fill("٢٤");
    await expectAccessible(page);
    await page.getByRole("button", { name: w.plan.create }).click();
    await expect(page).toHaveURL(/\/timetable\?created=yes$/);
    const id = /courses\/(\d+)\//.exec(page.url())![1]!;
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);

    // A proposal on working days, then session by session.
    await page.getByRole("button", { name: w.timetable.proposeNow }).click();
    await expect(page.locator("li[id^=session-]").first()).toBeVisible();
    const days = ask<{ days: string }>(
      "SELECT group_concat(DISTINCT day) AS days FROM sessions WHERE course_id = ?",
      id,
    ).days;
    expect(
      days
        .split(",")
        .every((day) => ["2027-01-17", "2027-01-18", "2027-01-19", "2027-01-20", "2027-01-21"].includes(day)),
    ).toBe(true);

    // Rami is at the course in Ramallah at that time: named, and refused.
    const busy = ask<{ day: string; startsAt: string; endsAt: string }>(
      "SELECT day, starts_at AS startsAt, ends_at AS endsAt FROM sessions WHERE course_id = ? AND day >= '2027-01-17' ORDER BY start_instant LIMIT 1",
      ramallah.id,
    );
    await actOnSheet(page, w.timetable.addSession);
    const heading = page.locator(".panel h2");
    await expect(heading).toBeFocused();
    const form = page.locator(".panel form").first();
    await form.locator("[name=kind]").selectOption("other");
    await form.locator("[name=title]").fill("Visit");
    await form.locator("[name=day]").selectOption(busy.day);
    await form.locator("[name=startsAt]").fill(busy.startsAt);
    await form.locator("[name=endsAt]").fill(busy.endsAt);
    await form.getByLabel(trainer).check();
    await form.getByRole("button", { name: w.timetable.save }).click();
    const title = JSON.parse(
      ask<{ title: string }>("SELECT title FROM courses WHERE id = ?", ramallah.id).title,
    ) as Record<string, string>;
    // In the reader's language: who, when, which course.
    const busyLine = form.locator("fieldset p", { hasText: title[language] ?? title.ar! });
    await expect(busyLine).toContainText(trainer);
    // At the hours of this course: Amman is an hour ahead of Ramallah in winter.
    const inAmman = (time: string) => `${Number(time.slice(0, 2)) + 1}${time.slice(2)}`;
    await expect(busyLine).toContainText(
      new RegExp(`${inAmman(busy.startsAt)}\\u2060?–\\u2060?${inAmman(busy.endsAt)}`),
    );
    await expect(form.locator("[name=title]")).toHaveValue("Visit");
    await form.locator("[name=startsAt]").fill(at.from);
    await form.locator("[name=endsAt]").fill(at.to);
    await form.getByRole("button", { name: w.timetable.save }).click();
    await expect(page.getByText(w.timetable.saved)).toBeInViewport();
    await expect(page.locator("li[data-saved]", { hasText: "Visit" })).toBeVisible();
    const visit = page.locator("li[id^=session-]", { hasText: "Visit" });
    await expect(visit).toBeVisible();
    // What was put there has the focus; the form is gone.
    const block = visit.getByRole("link");
    await expect(block).toBeFocused();
    await expect(heading).toHaveCount(0);
    await expectAccessible(page);

    // By the keyboard: Enter leads beside it, Escape back; what is deleted comes back by its Undo.
    await page.keyboard.press("Enter");
    await expect(heading).toBeFocused();
    await expect(heading).toHaveText("Visit");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(heading).toHaveCount(0);
    await expect(block).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(heading).toBeFocused();
    await page.getByRole("button", { name: w.timetable.delete }).press("Enter");
    const message = page.locator("#change");
    await expect(message).toBeFocused();
    await expect(message).toBeInViewport();
    await expect(visit).toHaveCount(0);
    await page.keyboard.press("Tab");
    await expect(message.getByRole("button", { name: w.timetable.undo })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(message.getByText(w.timetable.undone)).toBeInViewport();
    await expect(block).toBeFocused();

    // Another proposal says what it replaces, goes around what a hand placed, and names who cannot train by then.
    const sessions = () => ask<{ n: number }>("SELECT count(*) AS n FROM sessions WHERE course_id = ?", id).n;
    const proposed = sessions() - 1;
    await actOnSheet(page, w.timetableSheet.proposeAgain);
    await expect(heading).toBeFocused();
    await page.locator(".panel [name=startsAt]").fill("08:30");
    await page.getByRole("button", { name: w.timetable.proposeNow }).click();
    await page.locator(".panel [name=otherTrainers][aria-invalid=true]").check();
    await page.getByRole("button", { name: w.timetable.proposeNow }).click();
    await expect(message).toContainText(String(proposed));
    await expect(visit).toBeVisible();
    const first = ask<{ at: string }>("SELECT min(starts_at) AS at FROM sessions WHERE course_id = ?", id);
    expect(first.at).toBe("08:30");
    await expectAccessible(page);
    await message.getByRole("button", { name: w.timetable.undo }).click();
    await expect(message.getByText(w.timetable.undone)).toBeVisible();
    expect(sessions()).toBe(proposed + 1);

    // The plan refuses days that leave sessions outside, names one and offers the move; nothing typed is lost.
    await page.goto(`/desk/courses/${id}/edit`);
    await inHand(page);
    await fillIn(page.locator("[name=startsOn]"), later.from);
    await page.locator("[name=endsOn]").fill(later.to);
    await page.getByRole("button", { name: w.plan.save }).click();
    await expect(page.locator("[name=startsOn]")).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("[name=endsOn]")).toHaveValue(dayInField(later.to, language));
    await page.getByRole("link", { name: w.form.moveCourse, exact: true }).click();
    await expect(page).toHaveURL(/\/move\?to=/);
    await expectAccessible(page);
    await page.getByRole("button", { name: w.move.now }).click();
    await expect(message).toBeFocused();
    const starts = () => ask<{ day: string }>("SELECT starts_on AS day FROM courses WHERE id = ?", id).day;
    expect(starts()).toBe(later.from);
    const firstDay = ask<{ day: string }>("SELECT min(day) AS day FROM sessions WHERE course_id = ?", id);
    expect(firstDay.day).toBe(later.from);
    await message.getByRole("button", { name: w.timetable.undo }).click();
    await expect(message.getByText(w.timetable.undone)).toBeVisible();
    expect(starts()).toBe("2027-01-17");
    await expectAccessible(page);
    // Draft, then open: from now on it is in the catalogue.
    await page.goto(`/desk/courses/${id}`);
    await page.getByRole("button", { name: w.overview.go.open }).click();
    await expect(page.getByText(w.courseState.open, { exact: true })).toBeVisible();
    const { slug } = ask<{ slug: string }>("SELECT slug FROM courses WHERE id = ?", id);
    await page.goto("/courses");
    await expect(page.locator(`a[href="/courses/${slug}"]`)).toBeVisible();

    // After the last day to apply nobody is told that registration is open.
    await page.goto(`/desk/courses/${id}/edit`);
    // What was refused above was kept, and is no longer wanted.
    await page.getByRole("button", { name: w.form.startAnew }).click();
    await fillIn(page.locator("[name=applyBy]"), "2027-01-11");
    await page.getByRole("button", { name: w.plan.save }).click();
    await expect(page).toHaveURL(new RegExp(`/desk/courses/${id}\\?done=plan$`));
    await expect(page.getByText(w.courseDone.plan)).toBeVisible();
    for (const address of [`/courses/search?q=${encodeURIComponent(place)}`, `/courses/${slug}`]) {
      await page.goto(address);
      await expect(page.getByText(w.courseState.registration_over, { exact: true }).first()).toBeVisible();
      await expect(page.getByText(w.courseState.open, { exact: true })).toHaveCount(0);
      await expect(page.getByText(w.catalogue.bySelection)).toHaveCount(0);
      await expect(page.getByText(w.course.apply, { exact: true })).toHaveCount(0);
    }

    // Before its day it starts only for a reason, which is kept; so does its end, which first says what it does.
    await page.goto(`/desk/courses/${id}`);
    const start = page.getByRole("button", { name: w.overview.go.running });
    await askedBefore(page, w.overview.go.running).click();
    await start.click();
    const startsFor = page.locator("form", { has: start }).locator("[name=reason]");
    await expect(startsFor).toHaveAttribute("aria-invalid", "true");
    await startsFor.fill("The room is free earlier");
    await start.click();
    await expect(page.getByText(w.courseState.running, { exact: true })).toBeVisible();
    await expect(page.getByText("The room is free earlier")).toBeVisible();
    const end = page.getByRole("button", { name: w.overview.go.closed });
    await askedBefore(page, w.overview.go.closed).click();
    await expect(page.getByRole("dialog", { name: w.overview.ask.closed })).toBeVisible();
    await expectAccessible(page);
    await end.click();
    await expect(page.locator("form", { has: end }).locator("[name=reason]")).toHaveAttribute(
      "aria-invalid",
      "true",
    );
    await expectAccessible(page);

    // Cancelled with a reason that everybody sees.
    await page.goto(`/desk/courses/${id}`);
    const asked = await askedInMenu(page, w.overview.go.cancelled);
    await page.getByRole("button", { name: w.overview.cancelNow }).click();
    await expect(page.getByText(w.errors.reasonRequired).first()).toBeVisible();
    await asked.locator("[name=reason]").fill("Snow");
    await page.getByRole("button", { name: w.overview.cancelNow }).click();
    await expect(page.getByText("Snow")).toBeVisible();
    await page.goto(`/courses/${slug}`);
    await expect(page.getByText("Snow")).toBeVisible();
    await page.goto("/courses");
    await expect(page.locator(`a[href="/courses/${slug}"]`)).toHaveCount(0);
  });

test("reads what was saved at once, also in the heading that stays in the browser", async ({ world }) => {
  const { id } = await world.course({ from: "2027-03-07", to: "2027-03-11", state: "draft" });
  const page = await world.page("coordinator");
  await page.goto(`/desk/courses/${id}/edit`);
  await inHand(page);
  await fillIn(page.locator("[name=endsOn]"), "2027-03-10");
  await page.getByRole("button", { name: words.en.plan.save }).click();
  await expect(page).toHaveURL(new RegExp(`/desk/courses/${id}\\?done=plan$`));
  await expect(page.locator("header.course-head")).toContainText(
    shortRange("2027-03-07", "2027-03-10", "en"),
  );
});
