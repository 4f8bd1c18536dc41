/** Languages of the pages, each named in itself. */
export const locales = ["en", "fr", "ar"] as const;

export type Locale = (typeof locales)[number];

/** Languages in which courses are held; wider than those of the pages. */
export const courseLanguages = ["ar", "fr", "en", "ky", "ru", "sw", "ku"] as const;

export type CourseLanguage = (typeof courseLanguages)[number];

/**
 * A text kept in several languages; `own` is the one it was written in first and falls back to. `ours` names languages in
 * which a published wording exists or may exist, but is not known: the text there is our translation.
 */
export type Translated = { own: Locale; ours?: Locale[] } & Partial<Record<Locale, string>>;
