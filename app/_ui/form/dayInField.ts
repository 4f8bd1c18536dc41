import { shortRange } from "@/lib/i18n/format";

/**
 * A civil day as a field shows it, to be typed over: with the month's name in English, where its number may be misread. Not
 * in `format.ts`, which every participant's phone loads.
 */
export const dayInField = (day: string, locale: string) =>
  locale === "en"
    ? shortRange(day, day, locale).replaceAll("\u00a0", " ")
    : day.split("-").reverse().join("/");
