import { dayAs } from "@/lib/i18n/format";
import { addDays, weekday } from "@/lib/time/civil";

const weekdayAs = (style: "long" | "narrow") => (iso: number, locale: string) => {
  let day = "2001-01-01";
  while (weekday(day) !== iso) day = addDays(day, 1);
  return dayAs({ weekday: style })(day, locale);
};

/** Name of an ISO weekday (Monday 1). */
export const weekdayName = weekdayAs("long");

/** The same where something is each week on it: Arabic says "every Wednesday" without the article. */
export const weekdayOfWeeks = (iso: number, locale: string): string =>
  locale === "ar" ? weekdayName(iso, locale).replace(/^ال/, "") : weekdayName(iso, locale);

/** An ISO weekday as the head of a calendar's column. */
export const weekdayLetters = weekdayAs("narrow");
