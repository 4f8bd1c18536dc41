import { getLocale, getTranslations } from "next-intl/server";
import type { Lack } from "@/lib/certificates/rules/lacks";
import { hours, percent } from "@/lib/i18n/format";

/**
 * Says in the reader's language what somebody lacks for a certificate. While a course goes on (`goesOn`), attendance is so
 * much still to come and not so much that was missed.
 */
export async function lackWords(
  course: { plannedMinutes: number },
  goesOn = false,
): Promise<(lack: Lack) => string> {
  const locale = await getLocale();
  const t = await getTranslations("certificates");
  return (lack) => {
    switch (lack.kind) {
      case "attendance":
        return t(goesOn ? "unmet.attendanceToCome" : "unmet.attendance", {
          percent: percent(lack.percent, locale),
          needed: percent(lack.needed, locale),
          missing: hours(lack.minutesMissing, locale),
        });
      case "post_test":
        return lack.score === null
          ? t("unmet.noPostTest", { needed: percent(lack.needed, locale) })
          : t("unmet.postTest", {
              score: percent(lack.score, locale),
              needed: percent(lack.needed, locale),
            });
      case "micro_teaching":
        return t(goesOn ? "unmet.microTeaching" : "unmet.noMicroTeaching");
      case "no_sessions":
        return course.plannedMinutes > 0 ? t("unmet.nothingCounts") : t("unmet.noSessions");
      case "not_attended":
        return t("lack.notAttended");
      case "no_place":
        return t("lack.noPlace");
      case "participation":
        return t(`lack.participation.${lack.status}`);
    }
  };
}
