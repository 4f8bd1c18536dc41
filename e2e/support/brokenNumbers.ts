import type { Page } from "@playwright/test";

/** Times, dates, phones and serial numbers in which a line ends between two digits, as they stand on the page. */
export const brokenNumbers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      for (const { index, 0: number } of (text.nodeValue ?? "").matchAll(/\d[\d:.,]*\d/g)) {
        range.setStart(text, index);
        range.setEnd(text, index + number.length);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
        if (lines.some(({ top, bottom }) => top >= lines[0]!.bottom || bottom <= lines[0]!.top))
          found.push(`${number} in ${text.nodeValue}`);
      }
    return found;
  });
