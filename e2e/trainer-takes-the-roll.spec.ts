import { saveSession } from "../lib/timetable/commands";
import { sessionSchema } from "../lib/timetable/schema";
import { act, now } from "./support/act";
import { ask, desktop, expectAccessible, phone, scriptsHeld } from "./support/pages";
import { inHand, peopleOn, rollAt, sessionOf, shown, stored, take, test } from "./support/roll";
import { expect } from "./support/test";
import { words } from "./support/words";

const w = words.en;

test("takes the roll of 40 people with one thumb, in Arabic on a phone", async ({ world, course }) => {
  const w = words.ar;
  const page = await world.page("trainer", { language: "ar", viewport: phone });
  const { id } = ask<{ id: number }>(
    "SELECT id FROM sessions WHERE course_id = ? AND day = '2027-01-12' ORDER BY start_instant LIMIT 1",
    course,
  );
  await page.goto("/today");
  await page.locator(`a[href="/desk/courses/${course}/roll/${id}"]`).first().click();
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "0").replace("{total}", "40")),
  ).toBeVisible();
  const entries = () => ask<{ n: number }>("SELECT count(*) AS n FROM attendance WHERE session_id = ?", id).n;
  const people = peopleOn(page);
  await expect(people).toHaveCount(40);

  // One tap each, saved at once.
  const saved = page.getByRole("status").filter({ hasText: w.roll.savedAt.replace("{time}", "").trim() });
  await people.nth(0).getByText(w.roll.state.present, { exact: true }).click();
  await expect(saved).toBeVisible();
  await expect.poll(entries).toBe(1);
  await people.nth(1).getByText(w.roll.state.late, { exact: true }).click();
  await people.nth(1).getByLabel(w.roll.late).fill("20");
  await people.nth(1).getByLabel(w.roll.late).blur();
  await expect
    .poll(
      () =>
        ask<{ m: number }>(
          "SELECT s.minutes - a.minutes AS m FROM attendance a JOIN sessions s ON s.id = a.session_id WHERE session_id = ? AND state = 'late'",
          id,
        )?.m,
    )
    .toBe(20);

  // Undone, from the row or from above.
  await people.nth(2).getByText(w.roll.state.absent, { exact: true }).click();
  await expect.poll(entries).toBe(3);
  await page.getByRole("button", { name: w.roll.undo }).first().click();
  await expect.poll(entries).toBe(2);
  await expectAccessible(page);

  await page.getByRole("button", { name: w.roll.restPresent.replace("{count}", "38") }).click();
  await expect(page.locator(":focus")).toHaveText(
    w.roll.counter.replace("{entered}", "40").replace("{total}", "40"),
  );
  await expect.poll(entries).toBe(40);
  await page.reload();
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "40").replace("{total}", "40")),
  ).toBeVisible();
  await expect(page.getByText("رامي حداد").filter({ visible: true }).first()).toBeVisible();
  // Each target is at least 44 px high.
  const box = await people.nth(5).getByText(w.roll.state.excused, { exact: true }).boundingBox();
  expect(box!.height).toBeGreaterThanOrEqual(44);
});

test("takes the roll without JavaScript", async ({ world, course }) => {
  const page = await world.page("trainer", { viewport: phone, javaScript: false });
  const { id } = ask<{ id: number }>(
    "SELECT id FROM sessions WHERE course_id = ? ORDER BY start_instant DESC LIMIT 1 OFFSET 1",
    course,
  );
  await page.goto(`/desk/courses/${course}/roll/${id}`);
  await expect(page.getByRole("radiogroup")).toHaveCount(40);
  const person = page.getByRole("radiogroup").nth(33);
  await person.getByText(w.roll.state.excused, { exact: true }).click();
  await page.getByRole("button", { name: w.roll.save }).click();
  // The session is still to come: a reason is asked for beside its field, and the mark is kept meanwhile.
  const reason = page.getByLabel(w.roll.reason.early);
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await expect(person.locator("input[value=excused]")).toBeChecked();
  await reason.fill("Held a day earlier");
  await page.getByRole("button", { name: w.roll.save }).click();
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "1").replace("{total}", "40")),
  ).toBeVisible();
  await expect(person.locator("input[value=excused]")).toBeChecked();
  // All others, but for whoever was marked.
  await page.getByRole("button", { name: w.roll.restPresent.replace("{count}", "39") }).click();
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "40").replace("{total}", "40")),
  ).toBeVisible();
  await expect(person.locator("input[value=excused]")).toBeChecked();
});

