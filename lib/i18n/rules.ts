/** Languages of the pages, each named in itself. */
export const locales = ["en", "fr", "ar"] as const;
export type Locale = (typeof locales)[number];
export const localeNames: Record<Locale, string> = { en: "English", fr: "Français", ar: "العربية" };

/** Languages in which courses are held; wider than those of the pages. */
export const courseLanguages = ["ar", "fr", "en", "ky", "ru", "sw", "ku"] as const;
export type CourseLanguage = (typeof courseLanguages)[number];

export const isLocale = (text: unknown): text is Locale => locales.includes(text as Locale);

/** Writing direction of a page language. */
export const directionOf = (locale: Locale): "rtl" | "ltr" => (locale === "ar" ? "rtl" : "ltr");

/** A text kept in several languages; `own` is the one it was written in first and falls back to. */
export type Translated = { own: Locale } & Partial<Record<Locale, string>>;

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

/** A text in several languages as it travels in the parameter of a message, which the reader's page puts into words. */
export const sendTexts = (text: Translated): string => JSON.stringify(text);

/** Such a parameter as the text it is; null where it is something else. */
export function readTexts(param: string): Translated | null {
  if (!param.startsWith("{")) return null;
  try {
    const read: unknown = JSON.parse(param);
    return typeof read === "object" && read !== null && "own" in read && isLocale(read.own)
      ? (read as Translated)
      : null;
  } catch {
    return null;
  }
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

/** The best language of an Accept-Language header among ours; English where none fits. */
export function negotiate(header: string | null): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().split(";");
      const q = params.find((p) => p.trim().startsWith("q="));
      return { tag: tag.toLowerCase().split("-")[0] ?? "", q: q ? Number(q.trim().slice(2)) : 1 };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  return (wanted.find(({ tag }) => isLocale(tag))?.tag as Locale | undefined) ?? "en";
}
