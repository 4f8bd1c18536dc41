import type { Context } from "../acts/context";
import { languagesTaughtBy, taughtIn } from "../courses/store/taught";
import { type CourseLanguage, courseLanguages } from "../i18n/rules";
import { speaksAndLives } from "../people/store/named";

/**
 * The languages of each of these people as trainers, in the order in which languages are listed: that in which they are
 * written to, and those of courses that they trained.
 */
export function languagesOf(cx: Context, ids: readonly number[]): (id: number) => CourseLanguage[] {
  const written = new Map(speaksAndLives(cx, ids).map(({ id, language }) => [id, language]));
  const taught = languagesTaughtBy(cx, ids);
  return (id) =>
    courseLanguages.filter(
      (language) =>
        written.get(id) === language ||
        taught.some((row) => row.personId === id && row.language === language),
    );
}

/** What narrows a list of people to those who speak a language as trainers. */
export const speaking = (language: CourseLanguage) => ({ language, or: taughtIn(language) });
