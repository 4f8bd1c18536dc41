import { readdirSync, readFileSync } from "node:fs";
import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Written } from "../../app/_ui/Written";
import { languageTold } from "../../lib/i18n/rules";

/** What is no text of somebody's: codes, times, the number of a fault, a value in any language. */
const notWritten = /^(value|said|legend|error\.digest|[\w.]*\.?(time|code|programme))$/;

/** A value alone, set apart or on the page as it is, that may be in another language than the page. */
const alone = [
  /<bdi(?![^>]*\b(?:dir|lang)=)[^>]*>\s*\{([\w.!?[\]]+)(?: \?\? "[^"]*")?\}\s*<\/bdi>/g,
  /(?<=>)\s*\{([\w.!?]+\.(?:name|latinName|organisation|room|venue|reason|needs|position|courseReason|stateReason))\}/g,
];

describe("what somebody wrote", () => {
  it("is said to be Arabic where its letters tell, on pages of another language", () => {
    const html = (locale: string, text: string) =>
      renderToStaticMarkup(
        createElement(
          NextIntlClientProvider,
          { locale, messages: {}, timeZone: "UTC" } as never,
          createElement(Written, null, text),
        ),
      );
    for (const name of ["ليلى الخطيب", "علی کریم", "أحمد (A.)", "قاعة 2", "دورة Think مع التعاونيات"]) {
      expect(html("en", name)).toBe(`<bdi lang="ar">${name}</bdi>`);
      expect(html("fr", name)).toBe(`<bdi lang="ar">${name}</bdi>`);
      expect(html("ar", name)).toBe(`<bdi>${name}</bdi>`);
    }
    for (const name of ["Zoé Müller", "2", "", "Ahmad (أ)"]) {
      expect(languageTold(name), name).toBeNull();
      expect(html("ar", name)).toBe(`<bdi>${name}</bdi>`);
    }
  });

  it("is shown by that component on every page", () => {
    const files = readdirSync("app", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".tsx") && !file.endsWith("Written.tsx"))
      .map((file) => `app/${file}`);
    expect(files.length).toBeGreaterThan(50);
    const raw = files.flatMap((file) => {
      const text = readFileSync(file, "utf8").replace(/<Written[^>]*>[^<]*<\/Written>/g, "");
      return alone.flatMap((pattern) =>
        [...text.matchAll(pattern)]
          .filter(([, value]) => !notWritten.test(value!))
          .map(([found]) => `${file}: ${found.trim()}`),
      );
    });
    expect(raw).toEqual([]);
  });
});
