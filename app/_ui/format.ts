import { addDays, weekday } from "@/lib/time/civil";

/** Formatting by Intl. Civil days and times have no zone of their own, so they are formatted as UTC. */
const at = (day: string, time = "00:00") => new Date(`${day}T${time}:00Z`);

/** Keeps what Intl made, by language and options: making one costs far more than using it. */
function keeping<Options, Made>(make: (locale: string, options: Options) => Made) {
  const kept = new Map<string, Made>();
  return (locale: string, options: Options): Made => {
    const key = locale + JSON.stringify(options);
    let found = kept.get(key);
    if (!found) {
      found = make(locale, options);
      kept.set(key, found);
    }
    return found;
  };
}

const formatter = keeping(
  (locale, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }),
);
const numbers = keeping(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
const names = keeping((locale, type: Intl.DisplayNamesType) => new Intl.DisplayNames(locale, { type }));
const lists = keeping((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options));

/** From a first to a last civil day, as short as the language allows. */
export const dateRange = (from: string, to: string, locale: string) =>
  formatter(locale, { day: "numeric", month: "long", year: "numeric" }).formatRange(at(from), at(to));

/** The same with short months, for tables. */
export const shortRange = (from: string, to: string, locale: string) =>
  formatter(locale, { day: "numeric", month: "short", year: "numeric" }).formatRange(at(from), at(to));

/** A civil day in full. */
export const fullDay = (day: string, locale: string) =>
  formatter(locale, { day: "numeric", month: "long", year: "numeric" }).format(at(day));

/** A civil day with its weekday, without the year. */
export const weekdayDay = (day: string, locale: string) =>
  formatter(locale, { weekday: "long", day: "numeric", month: "long" }).format(at(day));

/** A civil day in a column's head. */
export const shortDay = (day: string, locale: string) =>
  formatter(locale, { weekday: "short", day: "numeric", month: "short" }).format(at(day));

/** A time of day. */
export const clockTime = (time: string, locale: string) =>
  formatter(locale, { hour: "numeric", minute: "2-digit", hourCycle: "h23" }).format(at("2000-01-01", time));

/** From a time of day to another. */
export const timeRange = (from: string, to: string, locale: string) =>
  `${clockTime(from, locale)}–${clockTime(to, locale)}`;

/** An instant (ms) in a zone, day and time. */
export const moment = (instant: number, zone: string, locale: string) =>
  formatter(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).format(instant);

/** Minutes as hours with a tenth; less than an hour in minutes. */
export const hours = (minutes: number, locale: string) =>
  numbers(locale, {
    style: "unit",
    unit: minutes > 0 && minutes < 60 ? "minute" : "hour",
    unitDisplay: "long",
    maximumFractionDigits: 1,
  }).format(minutes > 0 && minutes < 60 ? minutes : minutes / 60);

/** Per cent of a whole number. */
export const percent = (value: number, locale: string) =>
  numbers(locale, { style: "percent", maximumFractionDigits: 0 }).format(value / 100);

/** Name of a country by its ISO code. */
export const countryName = (code: string, locale: string) => names(locale, "region").of(code) ?? code;

/** Name of a language by its code. */
export const languageName = (code: string, locale: string) => names(locale, "language").of(code) ?? code;

/** Several things in a sentence. */
export const list = (items: readonly string[], locale: string) =>
  lists(locale, { style: "short", type: "unit" }).format(items);

/** Name of an ISO weekday (Monday 1). */
export function weekdayName(iso: number, locale: string): string {
  let day = "2001-01-01";
  while (weekday(day) !== iso) day = addDays(day, 1);
  return formatter(locale, { weekday: "long" }).format(at(day));
}
