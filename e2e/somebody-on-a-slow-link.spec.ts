import type { Page } from "@playwright/test";
import { ask, inHand, scriptsHeld } from "./support/pages";
import { expect, test } from "./support/test";

/** What the phone of a participant, a verifier or whoever takes a roll is to load at most of scripts, compressed. */
const mostKilobytes = 140;

test("a first visit loads little of scripts, compressed, and never again", async ({ world }) => {
  const course = await world.course({ from: "2027-03-01", to: "2027-03-05" });
  const taught = await world.course({ from: "2027-01-10", to: "2027-01-14", state: "running", places: 3 });
  const { id: session } = ask<{ id: number }>(
    "SELECT id FROM sessions WHERE course_id = ? ORDER BY start_instant LIMIT 1",
    taught.id,
  );
  for (const [path, who] of [
    ["/courses", "visitor"],
    [`/courses/${course.slug}/register`, "visitor"],
    ["/verify", "visitor"],
    ["/sign-in", "visitor"],
    [`/desk/courses/${taught.id}/roll/${session}`, "trainer"],
  ] as const) {
    const page = await world.page(who);
    const came: Promise<{ url: string; bytes: number; headers: Record<string, string> }>[] = [];
    page.on("requestfinished", (request) => {
      if (request.resourceType() !== "script") return;
      came.push(
        Promise.all([request.sizes(), request.response()]).then(([{ responseBodySize }, response]) => ({
          url: request.url(),
          bytes: responseBodySize,
          headers: response!.headers(),
        })),
      );
    });
    await page.goto(path, { waitUntil: "networkidle" });
    const scripts = await Promise.all(came);
    expect(scripts.length, path).toBeGreaterThan(3);
    for (const { url, headers } of scripts) {
      expect(headers["content-encoding"], url).toBe("br");
      expect(headers["cache-control"], url).toContain("immutable");
    }
    const kilobytes = scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
    expect.soft(kilobytes, path).toBeLessThan(mostKilobytes);
    await page.context().close();
  }
});

/**
 * Sends a form in the very moment in which its scripts take it over: before anything that waits for the page to be at rest, as a
 * quick hand does once of ten times.
 */
const sendAtOnce = (page: Page, select: string) =>
  page.addInitScript((name) => {
    const { prototype } = HTMLSelectElement;
    const value = Object.getOwnPropertyDescriptor(prototype, "value")!;
    let pressed = false;
    Object.defineProperty(prototype, "value", {
      ...value,
      set(this: HTMLSelectElement, to: string) {
        value.set!.call(this, to);
        if (pressed || this.name !== name) return;
        pressed = true;
        const { form } = this;
        queueMicrotask(() => form!.requestSubmit(form!.querySelector<HTMLButtonElement>("[type=submit]")));
      },
    });
  }, select);

const fiveLater = (time: string) =>
  `${time.slice(0, 3)}${String(Number(time.slice(3)) + 5).padStart(2, "0")}`;

for (const soon of [false, true])
  test(`what was typed before the scripts came is what is sent${soon ? ", however soon" : ""}`, async ({
    world,
  }) => {
    const course = await world.course({ from: "2027-03-01", to: "2027-03-05" });
    const session = () =>
      ask<{ id: number; startsAt: string; endsAt: string }>(
        "SELECT id, starts_at AS startsAt, ends_at AS endsAt FROM sessions WHERE course_id = ? ORDER BY start_instant LIMIT 1",
        course.id,
      );
    const { id, startsAt, endsAt } = session();
    const page = await world.page("coordinator");
    const come = await scriptsHeld(page);
    if (soon) await sendAtOnce(page, "kind");
    await page.goto(`/desk/courses/${course.id}/timetable?show=${id}`, { waitUntil: "commit" });
    const form = page.locator("form:has([name=startsAt]):has([name=kind])").first();
    await form.locator("[name=startsAt]").fill(fiveLater(startsAt));
    await form.locator("[name=endsAt]").fill(fiveLater(endsAt));
    come();
    if (!soon) {
      await inHand(page);
      await expect(form.locator("[name=startsAt]")).toHaveValue(fiveLater(startsAt));
      await form.locator("[type=submit]").first().click();
    }
    await expect.poll(session).toEqual({ id, startsAt: fiveLater(startsAt), endsAt: fiveLater(endsAt) });
  });
