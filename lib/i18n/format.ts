import { createFormatter } from "use-intl/core";
import { daysBetween } from "../time/civil";
import { countryNames } from "./countryNames";
import { formatLocale, joined, type Locale, locales, typographic } from "./rules";

/**
 * Everything that Intl says is here: dates, times, hours, per cent, names of countries and languages, by next-intl's
 * formatter, and what that cannot say. Civil days and times have no zone of their own: they are formatted as UTC.
 */
const formatters = Object.fromEntries(
  locales.map((locale) => [
    locale,
    createFormatter({ locale: formatLocale(locale) as Locale, timeZone: "UTC" }),
  ]),
) as Record<Locale, ReturnType<typeof createFormatter>>;
const formatter = (locale: string) => formatters[locale as Locale] ?? formatters.en;

/** A civil day as an instant of UTC. */
const at = (day: string) => new Date(`${day}T00:00:00Z`);

const longDate = { day: "numeric", month: "long", year: "numeric" } as const;
const shortDate = { day: "numeric", month: "short", year: "numeric" } as const;
const longWeekday = { weekday: "long", day: "numeric", month: "long" } as const;
const shortDayAndMonth = { day: "numeric", month: "short" } as const;
const shortWeekday = { weekday: "short", day: "numeric", month: "short" } as const;
/** 24 hours and two digits in all languages, so that times stand under each other. */
const timeOfDay = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const unit = { style: "unit", unitDisplay: "long" } as const;

/** No line ends at the dash of a range of numbers; in Arabic it runs with the text: first the start, at the right. */
export const heldTogether = (range: string, locale: string) =>
  range.replace(/(\d[\d:]*)–(\d[\d:]*)/g, (_, from, to) => {
    const held = `${from}\u2060–\u2060${to}`;
    return locale === "ar" ? `\u2067${held}\u2069` : held;
  });

/** The first of a month in French is an ordinal: "1er février", "1er–5 mai"; a time or a year has no such 1 alone. */
const ordinal = (date: string, locale: string) =>
  locale === "fr" ? date.replace(/(^|[^\d:])1(?=[\s–])/g, (_, before) => `${before}1er`) : date;

/** The two dates of a range hold together each, the first with its dash, so that a line breaks between them. */
const unbroken = (range: string) => range.replace(/(^|[^–]) /g, "$1\u00a0");

/** Between numbers a dash without spaces, between dates with words one with spaces. */
const spacedDash = (dash: string, place: number, whole: string) =>
  /^\d+$/.test(whole.slice(0, place)) && /^\d/.test(whole.slice(place + dash.length)) ? "–" : " – ";

/** From a first to a last civil day, with what the two share said once. */
function range(from: string, to: string, locale: string, style: typeof longDate | typeof shortDate): string {
  const said = formatter(locale).dateTimeRange(at(from), at(to), style);
  return ordinal(unbroken(said.replace(/\s*–\s*/, spacedDash)), locale);
}

/** From a first to a last civil day, as short as the language allows; in Arabic in words, as a sentence says it. */
export function dateRange(from: string, to: string, locale: string): string {
  const said = range(from, to, locale, longDate);
  const [first = "", last] = said.split(/\s?– ?/);
  const whole = locale === "ar" && last ? `من\u00a0${first} إلى\u00a0${last}` : heldTogether(said, locale);
  // In full it may be wider than a phone with large letters: then the year stands below.
  return whole.replace(/\u00a0(?=\d{4}$)/, " ");
}

/** The same with short months and a dash, for tables. */
export const shortRange = (from: string, to: string, locale: string) =>
  heldTogether(range(from, to, locale, shortDate), locale);

/** A civil day of a narrow column: its year goes below where there is no room beside it. */
export const narrowYearDay = (day: string, locale: string) =>
  shortRange(day, day, locale).replace(/\u00a0(?=\d{4}$)/, " ");

type DayStyle =
  | typeof longDate
  | typeof longWeekday
  | typeof shortWeekday
  | typeof shortDayAndMonth
  | { weekday: "long" | "narrow" };
/** A civil day in a style of Intl's; for what has more to say of days than this file does. */
export const dayAs = (style: DayStyle) => (day: string, locale: string) =>
  ordinal(formatter(locale).dateTime(at(day), style), locale);

/** A civil day in full. */
export const fullDay = dayAs(longDate);

/** A civil day with its weekday, without the year: where what it stands under says it. */
export const weekdayDay = dayAs(longWeekday);

/** The same in a column's head. */
export const shortDay = dayAs(shortWeekday);

/** A civil day without its year and weekday: the head of a column. */
export const dayAndMonth = dayAs(shortDayAndMonth);

/** The day of the month alone, and the weekday in a column's head alone. */
export const dayOfMonth = (day: string, locale: string) => formatter(locale).number(Number(day.slice(8)));
export const weekdayShort = (day: string, locale: string) =>
  formatter(locale).dateTime(at(day), { weekday: locale === "ar" ? "long" : "short" });

/** A civil day as shortly as a narrow column takes it: "Thu 26", in Arabic by the weekday's letter. */
export const narrowDay = (day: string, locale: string) =>
  `${formatter(locale).dateTime(at(day), { weekday: locale === "ar" ? "narrow" : "short" })} ${dayOfMonth(day, locale)}`;

/** The month of a civil day alone, as shortly as it is said. */
export const shortMonth = (day: string, locale: string) =>
  formatter(locale).dateTime(at(day), { month: "short" });

/** The month of a civil day, with its year. */
export const monthOfYear = (day: string, locale: string) =>
  formatter(locale).dateTime(at(day), { month: "long", year: "numeric" });

