import { expect, test } from "./support/test";

/** In January Beirut is two hours ahead of UTC, and Bishkek six. */
const zone = "Asia/Bishkek";
/** A text as it is seen: without marks of direction and of where a line may break. */
const seen = (text: string | null) => (text ?? "").replace(/[\u200b\u2060\u2066-\u2069\u200e\u200f]/g, "");

test("whoever reads of an online course in Beirut in Bishkek is told its hours by both cities", async ({
  world,
}) => {
  const course = await world.course({ country: "LB", online: true, from: "2027-03-01", to: "2027-03-03" });
  const page = await world.page("visitor", { zone });
  await page.goto(`/courses/${course.slug}`);
  const days = page.locator("section", { has: page.locator(".day-blocks") });
  await expect
    .poll(async () => seen(await days.textContent()))
    .toMatch(/Beirut time[\s\S]*13:00–\S+ Bishkek/);
  await days.locator("summary").click();
  const first = days.locator("details li li").first();
  await expect
    .poll(async () => seen(await first.textContent()))
    .toMatch(/09:00–\S+ Beirut\s*13:00–\S+ Bishkek/);
  // At the hours of Beirut itself, or where clocks show the same, nothing is said twice; without scripts the course's hours stand alone.
  for (const screen of [{ zone: "Asia/Beirut" }, { zone: "Africa/Cairo" }, { zone, javaScript: false }]) {
    const other = await world.page("visitor", screen);
    const asked: string[] = [];
    other.on("request", (request) => {
      if (request.url().includes("/api/times/")) asked.push(request.url());
    });
    await other.goto(`/courses/${course.slug}`, { waitUntil: "networkidle" });
    await expect(other.getByText("Beirut time")).toBeVisible();
    // Of Cairo the browser cannot know it before it has asked.
    expect(asked).toHaveLength(screen.zone === "Africa/Cairo" ? 1 : 0);
    const hours = other.locator("section", { has: other.locator(".day-blocks") });
    await hours.locator("summary").click();
    const once = hours.locator("details li li").first();
    await expect.poll(async () => seen(await once.textContent())).toMatch(/^09:00–09:30 Beirut\s*Opening/);
    expect(seen(await hours.textContent())).not.toMatch(/Bishkek|Cairo/);
  }
});

test("a trainer reads on Today which city's clocks are meant, and of an online session their own as well", async ({
  world,
}) => {
  await world.course({ country: "LB", online: true, from: "2027-01-11", to: "2027-01-13", state: "running" });
  const page = await world.page("trainer", { zone });
  await page.goto("/today");
  const today = page.locator("section", { has: page.locator("#of-today") });
  await expect
    .poll(async () => seen(await today.textContent()))
    .toMatch(/Times are Beirut time\s*09:00–[\s\S]*13:00–\S+ Bishkek/);
});
