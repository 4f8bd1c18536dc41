import { useLocale, useTranslations } from "next-intl";
import { EndMarks, WayMarks } from "@/app/_ui/CertifiedMarks";
import { modulesSaid } from "@/app/_ui/modulesSaid";
import { narrowYearDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/rules";
import { holds } from "@/lib/stages/rules/path";
import type { RegisterWay } from "@/lib/trainers/queries";

/** Where somebody is on the way with a tool, until when that holds, and what they were certified by out of the ordinary. */
export function Ways({ ways }: { ways: readonly RegisterWay[] }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("trainers");
  const s = useTranslations("stages");
  const whole = useTranslations("decide")("whole");
  return ways.map(({ programmeId, stage, validUntil, ends, ...way }) => (
    <span key={programmeId} className="block text-sm max-md:wrap-anywhere">
      {s(`stage.${stage}`)}{" "}
      {holds(stage) && ends.length > 1 ? (
        ends.map((one) => (
          <span key={`${one.until} ${one.codes.join()}`} className="block quiet">
            {s("certifiedUntil", {
              modules: modulesSaid(one.codes, whole, locale),
              day: narrowYearDay(one.until, locale),
            })}{" "}
            <EndMarks end={one} doubted={way.doubted} />
          </span>
        ))
      ) : validUntil && holds(stage) ? (
        <span className="quiet">{t("status.valid", { day: narrowYearDay(validUntil, locale) })}</span>
      ) : null}
      <WayMarks way={way} several={holds(stage) && ends.length > 1} />
    </span>
  ));
}
