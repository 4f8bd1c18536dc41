import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Locale, nameFor } from "../../lib/i18n/rules";
import {
  inOrderAsRead,
  nameKey,
  readQuery,
  sameName,
  searchPatterns,
  searchText,
  sortKey,
} from "../../lib/names/rules";
import { asciiDigits, fold } from "../../lib/text";
import { different, same } from "../support/spellings";

describe("the normal form of names", () => {
  it(`takes ${same.length} pairs of spellings for one`, () => {
    for (const [a, b] of same) expect(nameKey(a), `${a} = ${b}`).toBe(nameKey(b));
  });

  it(`tells ${different.length} pairs of names apart`, () => {
    for (const [a, b] of different) expect(sameName(a, b), `${a} ≠ ${b}`).toBe(false);
  });

  it("finds each spelling by each other", () => {
    const found = (stored: string, query: string) =>
      searchPatterns(query).every((pattern) =>
        new RegExp(`^${pattern.replaceAll("|", "\\|").replaceAll("%", ".*")}$`, "su").test(
          ` ${searchText([stored])}`,
        ),
      );
    for (const [a, b] of same) {
      expect(found(a, b), `${b} finds ${a}`).toBe(true);
      expect(found(b, a), `${a} finds ${b}`).toBe(true);
    }
  });

  it("has digits of every script as ASCII digits", () => {
    for (const digits of [
      "٠١٢٣٤٥٦٧٨٩",
      "۰۱۲۳۴۵۶۷۸۹",
      "०१२३४५६७८९",
      "০১২৩৪৫৬৭৮৯",
      "၀၁၂၃၄၅၆၇၈၉",
      "０１２３４５６７８９",
      "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    ])
      expect(asciiDigits(digits), digits).toBe("0123456789");
  });

  const piece = fc.oneof(
    fc.constantFrom(
      ..."أإآاءئؤىيیةهـکكگ",
      "\u0651",
      "\u064E",
      "\u0670",
      "\u0301",
      "\u0327",
      "\u200C",
      "ŀ",
      "ŉ",
      "İ",
      "ı",
      "ß",
      "ẞ",
      "œ",
      "ʿ",
      "’",
      "-",
      " ",
      "ال",
      "ۀ",
      "ۓ",
      "ﷺ",
      "ﷲ",
    ),
    fc.string({ unit: "grapheme", maxLength: 3 }),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

  it("is its own normal form", () => {
    fc.assert(
      fc.property(text, (name) => {
        expect(fold(fold(name))).toBe(fold(name));
      }),
      { numRuns: 3000 },
    );
  });

  it("does not depend on the order of marks, nor on how letters are composed", () => {
    const marks = ["\u0651", "\u064E", "\u0654", "\u0301", "\u0323", "\u0308"];
    fc.assert(
      fc.property(fc.shuffledSubarray(marks), fc.shuffledSubarray(marks), text, (some, others, name) => {
        const all = [...new Set([...some, ...others])];
        expect(fold(`${name}e${all.join("")}`)).toBe(fold(`${name}e${all.reverse().join("")}`));
        for (const form of ["NFC", "NFD", "NFKC", "NFKD"] as const)
          expect(fold(name.normalize(form))).toBe(fold(name));
      }),
      { numRuns: 2000 },
    );
  });

  it("is never empty for a name with a letter that is one by itself", () => {
    fc.assert(
      fc.property(text, (name) => {
        // A hamza, a tatweel and modifier letters are no name.
        if (/[^\P{L}\p{Lm}ء\u0674Ꞌꞌ]/u.test(name.normalize("NFKD"))) {
          expect(nameKey(name)).not.toBe("");
          expect(sortKey(name)).not.toBe("");
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe("the order of names", () => {
  it("is the alphabet's, Latin then Arabic, without title and article in front", () => {
    const ordered = [
      ["Amina", "Anas", "Béatrice", "Brian", "Claude", "Élodie", "Émile", "Ernest"],
      ["Dr. Fadi", "Al-Haddad Rana", "ibrahim", "Łukasz", "Ødegård", "Œuvrard", "Zoé"],
      [
        "ابتسام",
        "إبراهيم",
        "أبو خالد",
        "أحمد",
        "آمنة",
        "د. باسم",
        "تامر",
        "ثائر",
        "جمال",
        "الحداد منى",
        "خالد",
      ],
      ["دانا", "ذياب", "رنا", "زينب", "سارة", "السيد شادي", "صالح", "ضحى", "طارق", "ظافر"],
      [
        "عبد الرحمن علي",
        "عبدالله سعيد",
        "عبد الله نصار",
        "غادة",
        "فاتن",
        "قاسم",
        "كريم",
        "گلناز",
        "ليلى",
        "محمد",
      ],
      ["نور", "هالة", "وسيم", "يوسف"],
    ].flat();
    const keys = ordered.map(sortKey);
    expect([...ordered].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual(ordered);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("what somebody typed into a search", () => {
  it("is used without its invisible marks", () => {
    for (const typed of [
      "\u200Fعلي",
      "علي\u200E",
      "\u202Aعلي\u202C",
      "\u2067علي\u2069",
      "\uFEFFعلي",
      "علي\u200B",
      "\u00A0علي ",
    ])
      expect(readQuery(typed), typed).toEqual({ q: "علي", typed: "علي", fault: null });
  });
  it("says why it is none, and is no wish for everybody", () => {
    for (const nothing of ["\u200F", "...", "-", "؟", "\u200B\u200B", "%", "_", "ـ", "ء", "\u064E"])
      expect(readQuery(nothing), nothing).toMatchObject({ q: null, fault: "nothing" });
    for (const short of ["a", "É", "ع", "أ", "'o'"])
      expect(readQuery(short), short).toMatchObject({ q: null, fault: "short" });
    for (const empty of ["", "   ", undefined, ["x"]])
      expect(readQuery(empty)).toMatchObject({ q: null, fault: null });
    for (const good of ["王", "al", "علي", "7", "14-1"])
      expect(readQuery(good), good).toMatchObject({ fault: null });
  });
});

it("a list is in the order of the names that its reader reads, in whichever script they are kept", () => {
  const people = [
    { name: "يوسف", latinName: "Youssef" },
    { name: "زينب", latinName: "Zeinab" },
    { name: "Omar", latinName: null },
    { name: "سارة", latinName: "Sara" },
  ];
  const read = (locale: Locale) =>
    inOrderAsRead(people, (one) => nameFor(one, locale)).map((one) => nameFor(one, locale));
  expect(read("fr")).toEqual(["Omar", "Sara", "Youssef", "Zeinab"]);
  expect(read("ar")).toEqual(["Omar", "زينب", "سارة", "يوسف"]);
});
