import { createTranslator } from "next-intl";
import type { Course } from "@/lib/courses/queries";
import { isTentative, shownState } from "@/lib/courses/rules";
import type { Card } from "@/lib/documents/card";
import { breakable, countryName, dateRange, fullDay } from "@/lib/i18n/format";
import { inLanguage, type Locale, placeAndCountry, shownIn } from "@/lib/i18n/rules";
import { messagesOf } from "./messages";

const translatorOf = (locale: Locale) => createTranslator({ locale, messages: messagesOf(locale) });

/** A course in a few words, as a preview of its link, its picture and a message say it. */
export function courseInWords(course: Course, today: string, locale: Locale) {
  const t = translatorOf(locale);
  const said = inLanguage(course.place, locale).text;
  const where = placeAndCountry(said, countryName(course.country, locale), locale);
  const dates =
    course.startsOn && course.endsOn
      ? breakable(dateRange(course.startsOn, course.endsOn, locale))
      : course.year
        ? String(course.year)
        : t("course.datesUnknown");
  const place = course.mode === "online" ? t("course.onlineFrom", { place: where }) : where;
  const open = shownState(course, today) === "open";
  // A day to register by promises a place: where none is left that comes first.
  const full = course.admission === "first_come" && course.placesLeft === 0;
  const applyBy =
    open && full
      ? t("reach.course.full")
      : open && course.applyBy
        ? t("reach.course.applyBy", { day: fullDay(course.applyBy, locale) })
        : null;
  const standing =
    course.state === "cancelled"
      ? t("course.cancelled")
      : isTentative(course) && course.decideBy
        ? t("goAhead.notCertain", { day: fullDay(course.decideBy, locale) })
        : null;
  return { title: shownIn(course.title, locale), dates, place, applyBy, standing };
}
export type CourseWords = ReturnType<typeof courseInWords>;

/** Most letters of what a search engine or a preview shows under a title. */
const mostLetters = 200;

/** What stands under the title in a preview: when, where and until when first, then what the course says of itself. */
export function courseDescription(course: Course, words: CourseWords, locale: Locale): string {
  const t = translatorOf(locale);
  const first = [
    words.standing,
    t("reach.course.dated", { dates: words.dates, place: words.place }),
    words.applyBy,
  ]
    .filter(Boolean)
    .join(" – ");
  const about = course.description ? shownIn(course.description, locale).replace(/\s+/g, " ") : "";
  const whole = about ? `${first} – ${about}` : first;
  return whole.length <= mostLetters ? whole : `${whole.slice(0, mostLetters).replace(/\s+\S*$/, "")}…`;
}

/** What stands on the picture of a course. */
export function courseCard(course: Course, words: CourseWords, locale: Locale): Card {
  const t = translatorOf(locale);
  // In two words: the picture has room for the title, the days and the place.
  const standing =
    course.state === "cancelled"
      ? t("courseState.cancelled")
      : isTentative(course)
        ? t("goAhead.tentative")
        : null;
  return {
    language: locale,
    name: t("frame.name"),
    over: standing ? `${t(`courseKind.${course.kind}`)} – ${standing}` : t(`courseKind.${course.kind}`),
    title: words.title,
    lines: [words.dates, words.place],
    strong: words.applyBy,
    mark: course.fictional ? t("reach.demonstration") : null,
  };
}

/** What stands on the picture of every other page. */
export function siteCard(locale: Locale): Card {
  const t = translatorOf(locale);
  return {
    language: locale,
    name: t("frame.name"),
    over: t("frame.description"),
    title: t("home.title"),
    lines: [],
    strong: null,
    mark: null,
  };
}
