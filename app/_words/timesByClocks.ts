import type { useTranslations } from "next-intl";
import { shortDay, timeRange } from "@/lib/i18n/format";
import { isolate, type Locale } from "@/lib/i18n/rules";

/** Hours with the city whose clocks are meant. Apart from the cities of all zones, which are not for the browser. */

type Said = { day: string; startsAt: string; endsAt: string };
type Words = ReturnType<typeof useTranslations<"online">>;

const wordsOf = ({ startsAt, endsAt }: Said, city: string, locale: Locale) => ({
  times: isolate(timeRange(startsAt, endsAt, locale), locale),
  city: isolate(city, locale),
});

/** The hours of a session, with the city whose clocks are meant. */
export const timesAtCity = (session: Said, city: string, locale: Locale, t: Words): string =>
  t("timesAt", wordsOf(session, city, locale));

/** The same with its day, where the city has another one. */
export const timesOnAtCity = (session: Said, city: string, locale: Locale, t: Words): string =>
  t("timesOn", { ...wordsOf(session, city, locale), day: shortDay(session.day, locale) });
