import type { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/rules";
import { zoneCity } from "@/lib/i18n/zoneNames";
import { dayAt, timeAt } from "@/lib/time/zone";
import { timesAtCity, timesOnAtCity } from "./timesByClocks";

export { timesAtCity };

/** A session as its hours are said. */
export type Timed = {
  day: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  startInstant: number;
  endInstant: number;
};

type Words = ReturnType<typeof useTranslations<"online">>;

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
  return own.day === session.day ? timesAtCity(own, city, locale, t) : timesOnAtCity(own, city, locale, t);
}
