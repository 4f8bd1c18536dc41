import { lostWhenEnlarged } from "./support/enlarged";
import { pageOf, phone, type Role, roles } from "./support/pages";
import { routes } from "./support/routes";
import { sampled } from "./support/sampled";
import { expect, test } from "./support/test";

/** In whose browser each page is looked at: the first that gets it, in the order of what they see. */
const looking = [
  ["en", ["visitor", "participant", "trainer", "administrator"]],
  ["fr", ["visitor", "coordinator"]],
  ["ar", ["visitor", "trainer", "coordinator"]],
] as const;

/** Pages with addresses, dates and tables, which were too wide once: always looked at in Arabic, others as sampled. */
const wideOnce: ReadonlySet<string> = new Set([
  "/sign-in",
  "/contact",
  "/courses/[slug]",
  "/registrations/[token]",
  "/verify/[serial]",
  "/desk/people",
  "/desk/people/[person]",
  "/desk/courses",
  "/desk/courses/[course]",
  "/desk/courses/[course]/registrations",
]);

for (const [language, people] of sampled(looking, 3))
  for (const [n, role] of (people as readonly Role[]).entries())
    test(`nothing is lost of a page of a ${role} in ${language} at 200 % text, 400 % zoom or with text spaced out`, async ({
      browser,
    }) => {
      const page = await pageOf(browser, role, { language, viewport: phone });
      const gets = (who: Role, route: string) => routes[route]!.row[Object.keys(roles).indexOf(who)] === "ok";
      const found: string[] = [];
      const pages = Object.entries(routes).filter(
        ([route]) =>
          gets(role, route) &&
          !route.startsWith("/api/") &&
          route !== "/kit" &&
          (route === "/today" || !people.slice(0, n).some((other) => gets(other, route))),
      );
      const sample = new Set(sampled(pages, 20));
      for (const one of pages) {
        const [route, { at }] = one;
        if (!sample.has(one) && !(language === "ar" && wideOnce.has(route))) continue;
        await page.goto(at?.() ?? route);
        for (const what of await lostWhenEnlarged(page)) found.push(`${route}: ${what}`);
      }
      expect(found).toEqual([]);
    });
