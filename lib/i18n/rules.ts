import { type Locale, locales, type Translated } from "../../db/values/languages";

export {
  type CourseLanguage,
  courseLanguages,
  type Locale,
  locales,
  type Translated,
} from "../../db/values/languages";
export const localeNames: Record<Locale, string> = { en: "English", fr: "Français", ar: "العربية" };

export const isLocale = (text: unknown): text is Locale => locales.includes(text as Locale);

/**
 * The same as Intl is asked in: English with the day before the month; Arabic with Latin digits and the Levant's months,
 * in old browsers too.
 */
export const formatLocale = (locale: string): string =>
  locale === "ar" ? "ar-JO-u-nu-latn" : locale === "en" ? "en-GB" : locale;

/** Several things, the last with the language's own "and"; in Arabic it stands before each, for a comma turns Latin names. */
export function joined(items: readonly string[], locale: Locale): string {
  if (locale === "ar") return items.join(" و");
  const and = locale === "fr" ? " et " : " and ";
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")}${and}${items.at(-1)}`;
}

/** A French text with the spaces that no line breaks at: U+00A0 before : » and after «, U+202F before ; ? ! %. */
export const frenchSpaces = (text: string): string =>
  text
    .replace(/ (?=[:»])/g, "\u00a0")
    .replace(/« /g, "«\u00a0")
    .replace(/[ \u00a0](?=[;?!%])/g, "\u202f");

/** A text whose dashes stay at the end of a line: none begins with one. */
export const holdDashes = (text: string): string => text.replace(/ (?=[–—-] )/g, "\u00a0");

/** A text as it is printed in its language. Stored texts, and those that people type, have ordinary spaces. */
export const typographic = (text: string, language: string): string =>
  language === "fr" ? frenchSpaces(text) : text;

/** What follows a label before what it is of: in French with its space. */
export const colon = (language: string): string => typographic(language === "fr" ? " : " : ": ", language);

/** A label and what it is of, in one line: "Undo: Salma", in French with its space. */
export const labelled = (label: string, what: string, language: string): string =>
  `${typographic(language === "fr" ? `${label} :` : `${label}:`, language)} ${isolate(what, language as Locale)}`;

/** Stands between things in a line. It holds to the thing before it, so that no line begins with a dot. */
export const dotBetween = "\u00a0· ";

/** The same with a dash. */
export const dashBetween = "\u00a0– ";

/** Parts of a place or an address in one line, with the language's own comma. */
export const commas = (parts: readonly (string | null)[], language: string): string =>
  parts.filter(Boolean).join(language === "ar" ? "، " : ", ");

/**
 * Several things that have a name each, in one line: those after the first begin small, as within a sentence; what begins with
 * an abbreviation ("ToT") stays as it is.
 */
export const namesJoined = (names: readonly string[], locale: Locale): string =>
  joined(
    names.map((name, i) =>
      i === 0 ? name : name.replace(/^\p{Lu}(?=\p{Ll}*(?:\P{L}|$))/u, (first) => first.toLowerCase()),
    ),
    locale,
  );

/** True where a text is in the script that a reader's language is written in. */
const readAs = (text: string, reader: string) => (languageTold(text) === "ar") === (reader === "ar");

/**
 * A town and its country in one line. A town that is written in another script than the reader's comes after its country,
 * set apart: within one phrase the two would turn each other round ("إربد, Jordan").
 */
export function placeAndCountry(place: string | null, country: string | null, reader: Locale): string {
  if (!place || !country || place === country) return country || place || "";
  if (readAs(place, reader)) return commas([place, country], reader);
  return commas([country, isolate(place, reader)], reader);
}

/** Writing direction of a page language. */
export const directionOf = (locale: Locale): "rtl" | "ltr" => (locale === "ar" ? "rtl" : "ltr");

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** A letter of these alone, as in "Ahmad (أ)", makes no word. */
const inAWord = new RegExp(`${rightToLeft.source}\\p{L}|\\p{L}${rightToLeft.source}`, "u");

/**
 * Which way a text of this language runs, or one that stands on its pages, where its first letter does not tell: an Arabic
 * one that begins with a Latin name ("Think.Coop وStart.Coop") is no less Arabic.
 */
export const runsIn = (text: string, language: string): "rtl" | undefined =>
  language === "ar" && inAWord.test(text) && !rightToLeft.test(/\p{L}/u.exec(text)?.[0] ?? "")
    ? "rtl"
    : undefined;

/** In Arabic, digits, brackets and letters of another script order what is around them. */
const arabicAlone = /^[\p{Script=Arabic}\p{M}\s]*$/u;

/** True where what is set apart first ends with the value itself. */
function isApart(value: string): boolean {
  let depth = 0;
  for (let i = 0; i < value.length; i++) {
    if (/[\u2066-\u2068]/.test(value[i]!)) depth += 1;
    else if (value[i] === "\u2069") depth -= 1;
    if (depth === 0) return i > 0 && i === value.length - 1;
  }
  return false;
}

