import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { modulesSaid } from "@/app/_ui/modulesSaid";
import { FirstName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import { wordsOf } from "@/app/_words/fault";
import type { FieldFault } from "@/lib/faults";
import { fullDay, tenths, wholeNumber } from "@/lib/i18n/format";
import { dotBetween, type Locale, nameInSentence } from "@/lib/i18n/rules";
import type { WaitingRow } from "@/lib/stages/queries/certifications";
import { ApproveManyForm } from "../../_stages/decideForms";
import { GateLine } from "../../_stages/GateLine";
import { Agreements, Remark } from "../../_stages/Observation";

/** A fault in the words of the page. */
export async function faultWords() {
  const locale = await getLocale();
  const errors = await getTranslations("errors");
  return (fault: FieldFault) => errors(fault.code as "notFound", wordsOf(fault, locale as Locale));
}

/** Who would be certified for what, until when and on what evidence, and who would not and why. */
export async function Preview({ rows }: { rows: readonly WaitingRow[] }) {
  const locale = await getLocale();
  const t = await getTranslations("decide");
  const why = await faultWords();
  const ready = rows.filter(({ fault }) => fault === null);
  const not = rows.filter(({ fault }) => fault !== null);
  return (
    <section className="card grid gap-4" aria-labelledby="preview">
      <h2 id="preview">{t("previewTitle")}</h2>
      {ready.length > 0 ? (
        <ApproveManyForm className="grid gap-4">
          <ul className="grid gap-4">
            {ready.map((row, index) => (
              <li key={row.recommendationId}>
                <Hidden name={`rows.${index}.recommendationId`} value={row.recommendationId} />
                <Hidden name={`rows.${index}.seen`} value={row.seen} />
                <Line row={row}>
                  {t(row.ended ? "toConfirmedEnded" : row.before ? "toConfirmed" : "validUntil", {
                    day: fullDay(row.until, locale),
                  })}
                </Line>
              </li>
            ))}
          </ul>
          <div>
            <Submit busy={t("saving")}>{t("approveMany", { count: ready.length })}</Submit>
          </div>
        </ApproveManyForm>
      ) : null}
      {not.length > 0 ? (
        <ul className="grid gap-4">
          {not.map((row) => (
            <li key={row.recommendationId}>
              <Line row={row}>{why(row.fault!)}</Line>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** One of them: who, for which tool and modules in which programme, what becomes of it, and on what evidence. */
async function Line({ row, children }: { row: WaitingRow; children: ReactNode }) {
  const locale = await getLocale();
  const t = await getTranslations("decide");
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-3">
        <Link href={row.href} prefetch={false} className="inline-flex items-center min-h-11">
          <FirstName of={row.person} />
        </Link>
        <ToolMark tool={row.tool} />
        <span>{modulesSaid(row.modules, t("whole"), locale)}</span>
        <Say text={row.programme} />
      </p>
      <p>{children}</p>
      {row.evidence ? (
        <AtOnce evidence={row.evidence} of={row.person} />
      ) : (
        <p className="whitespace-pre-line quiet">
          <Written>{row.words}</Written>
        </p>
      )}
      <p>
        <Link href={`${row.href}#evidence`} prefetch={false} className="inline-flex items-center min-h-11">
          {t("evidenceThere")}
        </Link>
      </p>
    </div>
  );
}

/** Each condition, met or missing, and what observers gave: mean and lowest, and whether it was read. */
async function AtOnce({
  evidence: { conditions, observations },
  of,
}: {
  evidence: NonNullable<WaitingRow["evidence"]>;
  of: WaitingRow["person"];
}) {
  const locale = await getLocale();
  const t = await getTranslations("observing");
  const g = await getTranslations("gates");
  return (
    <ul className="grid gap-1">
      {conditions.map((one) => (
        <li key={one.gate}>
          <GateLine name={g(`name.${one.gate}`)} state={one} unread={{ count: one.unread, of }} />
        </li>
      ))}
      {observations.map((one) => (
        <li key={one.id}>
          <p>
            {t("by", { name: one.by ? nameInSentence(one.by, locale) : "–", day: fullDay(one.day, locale) })}
            {dotBetween}
            {t("mean", {
              ...{ mean: tenths(one.mean, locale), mark: tenths(one.asked.mark, locale) },
              asks: one.asked.mean ? "yes" : "no",
            })}
            {dotBetween}
            {t("lowest", {
              lowest: wholeNumber(one.lowest, locale),
              least: wholeNumber(one.asked.least, locale),
            })}
            {one.reached ? null : `${dotBetween}${t("notReached")}`}
          </p>
          <Agreements one={one} />
          <Remark one={one} of={of} />
        </li>
      ))}
    </ul>
  );
}
