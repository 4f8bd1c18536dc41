import { inLanguage, type Locale, type Said, type Translated } from "../i18n/rules";

/**
 * The title of a course in the language that it is held in first, for a reader who reads another one; null where there is
 * none, or where it says the same.
 */
export function titleWhereHeld(
  course: { title: Translated; languages: readonly string[] },
  reader: Locale,
): Said | null {
  const [language] = course.languages as Locale[];
  const text = language && course.title[language];
  if (!text || language === reader || text === inLanguage(course.title, reader).text) return null;
  return { text, language };
}
