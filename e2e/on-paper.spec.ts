import { extractText, getDocumentProxy } from "unpdf";
import { pageOf, type Role, roles } from "./support/pages";
import { routes } from "./support/routes";
import { sampled } from "./support/sampled";
import { expect, test } from "./support/test";
import { words } from "./support/words";

/** All that stands on the pages of a PDF. */
async function textOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text;
}

const order: Role[] = ["coordinator", "trainer", "administrator", "visitor"];
/** What leads on or is pressed, the switch of languages too; marks of a matrix are buttons and are what the page says. */
const pressed = "nav, form.languages, main button:not([data-mark]), main .button, main .button-main, .skip";
const lookedAtBy = (row: readonly string[]) =>
  order.find((role) => row[Object.keys(roles).indexOf(role)] === "ok");

for (const role of order)
  test(`what ${role} prints is the page itself: no menu, no tabs, nothing to press, nothing cut off`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, role, { language: "en" });
    const pages = Object.entries(routes).filter(
      ([route, { row }]) => !route.startsWith("/api/") && route !== "/kit" && lookedAtBy(row) === role,
    );
    for (const [route, { at }] of sampled(pages)) {
      await page.goto(at?.() ?? route);
      await page.emulateMedia({ media: "print" });
      const seen = await page.evaluate(
        (pressed) => ({
          pressed: [...document.querySelectorAll(pressed)]
            .filter((one) => one.checkVisibility())
            .map((one) => one.outerHTML.slice(0, 80)),
          underlined: [...document.querySelectorAll("main a")]
            .filter((one) => one.checkVisibility() && getComputedStyle(one).textDecorationLine !== "none")
            .map((one) => one.outerHTML.slice(0, 80)),
        }),
        pressed,
      );
      expect.soft(seen.pressed, `to press on ${route}`).toEqual([]);
      expect.soft(seen.underlined, `links of ${route}`).toEqual([]);
      const text = await textOf(await page.pdf({ format: "A4" }));
      // The keys are written beside the search of the menu, and nowhere else but where help explains them.
      if (route !== "/help") expect.soft(text, `menu of ${route}`).not.toContain(words.en.deskFrame.keys);
      // Across paper as across a window: what is wider than it is cut off by the edge.
      await page.setViewportSize({ width: 718, height: 1000 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(wide, `${route} is wider than paper`).toBeLessThanOrEqual(1);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ media: "screen" });
    }
  });
