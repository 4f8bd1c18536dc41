import { CalendarPlus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { timeRange, weekdayDay } from "@/lib/i18n/format";
import { colon, inLanguage, type Locale, shownIn, type Translated } from "@/lib/i18n/rules";
import type { Session } from "@/lib/timetable/queries";
import { titleIn } from "@/lib/timetable/rules/titles";
import { Interpretation, SessionPlace } from "./SessionPlace";
import { SessionTitle } from "./SessionTitle";

type Named = {
  kind: Session["kind"];
  title: string | null;
  moduleCode: string | null;
  moduleTitle: Translated | null;
  toolTitle: Translated | null;
  /** Whose it is; null where it is everybody's. */
  group: string | null;
};

/** What a session is called when whose it is does not matter, or is said elsewhere. */
type Called = Omit<Named, "group">;

/** What a session is called: its own title, else its module (with tool and code), else its kind. */
export function sessionName(
  session: Called,
  locale: Locale,
  ofKind: (kind: Named["kind"]) => string,
): { code?: string; name: string } {
  const title = titleIn(session.title, locale);
  if (title) return { name: title };
  if (!session.moduleTitle) return { name: ofKind(session.kind) };
  const tool = session.toolTitle ? inLanguage(session.toolTitle, "en").text : "";
  return { code: `${tool} ${session.moduleCode}`.trim(), name: shownIn(session.moduleTitle, locale) };
}

/** A session's name in a line, with the group that it is for. */
export function SessionName({ session }: { session: Named }) {
  const t = useTranslations("sessionKind");
  return <SessionTitle {...sessionName(session, useLocale() as Locale, t)} group={session.group} />;
}

/** The days of a public course in short: a list by day, each session with the way to put it into a calendar. */
export function SessionList({ sessions, slug }: { sessions: Session[]; slug: string }) {
  const locale = useLocale();
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
                    <bdi className="kept">{timeRange(s.startsAt, s.endsAt, locale)}</bdi>
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
