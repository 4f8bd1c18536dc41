import { phone } from "./support/pages";
import { routes } from "./support/routes";
import { sampled } from "./support/sampled";
import { expect, test } from "./support/test";

/** A course whose days have every kind of session, each with its own long words. */
const everyKind = {
  from: "2027-06-06",
  to: "2027-06-17",
  parts: {
    ...{ preTest: 45, fieldVisit: 120, microTeaching: 20, people: 6 },
    ...{ practicum: 240, postTest: 45, evaluation: 30 },
  },
} as const;

// Words of one language are the longest here and those of another there: Arabic with each `npm test`, all with the walks.
for (const language of sampled(["en", "fr", "ar"] as const, 3))
  test(`no public page is wider than the window of a phone, in ${language}`, async ({ world }) => {
    const { slug } = await world.course(everyKind);
    const page = await world.page("visitor", { language, viewport: phone });
    const open = Object.entries(routes).filter(
      ([route, { row }]) => row[0] === "ok" && !route.startsWith("/api/") && route !== "/kit",
    );
    const wider: string[] = [];
    for (const at of [`/courses/${slug}`, ...open.map(([route, one]) => one.at?.() ?? route)]) {
      await page.goto(at);
      for (const width of [360, 320]) {
        await page.setViewportSize({ ...phone, width });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) wider.push(`${at}: ${wide} in ${width}`);
      }
    }
    expect(wider).toEqual([]);
  });
