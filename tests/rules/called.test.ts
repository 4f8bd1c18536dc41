import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { namesFor, placeAndCountry, runsIn } from "../../lib/i18n/rules";
import { marksOf } from "../../lib/today/rules";

describe("what a person is called", () => {
  it("is the name in the reader's script first, then the other", () => {
    const hana = { name: "هناء شاهين", latinName: "Hana Shahin" };
    expect(namesFor(hana, "en")).toEqual(["Hana Shahin", "هناء شاهين"]);
    expect(namesFor(hana, "fr")).toEqual(["Hana Shahin", "هناء شاهين"]);
    expect(namesFor(hana, "ar")).toEqual(["هناء شاهين", "Hana Shahin"]);
  });
  it("is one name where there is one, or both are the same; who writes Latin letters comes first as they write", () => {
    expect(namesFor({ name: "هناء شاهين", latinName: null }, "en")).toEqual(["هناء شاهين", null]);
    expect(namesFor({ name: "Joy Otieno", latinName: "Joy Otieno" }, "ar")).toEqual(["Joy Otieno", null]);
    expect(namesFor({ name: "Zoé Ōta", latinName: "Zoe Ota" }, "en")).toEqual(["Zoé Ōta", "Zoe Ota"]);
  });
});

/** What else has a name: things that are called the same in every script, or in several languages, and whom a
 * letter is to (`params`), who is greeted as they wrote their name. */
const things = new Set(
  (
    "group tool tools module modules version venue room programme organisation holiday facet view deleted column above oidc plan " +
    "dueColumn atHand frame params submitter all last v h o s a b contact template source removed"
  ).split(" "),
);

/** Reads of a name by itself: `person.name`, `gate.person(…)?.name`. */
const nameAlone = /([\w)\]]+)\??\.name\b/g;

describe("a page", () => {
  it("takes no name of a person without the other: it says the reader's", () => {
    const files = ["app/[locale]", "app/_words", "app/_ui"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => /\.tsx?$/.test(file) && !file.includes("_states"))
        .map((file) => `${folder}/${file}`),
    );
    expect(files.length).toBeGreaterThan(300);
    const alone = files.flatMap((file) => {
      const lines = readFileSync(file, "utf8").split("\n");
      return lines.flatMap((line, i) => {
        const both = lines
          .slice(Math.max(0, i - 2), i + 3)
          .join("\n")
          .includes("atinName");
        if (both || /^\s*(\*|\/\/)/.test(line)) return [];
        return [...line.matchAll(nameAlone)]
          .filter(([, of]) => !things.has(of!))
          .map(([found]) => `${file}:${i + 1} ${found}`);
      });
    });
    expect(alone).toEqual([]);
  });
});

describe("a town with its country", () => {
  it("is one phrase in one script; in another than the reader's the town comes after, set apart", () => {
    expect(placeAndCountry("Irbid", "Jordan", "en")).toBe("Irbid, Jordan");
    expect(placeAndCountry("إربد", "الأردن", "ar")).toBe("إربد، الأردن");
    expect(placeAndCountry("إربد", "Jordan", "en")).toBe("Jordan, \u2068إربد\u2069");
    expect(placeAndCountry("Kakuma", "كينيا", "ar")).toBe("كينيا، \u2068Kakuma\u2069");
    expect(placeAndCountry("Jordan", "Jordan", "en")).toBe("Jordan");
    expect([placeAndCountry(null, "Jordan", "en"), placeAndCountry("Irbid", null, "en")]).toEqual([
      "Jordan",
      "Irbid",
    ]);
  });
});

describe("a text", () => {
  it("of Arabic runs from the right though it begins with a Latin name; others as their letters tell", () => {
    expect(runsIn("Think.Coop وStart.Coop", "ar")).toBe("rtl");
    for (const tells of ["Think.Coop", "دورة Think.Coop"]) expect(runsIn(tells, "ar")).toBeUndefined();
    expect(runsIn("Ahmad أحمد", "en")).toBeUndefined();
  });
});

describe("a roll on the first page", () => {
  it("says of how many somebody has a mark, though more miss one than have a place", () => {
    expect(marksOf([{ missing: 40 }], 40)).toEqual({ marked: 0, count: 40 });
    expect(marksOf([{ missing: 3 }], 40)).toEqual({ marked: 37, count: 40 });
    expect(marksOf([{ missing: 5 }], 4)).toEqual({ marked: 0, count: 5 });
  });
});
