import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { weekdayInYear } from "@/app/_words/nearDays";
import { timesAtCity } from "@/app/_words/timesByClocks";
import { list, timeRange } from "@/lib/i18n/format";
import { dotBetween, isolate, type Locale } from "@/lib/i18n/rules";
import { isCivilDay } from "@/lib/time/civil";
import { taughtMeanwhile } from "@/lib/timetable/rules/ownHours";
import type { OwnTaught } from "./ownTaught";

/**
 * What whoever plans a workshop teaches on the days that its form has, in words: `meanwhile` at its hours, `beside` at others; empty
 * where nothing. Hours by other clocks than the workshop's name their place, and stand beside what its own clocks show then.
 */
export function useTaughtThen(teaches: readonly OwnTaught[]): { beside: string; meanwhile: string } {
  const locale = useLocale() as Locale;
  const t = useTranslations("online");
  const away = useTranslations("away");
  const [from, last, startsAt, endsAt, zone] = useWatch({
    name: ["startsOn", "endsOn", "startsAt", "endsAt", "zone"],
  }).map((one) => String(one ?? "").trim()) as [string, string, string, string, string];
  const to = last || from;
  if (!isCivilDay(from) || !isCivilDay(to) || zone === "") return { beside: "", meanwhile: "" };
  const found = taughtMeanwhile(teaches, { from, to, startsAt, endsAt, zone });
  const hours = (of: { startsAt: string; endsAt: string }) =>
    isolate(timeRange(of.startsAt, of.endsAt, locale), locale);
  const said = ({ title, city, here, ...there }: (typeof found)[number]) => {
    const when = here === null ? hours(there) : timesAtCity(there, city, locale, t);
    const own = here && [here.day === there.day ? "" : weekdayInYear(here.day, locale), hours(here)];
    return [
      title,
      `${weekdayInYear(there.day, locale)} ${when}`,
      ...(own ? [away("byWorkshop", { times: own.filter(Boolean).join(" ") })] : []),
    ].join(dotBetween);
  };
  const inWords = (clashes: boolean) =>
    list(found.filter((one) => one.clashes === clashes).map(said), locale);
  return { beside: inWords(false), meanwhile: inWords(true) };
}
