import type { Page } from "@playwright/test";

/** The ways in which readers enlarge and loosen what is on a page, each a criterion of its own. */
export const ways = {
  /** 1.4.4: text at twice its size, on a phone, by the reader's own setting of the browser. */
  "text at 200 %": { viewport: { width: 360, height: 740 }, letters: 32, style: "" },
  /** 1.4.10: 1280 by 1024 at 400 %. */
  "400 % zoom": { viewport: { width: 320, height: 256 }, letters: 16, style: "" },
  /** 1.4.12, at the width at which words have least room. */
  "text spacing": {
    viewport: { width: 320, height: 740 },
    letters: 16,
    style:
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }",
  },
  /** 1.4.4 by a sheet of the reader's own or a zoom of text alone: what asks for the width in rem does not hear of it. */
  "text alone at 200 %": {
    viewport: { width: 360, height: 740 },
    letters: 16,
    style: "html { font-size: 200% !important; }",
  },
  /** The same where a page is drawn for a desktop: its tables scroll by themselves. */
  "text alone at 200 % on a desktop": {
    viewport: { width: 1280, height: 800 },
    letters: 16,
    style: "html { font-size: 200% !important; }",
  },
  "text at 200 % on the narrowest phone": { viewport: { width: 320, height: 740 }, letters: 32, style: "" },
} as const;
export type Way = keyof typeof ways;

/** Ways in which a page is only to be no wider than the window: a word may break where letters are half as wide as it. */
const ofWidthAlone: ReadonlySet<string> = new Set<Way>([
  "text alone at 200 %",
  "text alone at 200 % on a desktop",
  "text at 200 % on the narrowest phone",
]);

/**
 * Puts long addresses and dates in the place of those that are there: which of them a page happens to show changes with the
 * data and the day, and a page that is too wide for some is too wide.
 */
const lengthen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      if (!text.parentElement?.closest("script, style"))
        text.textContent = (text.textContent ?? "")
          // What stands before the place at which an address may break.
          .replace(/^[\w.-]+$/, (name) =>
            text.nextSibling?.nextSibling?.textContent?.startsWith("@") ? "coordination.regionale" : name,
          )
          .replace(/[\w.-]+@cascade\.example/g, "coordination.regionale@cascade.example")
          .replace(/\b\d{1,2}(\s)[A-Z][a-z]+(\s)(20\d\d)/g, "29$1September$2$3");
  });

/** What is lost of a page: what is wider than the window and cannot be read by scrolling down, and text that is cut off. */
const lost = (page: Page, widthAlone: boolean): Promise<string[]> =>
  page.evaluate((widthAlone) => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth + 1) {
      // What scrolls or cuts by itself widens nothing, nor does what is folded away.
      const widens = (one: Element) => {
        if (!one.checkVisibility({ contentVisibilityAuto: true })) return false;
        for (
          let around = one.parentElement;
          around && around !== document.body;
          around = around.parentElement
        )
          if (getComputedStyle(around).overflowX !== "visible") return false;
        return true;
      };
      const widest = [...document.querySelectorAll("body *")]
        .filter(widens)
        .map((one) => ({ one, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.right > clientWidth + 1 || box.left < -1))
        .map(
          ({ one }) =>
            `${one.tagName.toLowerCase()}.${one.getAttribute("class")?.slice(0, 40) ?? ""} “${one.textContent?.trim().slice(0, 30)}”`,
        );
      found.push(`${scrollWidth - clientWidth} px wider: ${widest.slice(-2).join(", ")}`);
    }
    if (widthAlone) return found;
    // A word is broken only where it is nearly a third as wide as the window: else something beside it has taken its room.
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const around = text.parentElement!;
      // What is heard and not seen breaks nowhere; the head of a course is, on a phone, where a roll is taken.
      const heard = ".sr-only, .skip, [hidden], .course-head-heard, script, style, option";
      if (!around.checkVisibility() || around.closest(heard)) continue;
      // An address has no words.
      if (getComputedStyle(around).wordBreak === "break-all") continue;
      for (const { 0: word, index } of (text.textContent ?? "").matchAll(
        /(?<![\p{L}\p{M}\p{N}@./_:-])\p{L}[\p{L}\p{M}]{3,}(?![@./_:-]?[\p{L}\p{N}@/_])/gu,
      )) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const parts = [...range.getClientRects()];
        const lines = new Set(parts.map(({ top }) => Math.round(top)));
        const across = parts.reduce((sum, { width }) => sum + width, 0);
        if (lines.size > 1 && across < clientWidth * 0.3)
          found.push(`broken: ${word} in ${around.tagName.toLowerCase()}.${around.className}`);
      }
    }
    for (const one of document.querySelectorAll<HTMLElement>(
      "a, button, h1, h2, h3, p, label, td, th, li, span",
    )) {
      if (!one.checkVisibility() || one.closest(".sr-only, .skip, [hidden]")) continue;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(one);
      const text = one.textContent?.trim().slice(0, 40);
      if (!text || textOverflow === "ellipsis") continue;
      const cutAcross = overflowX === "hidden" && one.scrollWidth > one.clientWidth + 2;
      const cutDown = overflowY === "hidden" && one.scrollHeight > one.clientHeight + 2;
      if (one.clientWidth > 2 && (cutAcross || cutDown)) found.push(`cut off: ${text}`);
    }
    return found;
  }, widthAlone);

/** What is lost of an open page in each of the ways. */
export async function lostWhenEnlarged(page: Page): Promise<string[]> {
  const found: string[] = [];
  const browser = await page.context().newCDPSession(page);
  await lengthen(page);
  for (const [way, { viewport, letters, style }] of Object.entries(ways)) {
    await page.setViewportSize(viewport);
    await browser.send("Page.setFontSizes", { fontSizes: { standard: letters, fixed: letters - 3 } });
    // A sheet that the page puts on itself: its policy lets no other in.
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = text ? [sheet] : [];
    }, style ?? "");
    // A table that became too wide scrolls from the next frame on.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(null)))),
    );
    for (const what of await lost(page, ofWidthAlone.has(way))) found.push(`${way}: ${what}`);
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
  }
  await browser.detach();
  return found;
}
