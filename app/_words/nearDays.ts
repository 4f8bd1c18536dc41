import { dayAndMonth, fullDay, shortDay, weekdayDay } from "@/lib/i18n/format";
import { sameYear } from "@/lib/time/civil";

/** Days as whoever reads them needs them. Not beside `format.ts`: what is there goes to the lightest pages, too. */

/** A civil day with its weekday and year, which stands last in all three languages: for what may be read in another year. */
export const weekdayInYear = (day: string, locale: string) => `${weekdayDay(day, locale)} ${day.slice(0, 4)}`;

/** The same in short. */
export const shortInYear = (day: string, locale: string) => `${shortDay(day, locale)} ${day.slice(0, 4)}`;

/** A civil day with its weekday, and its year where that is not the one of `today`, the civil day of whoever reads. */
export const weekdayNear = (day: string, today: string, locale: string) =>
  (sameYear(day, today) ? weekdayDay : weekdayInYear)(day, locale);

/** The same in short. */
export const shortNear = (day: string, today: string, locale: string) =>
  (sameYear(day, today) ? shortDay : shortInYear)(day, locale);

/** The same without the weekday. */
export const dayNear = (day: string, today: string, locale: string) =>
  (sameYear(day, today) ? dayAndMonth : fullDay)(day, locale);
