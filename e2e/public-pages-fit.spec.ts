import { askAll, pageOf, phone } from "./support/pages";
import { routes } from "./support/routes";
import { expect, test } from "./support/test";

/** Courses whose programme has sessions of many kinds, each with its own long words. */
const courses = () =>
  askAll<{ slug: string }>(
    "SELECT c.slug FROM courses c JOIN sessions s ON s.course_id = c.id WHERE c.state IN ('open', 'running') GROUP BY c.id ORDER BY count(DISTINCT s.kind) DESC LIMIT 3",
  ).map(({ slug }) => `/courses/${slug}`);

for (const language of ["en", "fr", "ar"] as const)
  test(`no public page is wider than the window of a phone, in ${language}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const page = await pageOf(browser, "visitor", { language, viewport: phone });
    const open = Object.entries(routes).filter(
      ([route, { row }]) => row[0] === "ok" && !route.startsWith("/api/") && route !== "/kit",
    );
    const wider: string[] = [];
    for (const at of new Set([...open.map(([route, one]) => one.at?.() ?? route), ...courses()])) {
      await page.goto(at);
      for (const width of [360, 320]) {
        await page.setViewportSize({ ...phone, width });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) wider.push(`${at}: ${wide} in ${width}`);
      }
    }
    expect(wider).toEqual([]);
  });
