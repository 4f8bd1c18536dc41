import { extractText, getDocumentProxy } from "unpdf";
import { ask, courseId, pageOf, type Role, roles } from "./support/pages";
import { routes } from "./support/routes";
import { sampled } from "./support/sampled";
import { expect, test } from "./support/test";
import { words } from "./support/words";

/** All that stands on the pages of a PDF. */
async function textOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text;
}

/** Texts of a PDF that stand over one another, as where a row is higher than the room it was given. */
async function overOneAnother(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const found: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const words = items.flatMap((item) => {
      if (!("str" in item) || item.str.trim() === "") return [];
      const [, turned, , size, left, base] = item.transform as [
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      const right = left + item.width;
      return Math.abs(turned) > 0.01 ? [] : [{ text: item.str, left, right, base, size: Math.abs(size) }];
    });
    for (const [nth, one] of words.entries())
      for (const other of words.slice(nth + 1)) {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const apart = Math.abs(one.base - other.base);
        // Letters of one line may overlap a little, and each other's marks.
        if (across > 3 && apart > 0.5 && apart < 0.55 * Math.min(one.size, other.size))
          found.push(`${one.text} over ${other.text} on sheet ${number}`);
      }
  }
  return found.slice(0, 5);
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
      const pdf = await page.pdf({ format: "A4" });
      expect.soft(await overOneAnother(pdf), `sheets of ${route}`).toEqual([]);
      const text = await textOf(pdf);
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

test("what is longer than a sheet goes on below, in Latin and in Arabic letters, and no form is printed with a person", async ({
  browser,
}) => {
  const course = courseId("tot-bertoua-2022");
  const { id } = ask<{ id: number }>(
    "SELECT r.person_id AS id FROM certificates c JOIN registrations r ON r.id = c.registration_id WHERE r.course_id = ? AND c.kind = 'trainer_certification' ORDER BY c.id LIMIT 1",
    course,
  );
  for (const language of ["en", "ar"] as const) {
    const page = await pageOf(browser, "otherCoordinator", { language });
    for (const at of ["/desk/trainers", `/desk/courses/${course}/certificates`, `/desk/people/${id}`]) {
      await page.goto(at);
      await page.emulateMedia({ media: "print" });
      const pdf = await page.pdf({
        format: "A4",
        margin: { top: "12mm", bottom: "12mm", left: "12mm", right: "12mm" },
      });
      expect.soft(await overOneAnother(pdf), `${at} in ${language}`).toEqual([]);
      await page.emulateMedia({ media: "screen" });
    }
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText(words[language].person.sensitiveHint)).toBeHidden();
    await expect(page.getByText(words[language].person.addRole).first()).toBeHidden();
    await page.context().close();
  }
});
