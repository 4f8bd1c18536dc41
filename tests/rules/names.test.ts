import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameKey, readQuery, sameName, searchPatterns, searchText, sortKey } from "../../lib/names/rules";
import { asciiDigits, fold } from "../../lib/text";

/** Spellings that people take for one name. */
const same: [string, string][] = [
  // Hamza, alef, yaa, haa
  ["أحمد", "احمد"],
  ["إبراهيم", "ابراهيم"],
  ["آمنة", "امنه"],
  ["ٱلحسن", "الحسن"],
  ["مصطفى", "مصطفي"],
  ["فاطمة", "فاطمه"],
  ["رؤى", "روي"],
  ["هانئ", "هاني"],
  ["علاء", "علا"],
  ["مؤمن", "مومن"],
  ["رائد", "رايد"],
  // Marks, tatweel, presentation forms, joiners
  ["مُحَمَّد", "محمد"],
  ["محـــمد", "محمد"],
  ["ٱلرَّحْمَٰنِ", "الرحمن"],
  ["يٰسۤ", "يس"],
  ["ﻣﺤﻤﺪ", "محمد"],
  ["عبد ﷲ", "عبد الله"],
  ["ﻻنا", "لانا"],
  ["می\u200Cنا", "مینا"],
  ["عبد\u200Dالله", "عبدالله"],
  ["\u200Fعلي\u200F", "علي"],
  // Persian, Urdu, Kurdish, Pashto, Uyghur, Maghreb
  ["علی کریم", "علي كريم"],
  ["شیرین", "شيرين"],
  ["ڪريم", "كريم"],
  ["ہاجرہ", "هاجره"],
  ["ھدى", "هدى"],
  ["فاطمۃ", "فاطمة"],
  ["نامۀ", "نامه"],
  ["هێمن", "هيمن"],
  ["ئاسۆ", "ياسو"],
  ["زەينەب", "زهينهب"],
  ["گلناز", "كلناز"],
  ["پروین", "بروين"],
  ["چنار", "جنار"],
  ["ژيان", "زيان"],
  ["ڤيان", "فيان"],
  ["ڨفصة", "قفصة"],
  ["ݣرسيف", "كرسيف"],
  ["ڕێبوار", "ريبوار"],
  ["گوڵ", "كول"],
  ["ٹیپو", "تيبو"],
  ["خاں", "خان"],
  ["زړه", "زره"],
  ["هستي", "هستۍ"],
  ["هستي", "هستې"],
  ["بابے", "بابي"],
  // Joined and separate, article, titles
  ["عبد الله", "عبدالله"],
  ["عبد الرحمن سالم", "عبدالرحمن سالم"],
  ["نور الدين", "نورالدين"],
  ["فتح الله", "فتحالله"],
  ["أبو خالد", "أبي خالد"],
  ["أبو خالد", "ابوخالد"],
  ["محمد ابن سالم", "محمد بن سالم"],
  ["ليلى الخطيب", "ليلى خطيب"],
  ["الحداد", "حداد"],
  ["د. سمر حداد", "سمر حداد"],
  ["أ.د. سمر حداد", "سمر حداد"],
  ["م. علي حسن", "علي حسن"],
  ["الأستاذة منى", "منى"],
  ["السيدة منى علي", "منى علي"],
  ["المهندس/ علي حسن", "علي حسن"],
  ["Dr. Samar Haddad", "samar haddad"],
  ["Mme Awa Ndiaye", "Awa Ndiaye"],
  ["M. Jean Ngo", "Jean Ngo"],
  // Latin: ligatures, strokes, dots, accents, case
  ["Lefœuvre", "Lefoeuvre"],
  ["Lætitia", "Laetitia"],
  ["Weiß", "Weiss"],
  ["Łukasz", "Lukasz"],
  ["Søren", "Soren"],
  ["Đặng Thị Hoa", "Dang Thi Hoa"],
  ["Nguyễn Ưu", "nguyen uu"],
  ["Ħaġar", "Hagar"],
  ["Ŧor", "Tor"],
  ["Işıl", "Isil"],
  ["İbrahim", "ibrahim"],
  ["IRMAK", "ırmak"],
  ["Zoe\u0301", "Zoé"],
  ["Élodie", "ELODIE"],
  ["Ɗanladi", "Danladi"],
  ["Kɔfi", "Kofi"],
  ["Ｓａｍｉ", "Sami"],
  // Apostrophes, transliteration, hyphens, spaces
  ["O’Neill", "ONeill"],
  ["O'Neill", "O`Neill"],
  ["N´Diaye", "Ndiaye"],
  ["Nʼdiaye", "N’Diaye"],
  ["Ṣāliḥ ʿAbd al-Raḥmān", "Salih Abd al Rahman"],
  ["Saʻid", "Said"],
  ["Hawaiʻi", "Hawaii"],
  ["Raʾid", "Raid"],
  ["Tolstoʹ", "Tolsto"],
  ["L·lull", "Llull"],
  ["Zein El Dine", "ZeinElDine"],
  ["Zein El Dine", "Zein-el-Dine"],
  ["Al‑Masri", "Al-Masri"],
  ["Al–Masri", "al masri"],
  ["Jean-Marie", "Jean Marie"],
  ["Ali  Hassan ", "Ali Hassan"],
  ["Ali\u00A0Hassan", "Ali Hassan"],
  // Digits
  ["دفعة ٣", "دفعة 3"],
  ["دفعة ۳", "دفعة 3"],
  ["Groupe ３", "groupe 3"],
  // Other scripts
  ["Ёлка", "елка"],
  ["ΣΊΣΥΦΟΣ", "Σίσυφος"],
];

/** Names of different people. */
const different: [string, string][] = [
  ["حسن", "حسين"],
  ["علي", "عالي"],
  ["سالم", "سليم"],
  ["خالد", "خلد"],
  ["جمال", "جميل"],
  ["كمال", "كامل"],
  ["هالة", "هلا"],
  ["مالك", "ملك"],
  ["عمر", "عمرو"],
  ["محمد", "محمود"],
  ["سمر", "سمير"],
  ["نور", "نورا"],
  ["ليلى", "ليل"],
  ["عبد الله", "عبد"],
  ["عبد الله", "عبد الإله"],
  ["بلال", "بل"],
  ["طالب", "طب"],
  ["قاسم", "كاسم"],
  ["تامر", "ثامر"],
  ["صالح", "سالح"],
  ["Ali", "Alia"],
  ["Jean", "Jan"],
  ["Amin", "Amina"],
  ["Dr Haddad", "Dr Khoury"],
  ["O'Neill", "O'Neil"],
  ["กมล", "กมลา"],
  ["राम", "रमा"],
  ["Anna", "Ana"],
];

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
        if (/[^\P{L}\p{Lm}ءꞋꞌ]/u.test(name.normalize("NFKD"))) {
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
