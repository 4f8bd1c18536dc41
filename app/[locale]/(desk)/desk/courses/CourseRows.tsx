import Link from "next/link";
import { useTranslations } from "next-intl";
import { CourseDates, CoursePlace, ToolBadges } from "@/app/_ui/CourseLine";
import { Say } from "@/app/_ui/Say";
import { FictionalMark, NumbersMark, StateBadge, WorkshopBadges } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import type { deskCourses } from "@/lib/courses/queries";

/** Courses as rows, as the desk shows them. */
export function CourseRows({ courses }: { courses: ReturnType<typeof deskCourses>["courses"] }) {
  const t = useTranslations("desk");
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t("course")}</th>
          <th>{t("dates")}</th>
          <th>{t("tools")}</th>
          <th>{t("places")}</th>
          <th>{t("state")}</th>
        </tr>
      </thead>
      <tbody>
        {courses.map((c) => (
          <tr key={c.id}>
            <td>
              <span>
                <Link href={`/desk/courses/${c.id}`} prefetch={false} className="font-semibold">
                  <Say text={c.title} />
                </Link>
                <span className="quiet block">
                  <CoursePlace course={c} /> · <Written>{c.programme}</Written>{" "}
                  {c.fictional ? <FictionalMark /> : null}
                  {c.countedBy === "numbers" ? <NumbersMark /> : null}
                </span>
              </span>
            </td>
            <td data-label={t("dates")}>
              <CourseDates course={c} short />
            </td>
            <td data-label={t("tools")}>
              <ToolBadges tools={c.tools} />
            </td>
            <td data-label={t("places")}>
              {c.countedBy === "people" ? t("taken", { taken: c.seatsTaken, capacity: c.capacity }) : null}
            </td>
            <td data-label={t("state")}>
              <span className="inline-flex flex-wrap gap-1">
                <StateBadge course={c} />
                <WorkshopBadges course={c} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
