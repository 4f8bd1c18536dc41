/** Pure helpers on text that people type: digits, forbidden characters, folding for search. */

const arabicDigits = "٠١٢٣٤٥٦٧٨٩";
const persianDigits = "۰۱۲۳۴۵۶۷۸۹";

/** Digits typed on an Arabic or Persian keyboard as ASCII digits; everything else as it was. */
export function asciiDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => {
    const arabic = arabicDigits.indexOf(digit);
    return String(arabic >= 0 ? arabic : persianDigits.indexOf(digit));
  });
}

/** Control, bidi-override and other invisible formatting characters that have no place in a name. */
const forbidden =
  /[\p{Cc}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|\p{Cs}|\p{Co}/u;

/** True where one line of text holds characters that could disguise it (control, bidi override, invisible). */
export function hasForbiddenCharacters(text: string): boolean {
  return forbidden.test(text);
}

/** The same for text of several lines: line breaks and tabs are allowed. */
export function hasForbiddenInLines(text: string): boolean {
  return forbidden.test(text.replace(/[\r\n\t]/g, " "));
}

/** A name within a sentence of another script: its direction does not turn what stands beside it. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

/** Spaces at the ends dropped, runs of them made one. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/**
 * What two spellings of a word have in common, for search: no diacritics (Arabic or Latin), one alef,
 * one yaa, taa marbuta as haa, no tatweel, ASCII digits, small letters.
 */
export function fold(text: string): string {
  return asciiDigits(text)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/\u0640/g, "")
    .replace(/[أإآٱٲٳ]/g, "ا")
    .replace(/[ىئ]/g, "ي")
    .replace(/ؤ/g, "و")
    .replace(/ة/g, "ه")
    .replace(/ء/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
