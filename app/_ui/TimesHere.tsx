import { useLocale, useTranslations } from "next-intl";
import { readersTimes, type Timed, timesAtCity } from "@/app/_words/times";
import { dotBetween, type Locale } from "@/lib/i18n/rules";
import { type GoesBy, zoneCity, zoneOfCourse } from "@/lib/i18n/zoneNames";

/**
 * When an online session is, by the clocks of its course and, where these show something else, of the reader; each named by
 * its city. Where nobody knows the reader's zone, by those of the course alone.
 */
export function TimesHere({ session, here }: { session: Timed; here: string | null }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("online");
  const own = readersTimes(session, here, locale, t);
  return (
    <>
      <span className="kept">{timesAtCity(session, zoneCity(session.zone, locale), locale, t)}</span>
      {own === null ? null : (
        <>
          {dotBetween}
          <span className="kept">{own}</span>
        </>
      )}
    </>
  );
}

/** When a session is, with the city whose clocks are meant; of one that is online at the reader's hours as well. */
export function SessionTimes({
  session,
  course: { place, mode },
  here,
}: {
  session: Timed & { isOnline: boolean };
  course: Pick<GoesBy, "place" | "mode">;
  here: string | null;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("online");
  if (session.isOnline) return <TimesHere session={session} here={here} />;
  const city = zoneOfCourse({ zone: session.zone, place, mode }, locale);
  return <span className="kept">{timesAtCity(session, city, locale, t)}</span>;
}
