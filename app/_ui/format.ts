import { addDays, weekday } from "@/lib/time/civil";
import { countryNames } from "./countryNames";

/** Formatting by Intl. Civil days and times have no zone of their own, so they are formatted as UTC. */
const at = (day: string, time = "00:00") => new Date(`${day}T${time}:00Z`);

const mostKept = 2000;

/** Keeps what is made for a language: making a format of Intl costs far more than using it. */
function keeping<Made>(make: (locale: string, of: string) => Made) {
  const kept = new Map<string, Made>();
  return (locale: string, of = ""): Made => {
    const key = `${locale} ${of}`;
    let found = kept.get(key);
    if (found === undefined) {
      if (kept.size >= mostKept) kept.clear();
      found = make(locale, of);
      kept.set(key, found);
    }
    return found;
  };
}

/** English as it is written here: the day before the month. */
const datesIn = (locale: string) => (locale === "en" ? "en-GB" : locale);
const dates = (options: Intl.DateTimeFormatOptions) =>
  keeping(
    (locale, zone) => new Intl.DateTimeFormat(datesIn(locale), { ...options, timeZone: zone || "UTC" }),
  );
const numbers = (options: Intl.NumberFormatOptions) =>
  keeping((locale) => new Intl.NumberFormat(locale, options));

const longDate = dates({ day: "numeric", month: "long", year: "numeric" });
const shortDate = dates({ day: "numeric", month: "short", year: "numeric" });
const longWeekday = dates({ weekday: "long", day: "numeric", month: "long" });
const shortWeekday = dates({ weekday: "short", day: "numeric", month: "short" });
const weekdayAlone = dates({ weekday: "long" });
const timeOfDay = { hour: "numeric", minute: "2-digit", hourCycle: "h23" } as const;
const clock = dates(timeOfDay);
const dateAndTime = dates({ day: "numeric", month: "short", year: "numeric", ...timeOfDay });
const unit = { style: "unit", unitDisplay: "long", maximumFractionDigits: 1 } as const;
const inHours = numbers({ ...unit, unit: "hour" });
const inMinutes = numbers({ ...unit, unit: "minute" });
const perCent = numbers({ style: "percent", maximumFractionDigits: 0 });
const countries = keeping((locale) => new Intl.DisplayNames(locale, { type: "region" }));
const languages = keeping((locale) => new Intl.DisplayNames(locale, { type: "language" }));
const enumeration = keeping((locale) => new Intl.ListFormat(locale, { style: "short", type: "unit" }));

/** Ranges are kept as they are said: finding what two dates share is the slowest that Intl does. */
const ranges = (format: ReturnType<typeof dates>) => {
  const said = keeping((locale, days) => {
    const [from = "", to = ""] = days.split(" ");
    return format(locale).formatRange(at(from), at(to));
  });
  return (from: string, to: string, locale: string) => said(locale, `${from} ${to}`);
};

/** From a first to a last civil day, as short as the language allows. */
export const dateRange = ranges(longDate);

/** The same with short months, for tables. */
export const shortRange = ranges(shortDate);

/** A civil day in full. */
export const fullDay = (day: string, locale: string) => longDate(locale).format(at(day));

/** A civil day with its weekday, without the year. */
export const weekdayDay = (day: string, locale: string) => longWeekday(locale).format(at(day));

/** A civil day in a column's head. */
export const shortDay = (day: string, locale: string) => shortWeekday(locale).format(at(day));

/** Times of day are so few that each is kept as it is said. */
const clockTime = keeping((locale, time) => clock(locale).format(at("2000-01-01", time)));

/** From a time of day to another. */
export const timeRange = (from: string, to: string, locale: string) =>
  `${clockTime(locale, from)}–${clockTime(locale, to)}`;

/** An instant (ms) in a zone, day and time. */
export const moment = (instant: number, zone: string, locale: string) =>
  dateAndTime(locale, zone).format(instant);

/** The time of day of an instant (ms) in a zone. */
export const timeAt = (instant: number, zone: string, locale: string) => clock(locale, zone).format(instant);

const zoned = dates({ timeZoneName: "longGeneric" });

/** What a zone is called at an instant (ms), by its country or city. */
export const zoneName = (zone: string, locale: string, instant: number) =>
  zoned(locale, zone)
    .formatToParts(instant)
    .find((part) => part.type === "timeZoneName")?.value ?? zone;

/** Minutes as hours with a tenth; less than an hour in minutes. */
export const hours = (minutes: number, locale: string) =>
  minutes > 0 && minutes < 60 ? inMinutes(locale).format(minutes) : inHours(locale).format(minutes / 60);

/** Per cent of a whole number. */
export const percent = (value: number, locale: string) => perCent(locale).format(value / 100);

/** Name of a country by its ISO code, as the United Nations say it. */
export const countryName = (code: string, locale: string) =>
  countryNames[code]?.[locale as "en"] ?? countries(locale).of(code) ?? code;

/** Name of a language by its code. */
export const languageName = (code: string, locale: string) => languages(locale).of(code) ?? code;

/** Several things in a sentence. */
export const list = (items: readonly string[], locale: string) => enumeration(locale).format(items);

/** Name of an ISO weekday (Monday 1). */
export function weekdayName(iso: number, locale: string): string {
  let day = "2001-01-01";
  while (weekday(day) !== iso) day = addDays(day, 1);
  return weekdayAlone(locale).format(at(day));
}
