import { useLocale, useTranslations } from "next-intl";
import { shortDay, timeRange } from "@/lib/i18n/format";
import { dotBetween, isolate, type Locale } from "@/lib/i18n/rules";
import { zoneCity } from "@/lib/i18n/zoneNames";
import { dayAt, timeAt } from "@/lib/time/zone";

type Timed = {
  day: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  startInstant: number;
  endInstant: number;
};

/** A session at the hours of another zone: its day there, too. */
const timesIn = ({ startInstant, endInstant }: Timed, zone: string) => ({
  day: dayAt(startInstant, zone),
  startsAt: timeAt(startInstant, zone),
  endsAt: timeAt(endInstant, zone),
});

/**
 * When an online session is, by the clocks of its course and, where these show something else, of the reader; each named by
 * its city. Where nobody knows the reader's zone, by those of the course alone.
 */
export function TimesHere({ session, here }: { session: Timed; here: string | null }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("online");
  const own = here === null ? null : timesIn(session, here);
  const same =
    own === null ||
    (own.day === session.day && own.startsAt === session.startsAt && own.endsAt === session.endsAt);
  const said = (times: Pick<Timed, "day" | "startsAt" | "endsAt">, zone: string) => {
    const words = {
      times: isolate(timeRange(times.startsAt, times.endsAt, locale), locale),
      city: isolate(zoneCity(zone, locale), locale),
    };
    return times.day === session.day
      ? t("timesAt", words)
      : t("timesOn", { ...words, day: shortDay(times.day, locale) });
  };
  return (
    <>
      <span className="kept">{said(session, session.zone)}</span>
      {same || here === null ? null : (
        <>
          {dotBetween}
          <span className="kept">{said(own, here)}</span>
        </>
      )}
    </>
  );
}