/**
 * A value within a sentence of this language: set apart (U+2068 … U+2069) where its direction may be another one. What
 * has no letters (a number, a time, a phone) runs left to right in all languages; browsers do not agree on that for
 * U+2068, so it is said (U+2066); and so it is where the first letter does not tell (U+2067).
 */
export function isolate(value: string, language: Locale): string {
  const apart = directionOf(language) === "rtl" ? !arabicAlone.test(value) : rightToLeft.test(value);
  if (!value || !apart || /^\d+$/.test(value) || isApart(value)) return value;
  const from = runsIn(value, language) ? "\u2067" : /\p{L}/u.test(value) ? "\u2068" : "\u2066";
  return `${from}${value}\u2069`;
}

/**
 * A text as a form gives it back in each language. A translation that was changed is nobody's but the office's, so it
 * loses its mark in `ours`. Falls back to the language it did, else to the one that is written in.
 */
export function edited(
  kept: Translated | null,
  writtenIn: Locale,
  values: Record<Locale, string | null>,
): Translated {
  const own = [kept?.own, writtenIn, ...locales].find((l) => l && values[l]) ?? writtenIn;
  const text: Translated = { own };
  for (const locale of locales) if (values[locale]) text[locale] = values[locale];
  const ours = kept?.ours?.filter((l) => text[l] && text[l] === kept[l]) ?? [];
  return sameOr(kept, ours.length > 0 ? { ...text, ours } : text);
}

/** The language that a field is for, by the end of its name (titleEn, titleFr, titleAr); none where it is for any. */
export const languageOfField = (name: string): string | undefined =>
  /[a-z](En|Fr|Ar)$/.exec(name)?.[1]?.toLowerCase();

/** The languages, the reader's first: the order in which a form asks for a text in each. */
export const readersFirst = (reader: Locale): Locale[] => [reader, ...locales.filter((l) => l !== reader)];

/** A text, and the language it is in. */
export type Said = { text: string; language: Locale };

/** The text for a reader, and the language it is in (not theirs where the translation is missing). */
export function inLanguage(text: Translated, locale: Locale): Said {
  const here = text[locale];
  if (here) return { text: here, language: locale };
  return { text: text[text.own] ?? "", language: text.own };
}

/** The text for a reader as a line of words: an option, a title of a page, a place in a list; with the spaces of its language. */
export function shownIn(text: Translated, locale: Locale): string {
  const said = inLanguage(text, locale);
  return typographic(said.text, said.language);
}

/** The text that a form shows where it asks for one language only: that of the form, else the text's own. */
export const textFor = (text: Translated | null, form: Locale): string =>
  text ? (text[form] ?? text[text.own] ?? "") : "";

/**
 * A text after somebody saved what such a form showed: one left as it was keeps all its languages; one written anew is
 * in the language of the form alone, for translations of what it was before would be wrong.
 */
export function textAfter(
  before: Translated | null,
  shown: Locale,
  typed: string | null,
  own: Locale,
): Translated | null {
  if ((typed ?? "") === textFor(before, shown).trim()) return before;
  return typed ? { own, [own]: typed } : null;
}

/** The text before, where the one after says the same in every language; so that saving changes nothing by itself. */
export const sameOr = (before: Translated | null, after: Translated): Translated =>
  before && locales.every((l) => (before[l] ?? "") === (after[l] ?? "")) ? before : after;

/** The names of a person, as they are kept: a page that has one of them alone could not show the reader's. */
export type PersonsNames = { name: string; latinName: string | null };

/** Of somebody the names and nothing else, where more is known than is to go along. */
export const namesAlone = ({ name, latinName }: PersonsNames): PersonsNames => ({ name, latinName });

/**
 * What a person is called, for a reader: the name in the reader's script first, then the other. Who wrote their name in
 * Latin letters has it first for all who read these.
 */
export function namesFor(
  { name, latinName }: PersonsNames,
  reader: string,
): [first: string, second: string | null] {
  if (!latinName || latinName === name) return [name, null];
  return reader === "ar" || /\p{Script=Latin}/u.test(name) ? [name, latinName] : [latinName, name];
}

/** Both names, for a text whose reader may know either. */
export const bothNames = ({ name, latinName }: PersonsNames): string =>
  latinName ? `${name} (${latinName})` : name;

/** The one name by which a person is called where there is place for one: a label, an option, a message. */
export const nameFor = (person: PersonsNames, reader: string): string => namesFor(person, reader)[0];

/** The same within a sentence, each name set apart. */
export const nameInSentence = (person: PersonsNames, reader: Locale): string =>
  namesFor(person, reader)
    .filter((one) => one !== null)
    .map((one) => isolate(one, reader))
    .join(" ");

/** The language that the letters of a text tell: Arabic where most of them are. Latin ones tell none; null then. */
export function languageTold(text: string): Locale | null {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return arabic * 2 > letters ? "ar" : null;
}
