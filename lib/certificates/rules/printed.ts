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
