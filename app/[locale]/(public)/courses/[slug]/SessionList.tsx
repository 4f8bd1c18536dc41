import { CalendarPlus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ReadersTimes } from "@/app/_ui/ReadersTimes";
import { SessionName } from "@/app/_ui/SessionList";
import { Interpretation, SessionPlace } from "@/app/_ui/SessionPlace";
import { timesAtCity } from "@/app/_words/times";
import { weekdayDay } from "@/lib/i18n/format";
import { colon, type Locale } from "@/lib/i18n/rules";
import { type GoesBy, zoneOfCourse } from "@/lib/i18n/zoneNames";
import type { Session } from "@/lib/timetable/queries";

/** The days of a public course in short: a list by day, with the city whose clocks are meant, online sessions at the reader's hours as well, each session with the way to put it into a calendar. */
export function SessionList({
  sessions,
  course,
}: {
  sessions: Session[];
  course: GoesBy & { slug: string };
}) {
  const locale = useLocale() as Locale;
  const { slug } = course;
  const online = useTranslations("online");
  const city = zoneOfCourse(course, locale);
  const t = useTranslations("calendars");
  const days = [...new Set(sessions.map((s) => s.day))];
  return (
    <ol className="grid gap-3">
      {days.map((day) => (
        <li key={day} className="grid gap-1 sm:grid-cols-[12rem_1fr] border-t border-line pt-3">
          <p className="font-semibold">{weekdayDay(day, locale)}</p>
          <ul className="grid gap-1">
            {sessions
              .filter((s) => s.day === day)
              .map((s) => (
                <li key={s.id} className="grid grid-cols-[7rem_1fr_auto] gap-2 items-start">
                  <span className="tabular-nums quiet">
                    <bdi>{timesAtCity(s, city, locale, online)}</bdi>
                    {s.isOnline ? (
                      <ReadersTimes slug={slug} language={locale} zone={s.zone} session={s.id} />
                    ) : null}
                  </span>
                  <span>
                    <SessionName session={s} />
                    {s.isOnline || s.venue !== null ? (
                      <SessionPlace session={s} after className="quiet" />
                    ) : null}
                    {s.interpretedInto ? (
                      <span className="quiet block">
                        <Interpretation session={{ ...s, interpreter: null }} />
                      </span>
                    ) : null}
                  </span>
                  <a
                    href={`/api/files/calendar/${slug}?session=${s.id}&lang=${locale}`}
                    title={t("oneSession")}
                    className="inline-flex items-center justify-center min-h-9 min-w-9 align-middle"
                  >
                    <CalendarPlus size={18} aria-hidden />
                    <span className="sr-only">
                      {t("oneSession")}
                      {colon(locale)}
                      {weekdayDay(day, locale)}
                    </span>
                  </a>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
