import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CourseDates } from "@/app/_ui/CourseLine";
import { Say } from "@/app/_ui/Say";
import type { LeftOutLines } from "@/lib/cascade/queries";
import { dotBetween } from "@/lib/i18n/rules";

/** So many stand unfolded. */
const few = 5;

/** The courses of these trainers that are not counted here, each with why: other pages count them. */
export async function LeftOut({ leftOut: { courses, count } }: { leftOut: LeftOutLines }) {
  if (count === 0) return null;
  const t = await getTranslations("cascade");
  return (
    <details open={count <= few} suppressHydrationWarning>
      <summary className="min-h-11 content-center">{t("leftOut", { count })}</summary>
      <ul className="grid gap-1">
        {courses.map(({ why, ...course }) => (
          <li key={course.id}>
            <Link
              href={`/desk/courses/${course.id}`}
              prefetch={false}
              className="inline-flex items-center min-h-11"
            >
              <span>
                <Say text={course.title} />
              </span>
            </Link>{" "}
            <span className="quiet">
              <CourseDates course={course} short />
              {dotBetween}
              {t(`leftOutWhy.${why}`)}
            </span>
          </li>
        ))}
      </ul>
      {count > courses.length ? (
        <p className="quiet">{t("moreLeftOut", { count: count - courses.length })}</p>
      ) : null}
    </details>
  );
}
