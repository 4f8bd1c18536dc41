import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/app/_ui/kit/Notice";
import type { GrantedCourse } from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { curriculumNews } from "@/lib/courses/queries";
import { allows } from "@/lib/courses/rules";
import { fullDay } from "@/lib/i18n/format";
import { isolate, type Locale, shownIn } from "@/lib/i18n/rules";
import { dayAt } from "@/lib/time/zone";

/** That a newer curriculum of a tool is there than the course was planned with, and the way to what would change. */
export async function CurriculumNews({
  cx,
  course,
  mayMove,
}: {
  cx: Context;
  course: GrantedCourse<"course.read">;
  mayMove: boolean;
}) {
  if (!allows(course.state, "plan")) return null;
  const news = curriculumNews(cx, course);
  if (news.length === 0) return null;
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("curriculum");
  return (
    <Notice>
      {news.map(({ toolTitle, since }) => (
        <p key={shownIn(toolTitle, locale)}>
          {t("newer", {
            tool: isolate(shownIn(toolTitle, locale), locale),
            day: fullDay(dayAt(since, course.zone), locale),
          })}
        </p>
      ))}
      {mayMove ? (
        <p>
          <Link href={`/desk/courses/${course.id}/curriculum`} prefetch={false}>
            {t("see")}
          </Link>
        </p>
      ) : null}
    </Notice>
  );
}
