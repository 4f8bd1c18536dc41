import { Accessibility, CalendarDays, Coins, Languages, type LucideIcon, MapPin } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import type { Course } from "@/lib/courses/queries";
import { languageName, list } from "@/lib/i18n/format";
import { inLanguage, type Locale } from "@/lib/i18n/rules";

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

/** When and where a course is, what it costs, whether one comes in without steps, in which languages it is. */
export function CourseFacts({ course }: { course: Course }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("course");
  const p = useTranslations("public");
  const map = mapOf(course, locale);
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
        </Line>
      ) : null}
    </dl>
  );
}
