import { useLocale, useTranslations } from "next-intl";
import { CourseDates, CoursePlace, ToolBadges } from "@/app/_ui/CourseLine";
import { Say } from "@/app/_ui/Say";
import { FictionalMark } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import type { CatalogueRow } from "@/lib/courses/queries";
import { shownState } from "@/lib/courses/rules";
import { titleWhereHeld } from "@/lib/courses/titles";
import { fullDay, languageName, list } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/rules";
import { dayAt } from "@/lib/time/zone";
import { Places } from "./Places";

/** The courses of the catalogue as rows: when, what and where, what is left. */
export function CatalogueRows({ courses, now }: { courses: CatalogueRow[]; now: number }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("catalogue");
  return (
    <ul className="grid gap-3">
      {courses.map((course) => {
        const state = shownState(course, dayAt(now, course.zone));
        const ownTitle = titleWhereHeld(course, locale);
        return (
          <li key={course.id} className="card grid gap-x-6 gap-y-2 sm:grid-cols-[9rem_1fr_auto]">
            <p className="font-semibold">
              <CourseDates course={course} short />
            </p>
            <div className="grid gap-1 min-w-0">
              <h2 className="text-base">
                <a href={`/courses/${course.slug}`}>
                  <Say text={course.title} />
                </a>
              </h2>
              {ownTitle ? (
                <p lang={ownTitle.language} className="quiet">
                  <Written>{ownTitle.text}</Written>
                </p>
              ) : null}
              <p className="quiet">
                <CoursePlace course={course} /> ·{" "}
                {list(
                  course.languages.map((l) => languageName(l, locale)),
                  locale,
                )}{" "}
                · <Written>{course.programme}</Written>
              </p>
              <p className="flex flex-wrap gap-2">
                <ToolBadges tools={course.tools} />
                {course.fictional ? <FictionalMark /> : null}
              </p>
            </div>
            <p className="sm:text-end">
              <span className="font-semibold block">
                <Places course={course} state={state} />
              </span>
              {course.applyBy && state === "open" ? (
                <span className="quiet block">{t("applyBy", { day: fullDay(course.applyBy, locale) })}</span>
              ) : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
