import { Accessibility, CalendarDays, Coins, Languages, type LucideIcon, MapPin } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { Say } from "@/app/_ui/Say";
import { Interpretation } from "@/app/_ui/SessionPlace";
import { Written } from "@/app/_ui/Written";
import type { Course } from "@/lib/courses/queries";
import { languageName, list, shortDay, shortRange } from "@/lib/i18n/format";
import { dotBetween, inLanguage, isolate, type Locale } from "@/lib/i18n/rules";
import type { Session } from "@/lib/timetable/queries";

/** A fact with its icon, which says nothing that the word beside it does not. */
function Line({ icon: Icon, label, children }: { icon: LucideIcon; label: string; children: ReactNode }) {
  return (
    <div className="course-fact">
      <dt>
        <Icon size={18} aria-hidden />
        <span>{label}</span>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Where a map finds the place of a course. */
function mapOf(course: Course, locale: Locale): string | null {
  if (course.mode === "online" || !course.venue) return null;
  const place = inLanguage(course.place, locale).text;
  const asked = [course.venueAddress ?? course.venue, place].filter(Boolean).join(", ");
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(asked)}`;
}

/** So many days are named each. */
const mostDays = 4;

/** On which days sessions are: each of a few, else from the first to the last. */
function daysOf(sessions: readonly Pick<Session, "day">[], locale: Locale): string {
  const days = [...new Set(sessions.map((s) => s.day))];
  const said =
    days.length > mostDays
      ? shortRange(days[0]!, days.at(-1)!, locale)
      : list(
          days.map((day) => shortDay(day, locale)),
          locale,
        );
  return isolate(said, locale);
}

/** Into which languages somebody interprets: in the whole course, or at which of its sessions. */
function Interpreted({ sessions }: { sessions: readonly Pick<Session, "day" | "interpretedInto">[] }) {
  const locale = useLocale() as Locale;
  const o = useTranslations("online");
  const languages = [...new Set(sessions.flatMap((s) => s.interpretedInto ?? []))];
  const into = (language: string) => sessions.filter((s) => s.interpretedInto?.includes(language as never));
  const throughout = languages.filter((language) => into(language).length === sessions.length);
  return (
    <>
      {throughout.length > 0 ? (
        <span className="block">
          <Interpretation session={{ interpretedInto: throughout, interpreter: null }} />
        </span>
      ) : null}
      {languages
        .filter((language) => !throughout.includes(language))
        .map((language) => (
          <span key={language} className="block">
            {o("interpretationSome", {
              languages: languageName(language, locale),
              count: into(language).length,
              days: daysOf(into(language), locale),
            })}
          </span>
        ))}
    </>
  );
}

/** When and where a course is, what it costs, whether one comes in without steps, in which languages it is. */
export function CourseFacts({
  course,
  sessions,
}: {
  course: Course;
  /** Its sessions, which may be at other venues too, or online. */
  sessions: readonly Pick<Session, "day" | "isOnline" | "venue" | "venuePlace" | "interpretedInto">[];
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("course");
  const p = useTranslations("public");
  const o = useTranslations("online");
  const map = mapOf(course, locale);
  const online = course.mode === "online" ? [] : sessions.filter((s) => s.isOnline);
  const venues = [
    ...new Set(
      sessions.flatMap((s) => (s.venue ? [s.venue, s.venuePlace].filter(Boolean).join(dotBetween) : [])),
    ),
  ];
  return (
    <dl className="grid gap-2 text-sm">
      <Line icon={CalendarDays} label={p("when")}>
        <CourseDates course={course} short />
      </Line>
      <Line icon={MapPin} label={t("where")}>
        <CoursePlace course={course} />
        {course.venue ? (
          <span className="block">
            <Written>{course.venue}</Written>
          </span>
        ) : null}
        {course.venueAddress ? (
          <span className="block">
            <Written>{course.venueAddress}</Written>
          </span>
        ) : null}
        {venues.map((venue) => (
          <span key={venue} className="block">
            {o("alsoAt")} <Written>{venue}</Written>
          </span>
        ))}
        {online.length > 0 ? (
          <span className="block">
            {o("someOnline", { count: online.length, days: daysOf(online, locale) })}
          </span>
        ) : null}
        {map ? (
          <a href={map} target="_blank" rel="noreferrer" className="inline-flex items-center min-h-9">
            {p("map")}
          </a>
        ) : null}
      </Line>
      {course.costs ? (
        <Line icon={Coins} label={t("costs")}>
          <Say text={course.costs} />
        </Line>
      ) : null}
      {course.venue ? (
        <Line icon={Accessibility} label={p("access")}>
          {course.stepFree ? t("stepFree") : p("stepsAsk")}
        </Line>
      ) : null}
      {course.languages.length > 0 ? (
        <Line icon={Languages} label={t("languages")}>
          {list(
            course.languages.map((l) => languageName(l, locale)),
            locale,
          )}
          <Interpreted sessions={sessions} />
        </Line>
      ) : null}
    </dl>
  );
}
