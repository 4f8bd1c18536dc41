import type { Page } from "@playwright/test";

/** Times, dates, phones, serial numbers and numbers to quote in which a line ends within one, as they stand on the page. */
export const brokenNumbers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      for (const { index, 0: number } of (text.nodeValue ?? "").matchAll(/\d[\d:.,-]*\d/g)) {
        range.setStart(text, index);
        range.setEnd(text, index + number.length);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
        if (lines.some(({ top, bottom }) => top >= lines[0]!.bottom || bottom <= lines[0]!.top))
          found.push(`${number} in ${text.nodeValue}`);
      }
    return found;
  });

/** Words of tables in which a line ends, however long what stands beside them: of addresses the longest are put there first. */
export const brokenWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    for (const address of document.querySelectorAll('td a[href^="mailto:"]'))
      address.textContent = "coordination.regionale.afrique.centrale@cascade.example";
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (
        !text.parentElement?.closest("td, th") ||
        text.parentElement.closest("a[href^='mailto:'], .sr-only")
      )
        continue;
      for (const { index, 0: word } of (text.nodeValue ?? "").matchAll(/[\p{L}\p{M}]{3,}/gu)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
        if (lines.some(({ top }) => top >= lines[0]!.bottom)) found.push(`${word} in ${text.nodeValue}`);
      }
    }
    return found;
  });
