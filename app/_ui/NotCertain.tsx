import { useLocale, useTranslations } from "next-intl";
import type { CourseState } from "@/lib/courses/rules";
import { isTentative } from "@/lib/courses/rules";
import { fullDay } from "@/lib/i18n/format";

/** That it is not certain yet whether a course takes place, and when that will be; nothing where it is. */
export function NotCertain({
  course,
}: {
  course: { state: CourseState; decideBy: string | null; confirmedAt: number | null };
}) {
  const t = useTranslations("goAhead");
  const locale = useLocale();
  return isTentative(course) && course.decideBy ? (
    <span className="block font-semibold">{t("notCertain", { day: fullDay(course.decideBy, locale) })}</span>
  ) : null;
}
