import type { useTranslations } from "next-intl";
import { shortDay, timeRange } from "@/lib/i18n/format";
import { isolate, type Locale } from "@/lib/i18n/rules";
import { zoneCity } from "@/lib/i18n/zoneNames";
import { dayAt, timeAt } from "@/lib/time/zone";

/** A session as its hours are said. */
export type Timed = {
  day: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  startInstant: number;
  endInstant: number;
};

type Said = Pick<Timed, "day" | "startsAt" | "endsAt">;
type Words = ReturnType<typeof useTranslations<"online">>;

const wordsOf = ({ startsAt, endsAt }: Said, city: string, locale: Locale) => ({
  times: isolate(timeRange(startsAt, endsAt, locale), locale),
  city: isolate(city, locale),
});

/** The hours of a session, with the city whose clocks are meant. */
export const timesAtCity = (session: Said, city: string, locale: Locale, t: Words): string =>
  t("timesAt", wordsOf(session, city, locale));

/**
 * When a session is at the clocks of a zone, named by its city, with its day where that is another one there; null where these
 * show what those of its course do, and where no zone is known.
 */
export function readersTimes(session: Timed, here: string | null, locale: Locale, t: Words): string | null {
  if (here === null) return null;
  const { startInstant, endInstant } = session;
  const own = {
    day: dayAt(startInstant, here),
    startsAt: timeAt(startInstant, here),
    endsAt: timeAt(endInstant, here),
  };
  if (own.day === session.day && own.startsAt === session.startsAt && own.endsAt === session.endsAt)
    return null;
  const city = zoneCity(here, locale);
  return own.day === session.day
    ? timesAtCity(own, city, locale, t)
    : t("timesOn", { ...wordsOf(own, city, locale), day: shortDay(own.day, locale) });
}
