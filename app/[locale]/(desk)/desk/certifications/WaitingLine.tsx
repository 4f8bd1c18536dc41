import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/app/_ui/kit/Badge";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { modulesSaid } from "@/app/_ui/modulesSaid";
import { FirstName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, nameInSentence } from "@/lib/i18n/rules";
import type { WaitingRow } from "@/lib/stages/queries/certifications";

/** Who, for which tool and modules, recommended by whom and since when, and why another one decides; the name leads to the evidence. */
export async function WaitingLine({ row }: { row: WaitingRow }) {
  const locale = await getLocale();
  const t = await getTranslations("decide");
  const errors = await getTranslations("errors");
  const { elses } = row;
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link href={row.href} prefetch={false}>
          <FirstName of={row.person} />
        </Link>
        {row.towards ? <Badge tone="info">{t(`towards.${row.towards}`)}</Badge> : null}
        {row.before ? <Badge tone="neutral">{t("towards.confirmed")}</Badge> : null}
        {row.exception ? <Badge tone="attention">{t("byException")}</Badge> : null}
      </p>
      <p className="flex flex-wrap gap-x-2">
        <ToolMark tool={row.tool} />
        {row.modules.length > 0 ? <span>{modulesSaid(row.modules, t("whole"), locale)}</span> : null}
        <Say text={row.programme} />
      </p>
      {row.neverTaught.length > 0 ? (
        <p className="text-attention">
          {t("neverTaught", { modules: modulesSaid(row.neverTaught, t("whole"), locale) })}
        </p>
      ) : null}
      <p className="quiet">
        {row.by ? t("by", { name: nameInSentence(row.by, locale) }) : null}
        {row.by ? dotBetween : null}
        {row.before && row.until
          ? t("before", { from: fullDay(row.before, locale), until: fullDay(row.until, locale) })
          : fullDay(row.day, locale)}
      </p>
      {row.question ? (
        <div className="grid">
          <p className="quiet">
            {row.question.own
              ? t("askedBeforeYours", { day: fullDay(row.question.day, locale) })
              : t("askedBefore", {
                  name: row.question.by ? nameInSentence(row.question.by, locale) : "Cascade",
                  day: fullDay(row.question.day, locale),
                })}
          </p>
          <p className="whitespace-pre-line">
            <Written>{row.question.words}</Written>
          </p>
        </div>
      ) : null}
      {row.before || row.exception || row.question ? (
        <p className="whitespace-pre-line">
          <Written>{row.words}</Written>
        </p>
      ) : null}
      {row.needless ? <p>{t("noException")}</p> : null}
      {row.onWay && !elses ? (
        <p>
          <Link href={row.href} prefetch={false} className="inline-flex items-center min-h-11">
            {t("exceptionThere")}
          </Link>
        </p>
      ) : null}
      {elses ? (
        <p className="quiet">
          {elses === "recommenderDecides" || elses === "ownEntry" ? t("yours") : errors(elses)}
        </p>
      ) : null}
    </div>
  );
}
