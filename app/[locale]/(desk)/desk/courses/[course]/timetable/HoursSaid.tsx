import { useLocale, useTranslations } from "next-intl";
import { hours } from "@/lib/i18n/format";
import { isolate } from "@/lib/i18n/rules";
import type { hoursIn } from "@/lib/timetable/rules/moduleHours";

/** What the hours of a timetable are made of: modules, beside what these take, and everything else. */
export function HoursSaid({ planned }: { planned: ReturnType<typeof hoursIn> }) {
  const locale = useLocale();
  const t = useTranslations("timetableSheet");
  const said = (minutes: number) => isolate(hours(minutes, locale), locale);
  const { ofModules, needed, besides } = planned;
  return t("madeOf", {
    modules: said(ofModules),
    needed: said(needed),
    rest: besides === 0 ? "none" : "some",
    besides: said(besides),
  });
}
