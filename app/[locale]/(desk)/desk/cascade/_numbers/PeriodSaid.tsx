import { useLocale, useTranslations } from "next-intl";
import type { Period } from "@/lib/cascade/rules/period";
import { fullDay } from "@/lib/i18n/format";

/** Which workshops are counted, where it is not all of them: those that began within a period. */
export function PeriodSaid({ period: { from, to } }: { period: Period }) {
  const locale = useLocale();
  const t = useTranslations("cascade");
  if (!from && !to) return null;
  const day = (at: string | null) => (at ? fullDay(at, locale) : "");
  return (
    <span className="block">
      {t("periodSaid", { has: from && to ? "both" : from ? "from" : "to", from: day(from), to: day(to) })}
    </span>
  );
}
