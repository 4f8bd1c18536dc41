import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messagesOf } from "../../app/_words/messages";
import { tabs, withoutTab } from "../../app/[locale]/(desk)/desk/courses/[course]/_head/parts";
import { locales } from "../../lib/i18n/rules";

const folder = "app/[locale]/(desk)/desk/courses/[course]";
const pages = readdirSync(folder).filter((name) => existsSync(`${folder}/${name}/page.tsx`));
const withTab: string[] = tabs.map(({ path }) => path.slice(1));

describe("the parts of a course", () => {
  it("each have a tab, or are named in the heading", () => {
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) expect([...withTab, ...Object.keys(withoutTab)], page).toContain(page);
  });

  it("without a tab are named in every language, each by a name of its own", () => {
    for (const locale of locales) {
      const messages = messagesOf(locale) as unknown as Record<string, Record<string, string>>;
      const names = Object.values(withoutTab).map((name) => {
        const [space, key] = name.split(".") as [string, string];
        return messages[space]?.[key];
      });
      expect(names.every(Boolean), locale).toBe(true);
      expect(new Set(names).size, locale).toBe(names.length);
    }
  });

  it("that belong to a tab lie somewhere else", () => {
    for (const { also = [] } of tabs) for (const path of also) expect(pages).toContain(path.slice(1));
  });
});
