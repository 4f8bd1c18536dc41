import { expect, it } from "vitest";
import { versionOnPaper } from "../../app/_words/certificate";
import { printedName, saidIn, withLatin } from "../../lib/certificates/rules/printed";
import { dotBetween, inLanguage, locales, type Translated } from "../../lib/i18n/rules";

const madaba: Translated = { own: "ar", ar: "مادبا", en: "Madaba" };

it("a place that has a name in Latin letters is read in them on a paper in any language of theirs", () => {
  const read = (name: Translated) => locales.map((language) => inLanguage(withLatin(name), language).text);
  for (const [at, language] of locales.entries())
    expect(read(madaba)[at]).toBe(language === "ar" ? "مادبا" : "Madaba");
  // What is known in Arabic alone stays as it is known, and a translation of its own goes before another one.
  expect(new Set(read({ own: "ar", ar: "مادبا" }))).toEqual(new Set(["مادبا"]));
  expect(inLanguage(withLatin({ ...madaba, fr: "Mâdabâ" }), "fr").text).toBe("Mâdabâ");
});

it("the same is read of a paper in Arabic that is had in another language, and of one that was printed in Arabic letters before", () => {
  const issued = printedName("مادبا", "ar", madaba);
  expect([saidIn(issued, "fr"), saidIn(issued, "en"), saidIn(issued, "ar")]).toEqual([
    ...["Madaba", "Madaba", "مادبا"],
  ]);
  const before = printedName("مادبا", "fr", madaba);
  expect([saidIn(before, "fr"), saidIn(before, "en")]).toEqual(["مادبا", "Madaba"]);
});

it("a national variant of a tool is named with its version, in the language of the paper", () => {
  expect(versionOnPaper({ version: "1" }, "fr")).toBe("1");
  expect(versionOnPaper({ version: "1", country: "JO" }, "fr")).toBe(`1${dotBetween}Jordanie`);
  expect(versionOnPaper({ version: "1", country: "JO" }, "ar")).toContain("الأردن");
});
