import { useLocale, useTranslations } from "next-intl";
import { zoneOfCourse } from "@/lib/i18n/zoneNames";

/** By the clock of which city the times of a list are, once for all of them. */
export function ClockOf({ course }: { course: Parameters<typeof zoneOfCourse>[0] }) {
  const t = useTranslations("timetable");
  return (
    <p className="quiet">
      {t("zone")} <bdi>{zoneOfCourse(course, useLocale())}</bdi>
    </p>
  );
}
