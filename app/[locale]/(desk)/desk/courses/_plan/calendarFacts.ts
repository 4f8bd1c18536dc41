import { getLocale } from "next-intl/server";
import { readersDay } from "@/app/_server/zone";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { type Locale, shownIn } from "@/lib/i18n/rules";
import { countriesInUse, countryList, holidaysAmong } from "@/lib/places/queries";
import { addDays } from "@/lib/time/civil";

/** What a calendar of a course's days is drawn with. */
export type CalendarFacts = {
  /** The civil day from which on it is drawn where no day is chosen. */
  today: string;
  /** ISO weekdays by country. */
  weekends: Record<string, readonly number[]>;
  /** By country and day; of countries that are in use. */
  holidays: Record<string, Record<string, string>>;
};

/** Of so many countries the browser gets the holidays, and for so many days ahead. */
const mostCountries = 12;
const daysAhead = 550;

/** Weekends of all countries, and holidays of those in use from today on, or from the first day of a course that has begun. */
export async function calendarFacts(
  cx: Context,
  course: Pick<Course, "startsOn" | "country"> | undefined,
): Promise<CalendarFacts> {
  const locale = (await getLocale()) as Locale;
  const today = await readersDay(cx);
  const from = course?.startsOn && course.startsOn < today ? course.startsOn : today;
  const codes = [...new Set([...(course ? [course.country] : []), ...countriesInUse(cx)])].slice(
    0,
    mostCountries,
  );
  const holidays: CalendarFacts["holidays"] = Object.fromEntries(codes.map((code) => [code, {}]));
  // The whole of its first month is drawn.
  const begin = `${from.slice(0, 8)}01`;
  for (const { country, day, name } of holidaysAmong(cx, codes, begin, addDays(today, daysAhead)))
    holidays[country]![day] = shownIn(name, locale);
  return {
    today,
    weekends: Object.fromEntries(countryList(cx).map((c) => [c.code, c.weekend])),
    holidays,
  };
}
