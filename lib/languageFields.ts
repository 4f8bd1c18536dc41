import { agree } from "./fields";
import { type Locale, locales } from "./i18n/rules";

/** A text in each language, as fields named after it: titleEn, titleFr, titleAr. */
export const inEachLanguage = <Name extends string, Field>(name: Name, field: () => Field) =>
  Object.fromEntries(locales.map((l) => [fieldIn(name, l), field()])) as Record<`${Name}${FieldEnd}`, Field>;

type FieldEnd = Capitalize<Locale>;

/** The name of the field of a text in a language. */
export const fieldIn = <Name extends string>(name: Name, locale: Locale) =>
  `${name}${locale[0]!.toUpperCase()}${locale[1]}` as `${Name}${FieldEnd}`;

/** What those fields hold, by language. */
export const eachLanguage = <Name extends string>(
  form: Record<`${Name}${FieldEnd}`, string | null>,
  name: Name,
): Record<Locale, string | null> => ({
  en: form[fieldIn(name, "en")],
  fr: form[fieldIn(name, "fr")],
  ar: form[fieldIn(name, "ar")],
});

/** Such a text is there in one language at least; where in none, it is said beside the one that is written in. */
export const inSomeLanguage = <Name extends string>(name: Name) =>
  locales.map((l) =>
    agree<Record<`${Name}${FieldEnd}`, string | null> & { ownLanguage: Locale }>(
      ["ownLanguage", ...locales.map((other) => fieldIn(name, other))],
      (form) => form.ownLanguage !== l || locales.some((other) => form[fieldIn(name, other)]),
      "required",
      fieldIn(name, l),
    ),
  );
