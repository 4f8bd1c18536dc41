import { inLanguage, type Locale, type Translated } from "../../i18n/rules";

/** A text as it is printed, and as it is kept in other languages. */
export type Printed = { printed: string; said: Translated };

/** A printed text with its translations: those of these that are the same text, else none. */
export function printed(text: string, language: Locale, ...found: (Translated | undefined)[]): Printed {
  const said = found.find((t) => t && inLanguage(t, language).text === text);
  return { printed: text, said: said ?? { own: language, [language]: text } };
}

/** A printed text in a language, where it is kept in that one; else as it is printed. */
export const saidIn = (text: Printed, language: Locale): string => text.said[language] ?? text.printed;

/** The languages that are written in Latin letters. */
const latin = ["fr", "en"] as const satisfies readonly Locale[];

/**
 * A name (of a place, of who issues) whose form in one language of Latin letters stands for the other that has none: rather than in
 * Arabic letters, it is read in those of the paper.
 */
export function withLatin(name: Translated): Translated {
  const form = latin.map((language) => name[language]).find(Boolean);
  return form ? { ...Object.fromEntries(latin.map((language) => [language, form])), ...given(name) } : name;
}

/** A text without the languages in which nothing is said. */
const given = (text: Translated): Translated => ({
  ...Object.fromEntries(Object.entries(text).filter(([, said]) => said)),
  own: text.own,
});

/** A printed name as above. It is found by how it is printed today, or was before it took the other's letters. */
export function printedName(text: string, language: Locale, ...found: (Translated | undefined)[]): Printed {
  const names = found.flatMap((name) => (name ? [withLatin(name), name] : []));
  const { said } = printed(text, language, ...names);
  return { printed: text, said: { ...withLatin(said), [language]: text } };
}
