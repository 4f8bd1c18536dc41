import { type Browser, expect, type Page, test } from "@playwright/test";
import { openPage, phone, type Screen, type State } from "./pages";

/**
 * Takes from the style sheets of an open page what Chrome 80 and Safari 14.0 do not know, and puts in what is there for
 * them alone. Run in the page.
 */
function forget(): void {
  const unknownSelector = /:has\(|:is\(|:where\(|:focus-visible|::details-content|:dir\(|:not\([^()]*,/;
  const unknownName =
    /^(inset-(inline|block)|accent-color|aspect-ratio|translate$|rotate$|scale$|content-visibility|text-wrap)/;
  const unknownValue = /\d(dvh|svh|lvh|dvw|cqw|lh)\b|color-mix\(|oklch\(|oklab\(/;
  type Holder = CSSStyleSheet | CSSGroupingRule;
  const walk = (holder: Holder) => {
    for (let i = holder.cssRules.length - 1; i >= 0; i--) {
      const rule = holder.cssRules[i]!;
      if (rule instanceof CSSSupportsRule) {
        const theirs = rule.conditionText.includes("not (inset: 0");
        const inner = [...rule.cssRules].map(({ cssText }) => cssText);
        const holds = theirs || CSS.supports(rule.conditionText);
        holder.deleteRule(i);
        // What is unknown is left out below; a condition on something newer would not have held.
        const newer = /color-mix|selector\(|contain-intrinsic/.test(rule.conditionText) && !theirs;
        if (holds && !newer) for (const text of inner.reverse()) holder.insertRule(text, i);
        if (holds && !newer) i += inner.length;
      } else if (rule instanceof CSSStyleRule) {
        if (unknownSelector.test(rule.selectorText) || rule.cssRules.length > 0) holder.deleteRule(i);
        else
          for (const name of [...rule.style]) {
            if (unknownName.test(name) || unknownValue.test(rule.style.getPropertyValue(name)))
              rule.style.removeProperty(name);
          }
      } else if ("cssRules" in rule && !(rule instanceof CSSKeyframesRule)) {
        // Layers, containers and scopes: the whole of them is skipped.
        if (rule instanceof CSSMediaRule) walk(rule);
        else holder.deleteRule(i);
      } else if (!(rule instanceof CSSPageRule || rule instanceof CSSKeyframesRule)) holder.deleteRule(i);
    }
  };
  for (const sheet of document.styleSheets) walk(sheet);
  // Gaps are known between cells alone.
  for (const element of document.querySelectorAll<HTMLElement>("*"))
    if (/flex/.test(getComputedStyle(element).display)) element.style.gap = "0";
}

/** A page in a browser of 2020: no script of ours runs, and of the styles only what it knows stays. */
export async function olderPage(browser: Browser, state: State, screen: Screen = {}): Promise<Page> {
  const page = await openPage(browser, state, { viewport: phone, ...screen });
  await page.route("**/_next/static/**/*.js", (route) => route.abort());
  return page;
}

/** Opens an address in it, without what it does not know. */
export async function openOlder(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(forget);
}

/** Links, buttons and fields that lie over each other, so that one hides another. */
export const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const onlyHeard = (one: Element | null): boolean =>
      one !== null && (getComputedStyle(one).clipPath !== "none" || onlyHeard(one.parentElement));
    // Line by line: what goes on in the next line lies over nothing in the first.
    const linesOf = (one: Element): DOMRect[] => {
      const lines: DOMRect[] = [];
      const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (onlyHeard(text.parentElement)) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        lines.push(...[...range.getClientRects()].filter(({ width }) => width > 1));
      }
      return lines.length > 0 ? lines : [one.getBoundingClientRect()];
    };
    const shown = [...document.querySelectorAll("a, button, input, select, textarea, summary, h1, h2")]
      .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((one) => ({
        one,
        box: one.getBoundingClientRect(),
        lines: linesOf(one),
        fixed: Boolean(one.closest(".desk-bar, .skip")) || onlyHeard(one),
      }))
      .filter(({ box, fixed }) => box.width > 1 && box.height > 1 && !fixed);
    const over = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 4 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
    return shown.flatMap(({ one, lines }, i) =>
      shown
        .slice(i + 1)
        .filter(
          (other) =>
            !one.contains(other.one) &&
            !other.one.contains(one) &&
            lines.some((line) => other.lines.some((o) => over(line, o))),
        )
        .map((other) => `${one.textContent?.trim()} / ${other.one.textContent?.trim()}`),
    );
  });

/** It reads right: nothing is wider than the screen, nothing lies over something else, words do not run together. */
export async function expectReadable(page: Page): Promise<void> {
  await expect(page.locator("h1").first()).toBeVisible();
  const at = page.url().replace(test.info().project.use.baseURL ?? "", "");
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider, `${at} is wider than the screen`).toBeLessThanOrEqual(1);
  expect(await covered(page), at).toEqual([]);
}