/** In how many days a civil day is; null for one that is over, or further ahead than `most` days. */
export function daysUntil(today: string, day: string, locale: string, most: number): string | null {
  const ahead = daysBetween(today, day);
  if (ahead < 0 || ahead > most) return null;
  const said = new Intl.RelativeTimeFormat(formatLocale(locale), { numeric: "auto" })
    .format(ahead, "day")
    .replaceAll(" ", "\u00a0");
  // What Intl says in Arabic is *within* so many days, with the tanwin where our words don't write it.
  return locale === "ar" ? said.replace("خلال", "بعد").replace(/ًا/g, "اً") : said;
}

const elsewhere = createFormatter({ locale: "ar-EG" as Locale, timeZone: "UTC" });

/** Dates on paper: in Arabic a month has the Levant's name and the one said elsewhere, for paper travels between countries. */
function onPaper(said: string, days: readonly string[], locale: string): string {
  if (locale !== "ar") return said;
  const month = { month: "long" } as const;
  const names = new Map(
    days.map((day) => [formatter("ar").dateTime(at(day), month), elsewhere.dateTime(at(day), month)]),
  );
  return [...names].reduce((text, [levant, other]) => text.replaceAll(levant, `${levant}/${other}`), said);
}
/** A civil day in full, on paper. */
export const dayOnPaper = (day: string, locale: string) => onPaper(fullDay(day, locale), [day], locale);
/** A civil day with its weekday, without the year, on paper. */
export const weekdayOnPaper = (day: string, locale: string) =>
  onPaper(weekdayDay(day, locale), [day], locale);
/** The same in a column's head. */
export const shortDayOnPaper = (day: string, locale: string) => onPaper(shortDay(day, locale), [day], locale);
/** From a first to a last civil day, on paper. */
export const rangeOnPaper = (from: string, to: string, locale: string) =>
  onPaper(breakable(dateRange(from, to, locale)).replaceAll("\u00a0", " "), [from, to], locale);

/** From one moment to another, each as it is written already; in Arabic it runs with the text, as a range of numbers does. */
export const fromTo = (from: string, to: string, locale: string) => {
  const said = `${from} – ${to}`;
  return locale === "ar" ? `\u2067${said}\u2069` : said;
};

/** From a time of day to another, in one line. Civil times are written alike in all three languages. */
export const timeRange = (from: string, to: string, locale: string) => heldTogether(`${from}–${to}`, locale);

/** Without the signs that hold a range together: for what leaves the page (paper, a message, a calendar). */
export const breakable = (range: string) => range.replaceAll("\u2060", "");

/** An instant (ms) as the time of day, in a zone or in that of the reader's machine. */
export const clockTime = (instant: number, locale: string, zone?: string) =>
  formatter(locale).dateTime(instant, {
    ...timeOfDay,
    timeZone: zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  });

/** An instant (ms) in a zone, day and time. */
export const moment = (instant: number, zone: string, locale: string) =>
  ordinal(formatter(locale).dateTime(instant, { ...shortDate, ...timeOfDay, timeZone: zone }), locale);

/** How long ago an instant was, or in how long it will be: "5 minutes ago", "in 2 hours". */
export const timeFrom = (instant: number, now: number, locale: string) =>
  formatter(locale).relativeTime(instant, now);

/** Minutes as hours and minutes: "48 h 30 min", in French "48 h 30"; without the other part in words. */
export function hours(minutes: number, locale: string): string {
  const [whole, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  const inHours = () => formatter(locale).number(whole, { ...unit, unit: "hour" });
  const inMinutes = () => formatter(locale).number(rest, { ...unit, unit: "minute" });
  if (rest === 0) return inHours();
  if (whole === 0) return inMinutes();
  if (locale === "ar") return `${inHours()} و${inMinutes()}`;
  const twoDigits = String(rest).padStart(2, "0");
  return locale === "fr" ? `${whole}\u00a0h\u00a0${twoDigits}` : `${whole}\u00a0h ${rest}\u00a0min`;
}

/** Per cent of a whole number. */
export const percent = (value: number, locale: string) =>
  typographic(formatter(locale).number(value / 100, { style: "percent", maximumFractionDigits: 0 }), locale);

const nameOf = (code: string, locale: string, type: "region" | "language") =>
  new Intl.DisplayNames(formatLocale(locale), { type }).of(code) ?? code;

/** Name of a country by its ISO code, as the United Nations say it. */
export const countryName = (code: string, locale: string) =>
  countryNames[code]?.[locale as "en"] ?? nameOf(code, locale, "region");

/** What somebody wrote that is the name of a country in one of the languages, as the reader's own says it; else as written. */
export function saidAsCountry(written: string, locale: string): string {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const names = locales.map((language) => {
    const own = new Intl.DisplayNames(formatLocale(language), { type: "region" });
    return (code: string) => countryNames[code]?.[language] ?? own.of(code);
  });
  const code = letters
    .flatMap((first) => letters.map((second) => first + second))
    .find((one) => names.some((nameIn) => nameIn(one) === written));
  return code && code !== written ? countryName(code, locale) : written;
}

/** Name of a language by its code. */
export const languageName = (code: string, locale: string) => nameOf(code, locale, "language");

/** Several things in a sentence, the last with the reader's own "and". */
export const list = (items: readonly string[], locale: string) => joined(items, locale as Locale);

/** Points of a rubric, kept in tenths: 4.1. */
export const tenths = (value: number, locale: string) =>
  formatter(locale).number(value / 10, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A whole number with its thousands apart, as the language writes them. */
export const wholeNumber = (value: number, locale: string) => formatter(locale).number(value);

/** A month (2026-12) with its year. */
export const monthName = (month: string, locale: string) =>
  formatter(locale).dateTime(at(`${month}-01`), { month: "long", year: "numeric" });
