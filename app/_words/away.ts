import { getLocale, getTranslations } from "next-intl/server";
import { weekdayOfWeeks } from "@/app/_words/weekdays";
import type { AwayTime } from "@/lib/away/rules";
import { dateRange, timeRange } from "@/lib/i18n/format";
import { isolate } from "@/lib/i18n/rules";

/** Says when somebody is away: from which day until which, or at which hours of the week. */
export async function timeWords(): Promise<(time: AwayTime) => string> {
  const locale = await getLocale();
  const t = await getTranslations("away");
  return (time) =>
    time.kind === "days"
      ? dateRange(time.fromDay, time.toDay, locale)
      : t("weekly", {
          weekday: weekdayOfWeeks(time.weekday, locale),
          times: isolate(timeRange(time.startsAt, time.endsAt, locale), locale),
        });
}
