/** Pure helpers on text that people type: digits, invisible marks, forbidden characters, folding for search. */

/** True for a decimal digit of any script. */
const isDigit = (code: number) => /\p{Nd}/u.test(String.fromCodePoint(code));

/** Digits of any script (Arabic, Persian, Bengali, full width …) as ASCII digits; everything else as it was. */
export function asciiDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    // The digits of a script stand together, from zero to nine.
    const code = digit.codePointAt(0)!;
    let before = code;
    while (isDigit(before - 1)) before -= 1;
    return String((code - before) % 10);
  });
}

/** Halves of characters, and characters that every font shows as another one: nobody can say what they mean. */
const meaningless = /\p{Cs}|\p{Co}|\uFFFD/u;

/** True where a text holds characters that are none. What is merely invisible is dropped (`withoutHidden`). */
export const hasMeaningless = (text: string): boolean => meaningless.test(text);

/** Marks that come with what is copied from a chat or a document and that nobody sees. */
const marks = "\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF";
const anyMark = new RegExp(`[${marks}]`, "gu");

/** Control characters other than the ends of lines and tabs, and marks that nobody sees, save the two that join letters. */
const hidden =
  /(?![\n\t])\p{Cc}|[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
/** Joiners where they join nothing: at the ends of a word. Without looking behind, which Safari before 16.4 cannot read. */
const joinersBefore = /(^|\s)[\u200C\u200D]+/gu;
const joinersAfter = /[\u200C\u200D]+(?=\s|$)/gu;

/**
 * What nobody sees dropped: controls, marks of direction, spaces without width, as they come with what is copied from a
 * chat, a document or our own pages. Joiners stay within a word, where Persian, Urdu and others are written with them.
 */
export const withoutHidden = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(hidden, "")
    .replace(joinersBefore, "$1")
    .replace(joinersAfter, "");

/** Invisible marks dropped wherever they are: of a number, an address or a search they say nothing. */
export const withoutMarks = (text: string): string => text.replace(anyMark, "");

/** Spaces at the ends dropped, runs of them made one. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** Apostrophes, primes and signs of transliteration (ʿ ʾ ʻ ʼ), which people write in many ways or leave out. */
const apostrophes =
  /['`´’‘‛′‵ʹ-\u02DF\u02EC-\u02FF\u0374\u0384\u055A\u05F3\u05F4\u1FBD\u1FBF\u1FFD\u1FFEꞋꞌ＇·‧]/gu;

/** Diacritics of scripts that are read without them. Vowel signs of other scripts (Thai, Devanagari) are letters. */
const diacritics = /(?=\p{M})[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/gu;

/**
 * Letters as they are typed where a keyboard lacks them. Arabic: those of Persian, Urdu, Kurdish, Pashto and the Maghreb
 * as the letter of an Arabic keyboard that stands for them; Latin: ligatures, strokes, letters of African languages.
 */
const typedAs = /* @__PURE__ */ byLetter({
  ا: "ٱ",
  ب: "پٻڀ",
  ت: "ټٹٺ",
  ج: "چڃڄ",
  خ: "څځ",
  د: "ډڈڌ",
  ر: "ړڑڕڒ",
  ز: "ژږ",
  ش: "ښ",
  ف: "ڤڥ",
  ق: "ڨڧ",
  ك: "کڪگڭݣګڮ",
  ل: "ڵ",
  ن: "ںڼ",
  ه: "ةہھەۃۿ",
  و: "ۆۇۈۉۊۋۏۄ",
  ي: "ىیےېۍێۑؽؾؿ",
  "": "ءٴـۥۦ",
  a: "ⱥəǝ",
  ae: "æ",
  b: "ƀɓ",
  c: "ȼƈ",
  d: "đðɖɗ",
  e: "ɛɇ",
  f: "ƒ",
  g: "ǥɠɣ",
  h: "ħɦ",
  i: "ıɨɩ",
  j: "ȷɉ",
  k: "ƙĸ",
  l: "łƚɫ",
  n: "ɲ",
  ng: "ŋ",
  o: "øɔɵ",
  oe: "œ",
  p: "ƥ",
  r: "ɍ",
  ss: "ß",
  t: "ŧƭʈ",
  th: "þ",
  u: "ʉʊ",
  v: "ʋ",
  y: "ƴɏ",
  z: "ƶ",
  σ: "ς",
});

/** Such a table by the letter that is written. */
function byLetter(table: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([typed, written]) => [...written].map((letter) => [letter, typed])),
  );
}

/**
 * What two spellings of a word have in common: the one normal form for search, duplicates and order. No diacritics, one
 * alef, one yaa, taa marbuta as haa, no hamza, no tatweel, letters as they are typed where a keyboard lacks them, no
 * apostrophes, ASCII digits, small letters; words parted by one space. See ARCHITECTURE.md for each letter.
 */
export function fold(text: string): string {
  return asciiDigits(
    text
      .replace(apostrophes, "")
      .normalize("NFKD")
      .toLowerCase()
      .normalize("NFKD")
      // A mark that stands on a space is a sign by itself, like an apostrophe.
      .replace(/ (?=\p{M}*[\u0300-\u036F])/gu, "")
      .replace(apostrophes, "")
      .replace(diacritics, "")
      .replace(/\p{Cf}/gu, ""),
  )
    .replace(/[^\p{ASCII}]/gu, (letter) => typedAs[letter] ?? letter)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .normalize("NFKD")
    .trim();
}

/** True where every word that somebody searches for is in a text, however either is spelled or divided into words. */
export function holds(text: string, searched: string): boolean {
  const folded = fold(text);
  const undivided = folded.replaceAll(" ", "");
  return fold(searched)
    .split(" ")
    .every((word) => folded.includes(word) || undivided.includes(word));
}
