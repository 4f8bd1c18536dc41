import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, isolate, type Locale, nameInSentence } from "@/lib/i18n/rules";
import type { WaitingCounts, WaitingOne } from "@/lib/stages/queries/waits";

/**
 * How many recommendations, certifications from before and certifications that rest on what was struck out wait for a decision of the
 * viewer, of one alone with whom it is about and since when; nothing where none does.
 */
export function CertificationsWaiting({ counts }: { counts: WaitingCounts & { one: WaitingOne | null } }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("today");
  const { recommended, renewals, before, doubted, one } = counts;
  if (recommended + renewals + before + doubted === 0) return null;
  return (
    <Link href="/desk/certifications" prefetch={false} className="card grid gap-1">
      {recommended > 0 ? <span>{t("certifications", { count: recommended })}</span> : null}
      {renewals > 0 ? <span>{t("renewals", { count: renewals })}</span> : null}
      {before > 0 ? <span>{t("before", { count: before })}</span> : null}
      {one ? (
        <span className="quiet">
          {nameInSentence(one.person, locale)}
          {dotBetween}
          {t("became.waits", { day: isolate(fullDay(one.since, locale), locale) })}
        </span>
      ) : null}
      {doubted > 0 ? <span>{t("doubted", { count: doubted })}</span> : null}
    </Link>
  );
}
