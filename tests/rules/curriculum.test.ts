import { describe, expect, it } from "vitest";
import { shippedTools } from "../../db/values/catalogue";
import { countryFacts } from "../../db/values/countries";
import { inOrder, modulesOffered, usualVersion } from "../../lib/curriculum/rules";
import { toolSchema } from "../../lib/curriculum/schema";
import { countryName } from "../../lib/i18n/format";
import { edited, locales } from "../../lib/i18n/rules";

describe("the version that is usual in a country", () => {
  const versions = [
    { id: 1, country: null },
    { id: 2, country: "JO" },
  ];
  it("is its own, and elsewhere the first", () => {
    expect(["JO", "KE", undefined].map((country) => usualVersion(versions, country)?.id)).toEqual([2, 1, 1]);
  });
  it("is the first of a tool that another country alone has, and none of a tool without a version", () => {
    expect([usualVersion([{ country: "JO" }], "KE"), usualVersion([], "KE")]).toEqual([
      { country: "JO" },
      undefined,
    ]);
  });
});

describe("modules in the order asked for", () => {
  const order = (places: (number | null)[]) =>
    inOrder(places.map((place, i) => ({ was: i + 1, place, name: `M${i + 1}` }))).map((row) => row.name);
  it("stay where nothing was asked", () => {
    expect(order([1, 2, 3, 4])).toEqual(["M1", "M2", "M3", "M4"]);
  });
  it("go up before and down after the one that is there", () => {
    expect(order([1, 2, 3, 1])).toEqual(["M4", "M1", "M2", "M3"]);
    expect(order([3, 2, 3, 4])).toEqual(["M2", "M3", "M1", "M4"]);
  });
  it("are last without a place; a new one gets the place it asks for", () => {
    const rows = [
      { was: 1, place: 1, name: "M1" },
      { was: 2, place: 2, name: "M2" },
      { was: null, place: 2, name: "new" },
      { was: null, place: null, name: "end" },
    ];
    expect(inOrder(rows).map((row) => row.name)).toEqual(["M1", "new", "M2", "end"]);
  });
});

describe("what a course may choose", () => {
  const module = (id: number, retiredAt: number | null = null) => ({ id, retiredAt });
  const tools = [
    { retiredAt: null, versions: [{ retiredAt: null, modules: [module(1), module(2, 5)] }] },
    { retiredAt: null, versions: [{ retiredAt: 5, modules: [module(3)] }] },
    { retiredAt: 5, versions: [{ retiredAt: null, modules: [module(4), module(5)] }] },
  ];
  const ids = (kept: number[]) =>
    modulesOffered(tools, new Set(kept)).flatMap((t) =>
      t.versions.flatMap((v) => v.modules.map((m) => m.id)),
    );
  it("is what is not retired, and what it has", () => {
    expect(ids([])).toEqual([1]);
    expect(ids([2, 3, 5])).toEqual([1, 2, 3, 5]);
  });
});

describe("an edited text", () => {
  const kept = { own: "en", en: "Basics", fr: "Les bases", ar: "أساسيات", ours: ["fr", "ar"] } as const;
  const text = { ...kept, ours: [...kept.ours] };
  it("stays as it was where nothing was changed", () => {
    expect(edited(text, "ar", { en: "Basics", fr: "Les bases", ar: "أساسيات" })).toEqual(text);
  });
  it("keeps the other translations, and the mark of those that were not changed", () => {
    expect(edited(text, "fr", { en: "Basics", fr: "Notions", ar: "أساسيات" })).toEqual({
      ...text,
      fr: "Notions",
      ours: ["ar"],
    });
  });
  it("falls back to a language that it has", () => {
    expect(edited(text, "ar", { en: null, fr: "Les bases", ar: null })).toEqual({
      own: "fr",
      fr: "Les bases",
      ours: ["fr"],
    });
    expect(edited(null, "ar", { en: null, fr: null, ar: "أساسيات" })).toEqual({ own: "ar", ar: "أساسيات" });
  });
});

describe("shipped facts", () => {
  it("are the five tools in three languages; only those whose modules are published have more than one", () => {
    expect(shippedTools.map((t) => t.title.en)).toEqual([
      "Think.Coop",
      "Start.Coop",
      "My.Coop",
      "Manage.Coop",
      "Practical OSH training for cooperatives in agriculture",
    ]);
    for (const tool of shippedTools)
      for (const text of [tool.title, tool.description, tool.audience, ...tool.modules.map((m) => m.title)])
        for (const locale of locales) expect(text[locale], tool.code).not.toBe("");
    expect(shippedTools.map((t) => t.modules.length)).toEqual([1, 4, 4, 1, 1]);
  });
  it("are 249 countries with a zone that exists, a weekend and a name in each language", () => {
    expect(Object.keys(countryFacts)).toHaveLength(249);
    for (const [code, { zone, weekend }] of Object.entries(countryFacts)) {
      expect(() => new Intl.DateTimeFormat("en", { timeZone: zone }), code).not.toThrow();
      expect(weekend.length, code).toBeGreaterThan(0);
      for (const locale of locales) expect(countryName(code, locale), code).not.toBe(code);
    }
  });
  it("name countries as the United Nations do", () => {
    expect(locales.map((l) => countryName("PS", l))).toEqual([
      "Occupied Palestinian Territory",
      "Territoire palestinien occupé",
      "الأرض الفلسطينية المحتلة",
    ]);
    expect(locales.map((l) => countryName("CD", l))).toEqual([
      "Democratic Republic of the Congo",
      "République démocratique du Congo",
      "جمهورية الكونغو الديمقراطية",
    ]);
    expect(countryName("JO", "fr")).toBe("Jordanie");
  });
});

describe("other names", () => {
  const read = (typed: string) => toolSchema.shape.otherNames.parse(typed);
  it("stand one a line, with whatever signs they have", () => {
    expect(read("تعاونيتي\n My Coop, Jordan \n\n")).toEqual(["تعاونيتي", "My Coop, Jordan"]);
    expect(read("")).toEqual([]);
  });
});
