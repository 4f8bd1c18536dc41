import type { Page } from "@playwright/test";
import { ask } from "./pages";
import { test as base, expect } from "./test";
import { words } from "./words";

const w = words.en;
/** Each test has a course of 40 people under way, of which the rolls are taken but for the last one that was held. */
export const test = base.extend<{ course: number }>({
  course: async ({ world }, use) => {
    const { id } = await world.course({
      country: "PS",
      from: "2027-01-10",
      to: "2027-01-19",
      capacity: 40,
      places: 40,
      state: "running",
      rolls: true,
    });
    await use(id);
  },
});
/** A session of the course by its day and its place in it; none of these owes a reason. */
export const sessionOf = (course: number, day: string, nth: number) =>
  ask<{ id: number }>(
    "SELECT id FROM sessions WHERE course_id = ? AND day = ? ORDER BY start_instant LIMIT 1 OFFSET ?",
    course,
    day,
    nth,
  ).id;
export const rollAt = (session: number) =>
  `/desk/courses/${ask<{ id: number }>("SELECT course_id AS id FROM sessions WHERE id = ?", session).id}/roll/${session}`;
export const peopleOn = (page: Page) =>
  page.getByRole("listitem").filter({ has: page.getByRole("radiogroup") });
/** What the roll says of the person in a row of a session. */
export const stored = (session: number, row: number) =>
  ask<{ state: string | null; late: number | null }>(
    "SELECT a.state, a.late_minutes AS late FROM registrations r JOIN persons p ON p.id = r.person_id JOIN sessions s ON s.course_id = r.course_id LEFT JOIN attendance a ON a.registration_id = r.id AND a.session_id = s.id WHERE s.id = ? AND r.state = 'accepted' ORDER BY p.sort_name, r.id LIMIT 1 OFFSET ?",
    session,
    row,
  );
export const unsentOf = (count: number) => `${count} mark${count === 1 ? "" : "s"} on this device only`;
/** Takes a state in a row, as a thumb does. */
export const take = (page: Page, row: number, state: keyof typeof w.roll.state) =>
  peopleOn(page).nth(row).getByText(w.roll.state[state], { exact: true }).click();
export const shown = (page: Page, row: number) =>
  peopleOn(page).nth(row).locator("input[type=radio]:checked");
/** No action reaches the server, as where there is no network; the page itself was there before. */
export const withoutAnswer = (page: Page, answer: "none" | "portal" | "broken" = "none") =>
  page.context().route("**/*", (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    if (answer === "none") return route.abort();
    if (answer === "portal")
      return route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Sign in to the hotel</h1>" });
    return route.fulfill({ status: 502, contentType: "text/plain", body: "Bad gateway" });
  });
/** The scripts of the page are there: what was only for those without is gone. */
export const inHand = (page: Page) =>
  expect(page.getByRole("button", { name: w.roll.save, exact: true })).toHaveCount(0);