test("shows somebody who got a place meanwhile with the next tap", async ({ world, course }) => {
  const coordinator = await world.page("coordinator");
  const places = () =>
    ask<{ n: number }>(
      "SELECT count(*) AS n FROM registrations WHERE course_id = ? AND state = 'accepted'",
      course,
    ).n;
  const decide = async (from: string, decision: string, then: number) => {
    await coordinator.goto(`/desk/courses/${course}/registrations?state=${from}`);
    await coordinator.locator('[name="registrationIds[]"]').first().check();
    await coordinator.getByRole("button", { name: decision, exact: true }).click();
    await expect.poll(places).toBe(then);
  };
  const { id } = ask<{ id: number }>(
    "SELECT id FROM sessions WHERE course_id = ? ORDER BY start_instant DESC LIMIT 1",
    course,
  );
  await decide("accepted", "Waiting list: 1", 39);
  const page = await world.page("trainer", { viewport: phone });
  await page.goto(`/desk/courses/${course}/roll/${id}`);
  await expect(page.getByRole("radiogroup")).toHaveCount(39);
  await decide("waiting", "Accept 1 person", 40);
  // Before the session's day nothing is saved until it was said why, once; the mark waits for it.
  const fifth = page.getByRole("radiogroup").nth(4);
  await fifth.getByText(w.roll.state.present, { exact: true }).click();
  await expect(page.locator("#roll-reason-error")).toBeVisible();
  await expect(page.getByText("1 mark waits for the reason")).toBeVisible();
  await expect(fifth.locator("input[value=present]")).toBeChecked();
  await page.reload();
  await expect(fifth.locator("input[value=present]")).toBeChecked();
  await expect(page.getByText("1 mark waits for the reason")).toBeVisible();
  await page.getByLabel(w.roll.reason.early).fill("Held a day earlier");
  await page.getByLabel(w.roll.reason.early).blur();
  await expect(page.getByText("Held a day earlier")).toBeVisible();
  await expect(page.getByLabel(w.roll.reason.early)).toHaveCount(0);
  await expect(page.getByRole("radiogroup")).toHaveCount(40);
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "1").replace("{total}", "40")),
  ).toBeVisible();
});

test("asks why where the session was moved since the page was opened, and takes whoever marks there and back", async ({
  world,
  course,
}) => {
  const session = sessionOf(course, "2027-01-12", 2);
  const page = await world.page("trainer", { viewport: desktop });
  await page.goto(rollAt(session));
  await inHand(page);
  const { startsAt, endsAt } = ask<{ startsAt: string; endsAt: string }>(
    "SELECT starts_at AS startsAt, ends_at AS endsAt FROM sessions WHERE id = ?",
    session,
  );
  act(
    saveSession,
    world.people.coordinator.viewer,
    sessionSchema.parse({
      courseId: String(course),
      sessionId: String(session),
      kind: "other",
      title: "Moved",
      day: "2027-01-19",
      startsAt,
      endsAt,
    }),
    now,
  );
  const reason = page.getByLabel(w.roll.reason.early);
  await expect(reason).toHaveCount(0);
  await peopleOn(page).nth(8).locator("input").first().focus();
  await page.keyboard.press("a");
  await expect(reason).toBeFocused();
  await expect(page.locator("#roll-reason-error")).toBeVisible();
  await page.keyboard.type("Held a week earlier");
  await page.keyboard.press("Enter");
  await expect.poll(() => stored(session, 8).state).toBe("absent");
  await expect(reason).toHaveCount(0);
  await expect(page.locator(":focus")).toHaveText(
    w.roll.counter.replace("{entered}", "1").replace("{total}", "40"),
  );
});

