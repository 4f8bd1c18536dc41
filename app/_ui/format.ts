import { formatLocale, joined, type Locale, typographic } from "@/lib/i18n/rules";
import { addDays, weekday } from "@/lib/time/civil";
import { countryNames } from "./countryNames";

/** All formatting by Intl is here. A civil day or time as an instant of UTC. */
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

const dates = (options: Intl.DateTimeFormatOptions) =>
  keeping(
    (locale, zone) =>
      new Intl.DateTimeFormat(formatLocale(locale), { ...options, timeZone: zone || undefined }),
  );
/** Civil days and times have no zone of their own: they are formatted as UTC. */
const civil = (options: Intl.DateTimeFormatOptions) => {
  const format = dates(options);
  return (locale: string) => format(locale, "UTC");
};
const numbers = (options: Intl.NumberFormatOptions) =>
  keeping((locale) => new Intl.NumberFormat(formatLocale(locale), options));

const longDate = civil({ day: "numeric", month: "long", year: "numeric" });
const shortDate = civil({ day: "numeric", month: "short", year: "numeric" });
const longWeekday = civil({ weekday: "long", day: "numeric", month: "long" });
const shortWeekday = civil({ weekday: "short", day: "numeric", month: "short" });
const weekdayAlone = civil({ weekday: "long" });
/** 24 hours and two digits in all languages, so that times stand under each other. */
const timeOfDay = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const clockIn = dates(timeOfDay);
const dateAndTime = dates({ day: "numeric", month: "short", year: "numeric", ...timeOfDay });
const unit = { style: "unit", unitDisplay: "long" } as const;
const inHours = numbers({ ...unit, unit: "hour" });
const inMinutes = numbers({ ...unit, unit: "minute" });
const perCent = numbers({ style: "percent", maximumFractionDigits: 0 });
const countries = keeping((locale) => new Intl.DisplayNames(formatLocale(locale), { type: "region" }));
const languages = keeping((locale) => new Intl.DisplayNames(formatLocale(locale), { type: "language" }));

/** In Arabic a range of numbers runs left to right, as a clock's numbers do: first the start, then the end. */
const leftToRight = (range: string, locale: string) =>
  locale === "ar" ? range.replace(/\d[\d:]*–\d[\d:]*/g, "\u2066$&\u2069") : range;

/** The first of a month in French is an ordinal: "1er février", "1er–5 mai"; a time or a year has no such 1 alone. */
const ordinal = (date: string, locale: string) =>
  locale === "fr" ? date.replace(/(?<![\d:])1(?=[\s–])/g, "1er") : date;

/** The two dates of a range hold together each, so that a line breaks between them. */
const unbroken = (range: string) => range.replace(/(?<!–) (?!–)/g, "\u00a0");

/** Ranges are kept as they are said: finding what two dates share is the slowest that Intl does. */
const ranges = (format: ReturnType<typeof civil>) => {
  const said = keeping((locale, days) => {
    const [from = "", to = ""] = days.split(" ");
    const range = format(locale)
      .formatRange(at(from), at(to))
      .replace(/\s*–\s*/, spacedDash);
    return ordinal(unbroken(range), locale);
  });
  return (from: string, to: string, locale: string) => said(locale, `${from} ${to}`);
};
/** Between numbers a dash without spaces, between dates with words one with spaces. */
const spacedDash = (dash: string, place: number, whole: string) =>
  /^\d+$/.test(whole.slice(0, place)) && /^\d/.test(whole.slice(place + dash.length)) ? "–" : " – ";

const longRange = ranges(longDate);
const tableRange = ranges(shortDate);

/** From a first to a last civil day, as short as the language allows; in Arabic in words, as a sentence says it. */
export function dateRange(from: string, to: string, locale: string): string {
  const range = longRange(from, to, locale);
  const [first = "", last] = range.split(/ ?– ?/);
  return locale === "ar" && last
    ? `من\u00a0${first}${range.includes(" ") ? " " : "\u00a0"}إلى\u00a0${last}`
    : range;
}

/** The same with short months and a dash, for tables. */
export const shortRange = (from: string, to: string, locale: string) =>
  leftToRight(tableRange(from, to, locale), locale);

/** A civil day in full. */
export const fullDay = (day: string, locale: string) => ordinal(longDate(locale).format(at(day)), locale);

/** A civil day with its weekday, without the year. */
export const weekdayDay = (day: string, locale: string) =>
  ordinal(longWeekday(locale).format(at(day)), locale);

/** A civil day in a column's head. */
export const shortDay = (day: string, locale: string) =>
  ordinal(shortWeekday(locale).format(at(day)), locale);

/** The months in Arabic as the Levant says them, with the name said elsewhere: made when the first is asked for. */
const bothMonths = keeping(() => {
  const name = (locale: string, month: number) =>
    new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(Date.UTC(2027, month));
  return new Map(
    Array.from({ length: 12 }, (_, month) => [name("ar-JO", month), name("ar-EG", month)] as const),
  );
});

/** Dates on paper: in Arabic a month has both its names, for paper travels from one country to another. */
function onPaper(date: string, locale: string): string {
  if (locale !== "ar") return date;
  const months = bothMonths(locale);
  const names = new RegExp([...months.keys()].join("|"), "g");
  return date.replace(names, (name) => `${name}/${months.get(name)}`);
}
/** A civil day in full, on paper. */
export const dayOnPaper = (day: string, locale: string) => onPaper(fullDay(day, locale), locale);
/** From a first to a last civil day, on paper. */
export const rangeOnPaper = (from: string, to: string, locale: string) =>
  onPaper(dateRange(from, to, locale).replaceAll("\u00a0", " "), locale);

/** From a time of day to another. Civil times are written alike in all three languages. */
export const timeRange = (from: string, to: string, locale: string) => leftToRight(`${from}–${to}`, locale);

/** An instant (ms) as the time of day, in a zone or in that of the reader's machine. */
export const clockTime = (instant: number, locale: string, zone?: string) =>
  clockIn(locale, zone).format(instant);

/** An instant (ms) in a zone, day and time. */
export const moment = (instant: number, zone: string, locale: string) =>
  ordinal(dateAndTime(locale, zone).format(instant), locale);

/** Minutes as hours and minutes: "48 h 30 min", in French "48 h 30"; without the other part in words. */
export function hours(minutes: number, locale: string): string {
  const [whole, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  if (rest === 0) return inHours(locale).format(whole);
  if (whole === 0) return inMinutes(locale).format(rest);
  if (locale === "ar") return `${inHours(locale).format(whole)} و${inMinutes(locale).format(rest)}`;
  const twoDigits = String(rest).padStart(2, "0");
  return locale === "fr" ? `${whole}\u00a0h\u00a0${twoDigits}` : `${whole}\u00a0h\u00a0${rest}\u00a0min`;
}

/** Per cent of a whole number. */
export const percent = (value: number, locale: string) =>
  typographic(perCent(locale).format(value / 100), locale);

/** Name of a country by its ISO code, as the United Nations say it. */
export const countryName = (code: string, locale: string) =>
  countryNames[code]?.[locale as "en"] ?? countries(locale).of(code) ?? code;

/** Name of a language by its code. */
export const languageName = (code: string, locale: string) => languages(locale).of(code) ?? code;

/** Several things in a sentence, the last with the reader's own "and". */
export const list = (items: readonly string[], locale: string) => joined(items, locale as Locale);

/** Name of an ISO weekday (Monday 1). */
export function weekdayName(iso: number, locale: string): string {
  let day = "2001-01-01";
  while (weekday(day) !== iso) day = addDays(day, 1);
  return weekdayAlone(locale).format(at(day));
}
