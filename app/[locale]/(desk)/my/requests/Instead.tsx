import { useLocale, useTranslations } from "next-intl";
import { fullDay, weekdayDay } from "@/lib/i18n/format";
import { commas, isolate, nameFor } from "@/lib/i18n/rules";
import type { ShownRequest } from "@/lib/requests/queries";
import { sameYear } from "@/lib/time/civil";

/** Whom or which time somebody named instead of what they were asked for; nothing where they named none. */
export function Instead({
  answer: { other, otherDay, otherTime, sessionId, groupId },
  begins,
}: {
  answer: Pick<ShownRequest, "other" | "otherDay" | "otherTime" | "sessionId" | "groupId">;
  /** The first civil day of the course. */
  begins: string | null;
}) {
  const locale = useLocale();
  const t = useTranslations("asks");
  // Another first day of the course may be of another year.
  const dayOf = otherDay && begins && !sameYear(otherDay, begins) ? fullDay : weekdayDay;
  const what = commas(
    [
      other ? isolate(nameFor(other, locale), locale) : null,
      otherDay
        ? sessionId === null && groupId === null
          ? t("firstDay", { day: isolate(dayOf(otherDay, locale), locale) })
          : dayOf(otherDay, locale)
        : null,
      otherTime ? isolate(otherTime, locale) : null,
    ],
    locale,
  );
  return what ? <p>{t("instead", { what })}</p> : null;
}
