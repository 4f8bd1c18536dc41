import { testTitles } from "../../../db/values/timetable";
import { type Locale, locales, type Translated } from "../../i18n/rules";

const tests = ["preTest", "postTest"] as const;

/** Which test of a proposal a title names, in whichever language it was proposed; undefined where it is of somebody's own. */
const testNamed = (title: string) =>
  tests.find((test) => locales.some((locale) => testTitles[locale][test] === title.trim()));

/** A session's own title in every language that we know it in: of what a proposal wrote all, of what somebody wrote theirs. */
export function titleOf(title: string): Translated {
  const test = testNamed(title);
  if (!test) return { own: "en", en: title };
  return { own: "en", ...Object.fromEntries(locales.map((locale) => [locale, testTitles[locale][test]])) };
}

/** A session's own title as a reader of this language reads it; null where it has none. */
export function titleIn(title: string | null, locale: Locale): string | null {
  const test = title === null ? undefined : testNamed(title);
  return test ? testTitles[locale][test] : title;
}

/** The title that a session has once a form says this: what a reader was shown in their language is no other title. */
export const titleKept = (typed: string | null, there: string | null): string | null =>
  typed !== null && there !== null && testNamed(typed) && testNamed(typed) === testNamed(there)
    ? there
    : typed;
