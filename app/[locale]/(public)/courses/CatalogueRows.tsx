import { Languages, MapPin } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { Say } from "@/app/_ui/Say";
import { TentativeBadge } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import type { CatalogueRow } from "@/lib/courses/queries";
import { shownState } from "@/lib/courses/rules";
import { titleWhereHeld } from "@/lib/courses/titles";
import { daysUntil, languageName, list, monthOfYear } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";
import { dayAt } from "@/lib/time/zone";
import { Places } from "./Places";
import "./catalogue.css";

/** Further ahead than this, in how many days a course begins helps nobody. */
const daysSaid = 60;

/** Courses by the month in which they begin; what has begun comes first. */
function byMonth(courses: CatalogueRow[], now: number): [string, CatalogueRow[]][] {
  const groups = new Map<string, CatalogueRow[]>();
  for (const course of courses) {
    const starts = course.startsOn ?? "";
    const month = starts < dayAt(now, course.zone) ? "" : starts.slice(0, 7);
    groups.set(month, [...(groups.get(month) ?? []), course]);
  }
  return [...groups];
}

/** The courses of the catalogue as rows by month: when, what and where, what is left. */
export function CatalogueRows({
  courses,
  now,
  under = "h2",
}: {
  courses: CatalogueRow[];
  now: number;
  /** What the months are headed with; the courses are one below. */
  under?: "h2" | "h3";
}) {
  const locale = useLocale();
  const t = useTranslations("public");
  const Month = under;
  return (
    <div className="grid gap-5 mt-5">
      {byMonth(courses, now).map(([month, rows]) => (
        <section key={month} className="grid gap-2">
          <Month className="catalogue-month">{month ? monthOfYear(`${month}-01`, locale) : t("begun")}</Month>
          <ul className="catalogue">
            {rows.map((course) => (
              <Row key={course.id} course={course} now={now} heading={under === "h2" ? "h3" : "h4"} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Row({ course, now, heading: Heading }: { course: CatalogueRow; now: number; heading: "h3" | "h4" }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("public");
  const today = dayAt(now, course.zone);
  const ownTitle = titleWhereHeld(course, locale);
  const ahead = course.startsOn ? daysUntil(today, course.startsOn, locale, daysSaid) : null;
  return (
    <li>
      <p className="catalogue-when">
        <strong>
          <CourseDates course={course} short />
        </strong>{" "}
        {ahead ? <span className="quiet">{ahead}</span> : null}
      </p>
      <div className="grid gap-1 min-w-0">
        <Heading className="text-lg font-semibold">
          <a href={`/courses/${course.slug}`}>
            <Say text={course.title} />
          </a>
        </Heading>
        {ownTitle ? (
          <p lang={ownTitle.language} className="quiet">
            <Written>{ownTitle.text}</Written>
          </p>
        ) : null}
        <p className="catalogue-facts">
          <span>
            <MapPin size={15} aria-hidden /> <CoursePlace course={course} />
          </span>{" "}
          <span>
            <Languages size={15} aria-hidden />{" "}
            {list(
              course.languages.map((l) => languageName(l, locale)),
              locale,
            )}
          </span>{" "}
          <span>{t(`forWhom.${course.kind}`)}</span>{" "}
          <span>
            <Say text={programmeCalled(course.programmeTitle)} />
          </span>{" "}
          <TentativeBadge course={course} />
        </p>
        <p className="catalogue-tools">
          {course.tools.map((tool) => (
            <ToolMark key={`${tool.code}${tool.version}${tool.country}`} tool={tool} />
          ))}
        </p>
      </div>
      <Places course={course} state={shownState(course, today)} today={today} />
    </li>
  );
}
