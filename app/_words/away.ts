import { getLocale, getTranslations } from "next-intl/server";
import { weekdayOfWeeks } from "@/app/_words/weekdays";
import type { AwayTime } from "@/lib/away/rules";
import { dateRange, timeRange } from "@/lib/i18n/format";
import { isolate, type Locale } from "@/lib/i18n/rules";

/** When somebody is away: from which day until which, or at which hours of the week, by the words for these. */
export const awayTime = (
  time: AwayTime,
  weekly: (key: "weekly", values: { weekday: string; times: string }) => string,
  locale: Locale,
): string =>
  time.kind === "days"
    ? dateRange(time.fromDay, time.toDay, locale)
    : weekly("weekly", {
        weekday: weekdayOfWeeks(time.weekday, locale),
        times: isolate(timeRange(time.startsAt, time.endsAt, locale), locale),
      });

/** Says when somebody is away, in the language of the page. */
export async function timeWords(): Promise<(time: AwayTime) => string> {
  const locale = await getLocale();
  const t = await getTranslations("away");
  return (time) => awayTime(time, t, locale);
}
