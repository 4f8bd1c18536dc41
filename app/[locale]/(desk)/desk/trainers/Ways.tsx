import { useLocale, useTranslations } from "next-intl";
import { CertifiedMarks } from "@/app/_ui/CertifiedMarks";
import { narrowYearDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/rules";
import { holds } from "@/lib/stages/rules/path";
import type { RegisterWay } from "@/lib/trainers/queries";

/** Where somebody is on the way with a tool, until when that holds, and what they were certified by out of the ordinary. */
export function Ways({ ways }: { ways: readonly RegisterWay[] }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("trainers");
  const s = useTranslations("stages");
  return ways.map(({ programmeId, stage, validUntil, before, byException, doubted }) => (
    <span key={programmeId} className="block text-sm max-md:wrap-anywhere">
      {s(`stage.${stage}`)}{" "}
      {validUntil && holds(stage) ? (
        <span className="quiet">{t("status.valid", { day: narrowYearDay(validUntil, locale) })}</span>
      ) : null}
      <CertifiedMarks before={before} byException={byException} doubted={doubted} />
    </span>
  ));
}