test("keeps the reason that was typed before the scripts came", async ({ world, course }) => {
  const { id } = ask<{ id: number }>(
    "SELECT id FROM sessions WHERE course_id = ? ORDER BY start_instant DESC LIMIT 1",
    course,
  );
  const page = await world.page("trainer", { viewport: phone });
  const come = await scriptsHeld(page);
  await page.goto(rollAt(id), { waitUntil: "commit" });
  await page.getByLabel(w.roll.reason.early).fill("Held before the feast");
  await take(page, 3, "absent");
  come();
  await inHand(page);
  await expect.poll(() => stored(id, 3).state).toBe("absent");
  expect(ask<{ reason: string }>("SELECT reason FROM exceptions WHERE session_id = ?", id).reason).toBe(
    "Held before the feast",
  );
});

test("is a form with everybody and its buttons where the scripts never come", async ({ world, course }) => {
  const session = sessionOf(course, "2027-01-12", 2);
  const page = await world.page("trainer", { viewport: phone });
  await page.route("**/_next/static/**/*.js", (route) => route.abort());
  await page.goto(rollAt(session));
  await expect(page.getByRole("radiogroup")).toHaveCount(40);
  await take(page, 38, "late");
  await page.getByRole("button", { name: w.roll.save, exact: true }).click();
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "1").replace("{total}", "40")),
  ).toBeVisible();
  expect(stored(session, 38)).toEqual({ state: "late", late: 15 });
  await page.getByLabel(w.roll.late).fill("٢٠");
  await take(page, 37, "absent");
  await page.getByRole("button", { name: w.roll.restPresent.replace("{count}", "39") }).click();
  await expect(
    page.getByText(w.roll.counter.replace("{entered}", "40").replace("{total}", "40")),
  ).toBeVisible();
  expect(stored(session, 38)).toEqual({ state: "late", late: 20 });
  expect(stored(session, 37).state).toBe("absent");
  expect(stored(session, 0).state).toBe("present");
  await page.context().close();
});

test("is taken with the keyboard: one write for a choice, undone to what stood before", async ({
  world,
  course,
}) => {
  const session = sessionOf(course, "2027-01-12", 1);
  const page = await world.page("trainer", { viewport: desktop });
  await page.goto(rollAt(session));
  await inHand(page);
  let posts = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") posts += 1;
  });
  const row = peopleOn(page).nth(15);
  await row.locator("input").first().focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  await expect(shown(page, 15)).toHaveValue("absent");
  await page.keyboard.press("Tab");
  await expect.poll(() => stored(session, 15).state).toBe("absent");
  expect(posts).toBe(1);
  await page.keyboard.press("Control+z");
  await expect.poll(() => stored(session, 15).state).toBeNull();
  await expect(page.locator("body")).not.toBeFocused();
  // Letters and digits mark; up and down change the person; undo is the next stop after the row.
  await row.locator("input").first().focus();
  await page.keyboard.press("e");
  await expect(shown(page, 15)).toHaveValue("excused");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("4");
  await expect(shown(page, 16)).toHaveValue("absent");
  await page.keyboard.press("Shift+Tab");
  await expect(page.locator(":focus")).toHaveAccessibleName(new RegExp(`^${w.roll.undo}: `));
  await page.keyboard.press("Enter");
  await expect(shown(page, 16)).toHaveCount(0);
  await expect(page.locator("body")).not.toBeFocused();
  await expect.poll(() => [stored(session, 15).state, stored(session, 16).state]).toEqual(["excused", null]);
  await expectAccessible(page);
  await page.context().close();
});

test("keeps minutes that cannot be in their field, says so there, and stores nothing of them", async ({
  world,
  course,
}) => {
  const session = sessionOf(course, "2027-01-12", 1);
  const page = await world.page("trainer", { viewport: phone });
  await page.goto(rollAt(session));
  await inHand(page);
  await take(page, 25, "late");
  const field = peopleOn(page).nth(25).getByLabel(w.roll.late);
  await expect.poll(() => stored(session, 25).late).toBe(15);
  for (const wrong of ["999", "90", "0", "ten", ""]) {
    await field.fill(wrong);
    await field.blur();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription("1 to 89; 15 counts");
    await expect(field).toHaveValue(wrong);
  }
  expect(stored(session, 25).late).toBe(15);
  await field.fill("٤٥");
  await field.press("Enter");
  await expect(field).not.toHaveAttribute("aria-invalid");
  await expect.poll(() => stored(session, 25).late).toBe(45);
  await page.context().close();
});
