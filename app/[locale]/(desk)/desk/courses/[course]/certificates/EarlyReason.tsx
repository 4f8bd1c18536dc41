import { useLocale, useTranslations } from "next-intl";
import { TextField } from "@/app/_ui/form/fields";
import { isEarly } from "@/lib/certificates/rules/preparing";
import type { Course } from "@/lib/courses/queries";
import { fullDay } from "@/lib/i18n/format";

/** Asks why a certificate is issued before the last day of the course; nothing from that day on. */
export function EarlyReason({ course, today }: { course: Course; today: string }) {
  const locale = useLocale();
  const t = useTranslations("certificates");
  return isEarly(course, today) && course.endsOn ? (
    <TextField
      name="reason"
      label={t("earlyReason")}
      hint={t("earlyHint", { day: fullDay(course.endsOn, locale) })}
    />
  ) : null;
}
