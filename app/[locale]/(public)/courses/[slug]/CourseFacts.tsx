import { useLocale, useTranslations } from "next-intl";
import { CoursePlace, ToolBadges } from "@/app/_ui/CourseLine";
import { Fact } from "@/app/_ui/Fact";
import { PersonName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import type { Course } from "@/lib/courses/queries";
import { languageName, list } from "@/lib/i18n/format";
import { zoneCity } from "@/lib/i18n/zoneNames";

/** For whom a course is, where, in which languages, with whom, what it costs and how people are chosen. */
export function CourseFacts({ course }: { course: Course }) {
  const locale = useLocale();
  const t = useTranslations("course");
  return (
    <dl className="grid gap-4 sm:grid-cols-2">
      <Fact label={t("kind")}>{t(`kindFor.${course.kind}`)}</Fact>
      {course.tools.length > 0 ? (
        <Fact label={t("tools")}>
          <ToolBadges tools={course.tools} />
        </Fact>
      ) : null}
      <Fact label={t("where")}>
        <CoursePlace course={course} />
        {course.venue ? (
          <span className="block">
            <Written>{course.venue}</Written>
            {course.stepFree ? ` · ${t("stepFree")}` : ""}
          </span>
        ) : null}
        {course.countedBy === "people" ? (
          <span className="quiet block">
            {t("zone")} <bdi>{zoneCity(course.zone, locale)}</bdi>
          </span>
        ) : null}
      </Fact>
      {course.languages.length > 0 ? (
        <Fact label={t("languages")}>
          {list(
            course.languages.map((l) => languageName(l, locale)),
            locale,
          )}
        </Fact>
      ) : null}
      {course.trainers.length > 0 ? (
        <Fact label={t("trainers")}>
          {course.trainers.map((p) => (
            <span key={p.id} className="block">
              <PersonName {...p} />
            </span>
          ))}
        </Fact>
      ) : null}
      {course.costs ? (
        <Fact label={t("costs")}>
          <Say text={course.costs} />
        </Fact>
      ) : null}
      {course.countedBy === "people" ? (
        <Fact label={t("selection")}>{t(`selectionHow.${course.admission}`)}</Fact>
      ) : null}
      <Fact label={t("programme")}>
        <Say text={course.programmeTitle} />
      </Fact>
    </dl>
  );
}
