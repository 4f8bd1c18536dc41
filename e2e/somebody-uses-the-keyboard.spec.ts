import type { Page } from "@playwright/test";
import { pageOf, type Role } from "./support/pages";
import { pagesFirstOf } from "./support/routes";
import { sampled } from "./support/sampled";
import { expect, test } from "./support/test";

/** Most stops that are gone through: a page with more repeats itself. */
const most = 60;

/** What is wrong with the element that has the focus now; null where it is in order. */
const wrongAtStop = (page: Page) =>
  page.evaluate(async () => {
    // The window follows the focus before the next picture.
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const at = document.activeElement as HTMLElement | null;
    if (!at || at === document.body) return { id: "body", wrong: null };
    const box = at.getBoundingClientRect();
    const name =
      (at.getAttribute("aria-label") ?? at.textContent ?? "").trim().slice(0, 30) || at.id || at.tagName;
    const id = `${at.tagName}:${name}:${Math.round(box.top + scrollY)}:${Math.round(box.left)}`;
    // A choice that is drawn otherwise has its ring beside it.
    const drawn = [at, at.nextElementSibling, at.parentElement, at.closest("label")].filter(
      (one) => one !== null,
    );
    const hasRing = ({ outlineStyle, outlineWidth, boxShadow }: CSSStyleDeclaration) =>
      (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
    // A link that a whole row leads by has it around the row.
    const ringed =
      drawn.some((one) => hasRing(getComputedStyle(one!))) || hasRing(getComputedStyle(at, "::after"));
    // A date has stops within, each with its own sign.
    const within = at.matches("input[type=date], input[type=time]");
    if (!ringed && !within) return { id, wrong: `${name}: no ring` };
    // Not wholly behind something that sticks: one point of it can be seen.
    const points = [0.1, 0.5, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y]),
    );
    const seen = points.some(([x, y]) => {
      const hit = document.elementFromPoint(x!, y!);
      return (
        hit &&
        (at.contains(hit) ||
          hit.contains(at) ||
          hit.closest("label")?.contains(at) ||
          hit === at.nextElementSibling)
      );
    });
    return {
      id: within ? `${id}${Math.random()}` : id,
      wrong: seen || box.width <= 2 ? null : `${name}: covered or out of sight`,
    };
  });

for (const [role, viewport] of [
  ["visitor", { width: 360, height: 740 }],
  ["participant", { width: 1280, height: 800 }],
  ["trainer", { width: 360, height: 740 }],
  ["coordinator", { width: 1280, height: 800 }],
  ["administrator", { width: 1280, height: 800 }],
] as const satisfies readonly (readonly [Role, { width: number; height: number }])[])
  test(`with Tab a ${role} comes to the content first, sees where they are, and is never caught`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, role, { viewport });
    const found: string[] = [];
    for (const [route, { at }] of sampled(pagesFirstOf(role), 20)) {
      await page.goto(at?.() ?? route);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      const seen: string[] = [];
      for (let stop = 0; stop < most; stop++) {
        await page.keyboard.press("Tab");
        const { id, wrong } = await wrongAtStop(page);
        if (id === "body") break;
        if (wrong) found.push(`${route}: ${wrong}`);
        if (stop > 2 && seen.at(-1) === id && seen.at(-2) === id) found.push(`${route}: caught at ${id}`);
        seen.push(id);
      }
    }
    expect(found).toEqual([]);
  });
