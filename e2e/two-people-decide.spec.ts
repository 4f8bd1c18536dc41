import type { Page } from "@playwright/test";
import { ask, inHand } from "./support/pages";
import { sampled } from "./support/sampled";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en;
const irbid = { from: "2027-02-14", to: "2027-02-24", applied: 4 } as const;

const stateOf = (course: { id: number }, number: number) =>
  ask<{ state: string }>(
    "SELECT state FROM registrations WHERE course_id = ? AND number = ?",
    course.id,
    number,
  ).state;

/** Declines whoever is open beside the list. */
const decline = async (page: Page) => {
  const panel = page.locator("aside.panel");
  await panel.getByText(w.decisions.declineOpen, { exact: true }).last().click();
  await panel.getByLabel(w.decisions.reason).fill("Not a trainer yet");
  await panel.getByRole("button", { name: w.decisions.one.declined, exact: true }).click();
};

for (const javaScript of sampled([false, true], 2)) {
  const how = javaScript ? "with" : "without";
  test(`a decision does not undo a colleague's, whose it is and what it was is said, ${how} JavaScript`, async ({
    world,
  }) => {
    const course = await world.course(irbid);
    const [first] = [
      ask<{ id: number }>("SELECT id FROM registrations WHERE course_id = ? AND number = 1", course.id),
    ];
    const list = `/desk/courses/${course.id}/registrations?state=applied`;
    const [one, other] = [
      await world.page("coordinator", { javaScript }),
      await world.page("coordinator", { javaScript }),
    ];
    for (const page of [one, other]) {
      await page.goto(`${list}&show=${first.id}`);
      if (javaScript) await inHand(page);
    }
    const panel = one.locator("aside.panel");
    await panel.getByRole("button", { name: w.decisions.one.accepted, exact: true }).click();
    await expect(one.getByText(/accepted\.$/).first()).toBeVisible();
    await decline(other);
    await expect(other.getByText(/accepted since this page was shown/).first()).toBeVisible();
    // What is true now stands beside it, and what was typed is kept.
    await expect(other.locator("aside.panel").getByText(w.registrationState.accepted).first()).toBeVisible();
    expect(stateOf(course, 1)).toBe("accepted");
    await expect(other.locator("aside.panel").getByLabel(w.decisions.reason)).toHaveValue(
      "Not a trainer yet",
    );
  });

  test(`of several, those that a colleague decided on stay and are named, ${how} JavaScript`, async ({
    world,
  }) => {
    const course = await world.course(irbid);
    const list = `/desk/courses/${course.id}/registrations`;
    const [one, other] = [
      await world.page("coordinator", { javaScript }),
      await world.page("coordinator", { javaScript }),
    ];
    for (const page of [one, other]) {
      await page.goto(list);
      if (javaScript) await inHand(page);
    }
    const bulk = async (page: Page, which: readonly number[], name: RegExp) => {
      for (const i of which) await page.locator('tbody [name="registrationIds[]"]').nth(i).check();
      await page.getByRole("button", { name }).first().click();
    };
    await bulk(one, [0], /^Accept/);
    await expect(one.getByText(/accepted\.$/).first()).toBeVisible();
    await bulk(other, [0, 1], /^Waiting list/);
    await expect(other.getByText("1 person was not decided on", { exact: false })).toBeVisible();
    const states = [1, 2, 3, 4].map((number) => stateOf(course, number));
    expect(states.filter((state) => state === "accepted")).toHaveLength(1);
    expect(states.filter((state) => state === "waiting")).toHaveLength(1);
  });
}

test("a second tap after Accept falls on nobody; keys and a later tap do", async ({ world }) => {
  const course = await world.course(irbid);
  const page = await world.page("coordinator");
  await page.goto(`/desk/courses/${course.id}/registrations?state=applied`);
  await inHand(page);
  await page.locator("tbody th .tbl-link").first().click();
  const panel = page.locator("aside.panel");
  const title = panel.getByRole("heading").first();
  const accept = panel.getByRole("button", { name: w.decisions.one.accepted, exact: true });
  const accepted = () =>
    ask<{ n: number }>(
      "SELECT count(*) AS n FROM registrations WHERE course_id = ? AND state = 'accepted'",
      course.id,
    ).n;
  const name = (await title.textContent())!;
  const at = (await accept.boundingBox())!;
  const tap = () => page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
  await tap();
  await expect(title).not.toHaveText(name);
  await tap();
  const next = (await title.textContent())!;
  // Whatever the tap had sent would have been answered before this.
  await accept.focus();
  await page.keyboard.press("Enter");
  await expect(title).not.toHaveText(next);
  expect(accepted()).toBe(2);
  await expect
    .poll(async () => {
      if (accepted() === 2) await accept.click();
      return accepted();
    })
    .toBe(3);
});
