import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, asSaid, type SearchParams, ticked } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Empty } from "@/app/_ui/kit/Empty";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { FirstName } from "@/app/_ui/PersonName";
import { Written } from "@/app/_ui/Written";
import { wordsOf } from "@/app/_words/fault";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, type Locale, nameFor, nameInSentence } from "@/lib/i18n/rules";
import { certificationsPage, type WaitingRow } from "@/lib/stages/queries/deciding";
import { ApproveManyForm, StrikeBeforeForm } from "../../_stages/decideForms";
import { WithReason } from "../../_stages/Words";

const asked = asking({ of: ticked, done: asSaid });

export const generateMetadata = async () => ({ title: (await getTranslations("decide"))("waiting") });

/** Who waits for a decision on their certification; of those that are ticked, what approving them would give. */
export default async function Certifications({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("stage.approve", "/desk/certifications");
  const { of, done } = await asked(searchParams);
  const [, approved, left] = /^(\d{1,3})-(\d{1,3})$/.exec(done ?? "") ?? [];
  const { waiting, preview, renewals } = certificationsPage(cx, of);
  const locale = await getLocale();
  const t = await getTranslations("decide");
  return (
    <div className="grid gap-6 max-w-3xl">
      <PageHead title={t("waiting")} under={t("waitingLead")} />
      {approved ? <Notice>{t("approvedMany", { approved, left: left ?? "0" })}</Notice> : null}
      {waiting.length + renewals.length === 0 ? <Empty title={t("noneWaiting")} /> : null}
      {preview.length > 0 ? (
        <MoreMessages of={["decide"]}>
          <Preview rows={preview} />
        </MoreMessages>
      ) : null}
      {waiting.length > 0 ? (
        <form method="get" className="grid gap-3">
          <ul className="grid gap-2">
            {waiting.map((row) => (
              <li key={row.recommendationId} className="card flex gap-3 items-start">
                <input
                  type="checkbox"
                  name="of"
                  value={row.recommendationId}
                  defaultChecked={of.includes(row.recommendationId)}
                  aria-label={nameFor(row.person, locale)}
                />
                <Row row={row} />
              </li>
            ))}
          </ul>
          <div>
            <button type="submit" className="button">
              {t("preview")}
            </button>
          </div>
        </form>
      ) : null}
      {waiting.some(({ before }) => before) ? <NotConfirmed rows={waiting} /> : null}
      {renewals.length > 0 ? (
        <section className="grid gap-2" aria-labelledby="renewals">
          <h2 id="renewals">{t("renewalsWaiting")}</h2>
          <p className="quiet">{t("renewalsLead")}</p>
          <ul className="grid gap-2">
            {renewals.map((row) => (
              <li key={row.recommendationId} className="card">
                <Row row={row} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

/** Certifications from before that the viewer may strike out instead of confirming them, each with the reason. */
async function NotConfirmed({ rows }: { rows: readonly WaitingRow[] }) {
  const locale = await getLocale();
  const t = await getTranslations("decide");
  return (
    <MoreMessages of={["decide"]}>
      {rows
        .filter(({ before }) => before)
        .map((row) => (
          <WithReason
            key={row.recommendationId}
            title={`${t("strikeBefore")} ${nameFor(row.person, locale)}`}
            form={StrikeBeforeForm}
            keys={<Hidden name="entryId" value={row.recommendationId} />}
            label={t("reason")}
            now={t("strikeNow")}
            busy={t("saving")}
          />
        ))}
    </MoreMessages>
  );
}

/** Who, for which tool and modules, recommended by whom and since when; the name leads to the evidence. */
async function Row({ row }: { row: WaitingRow }) {
  const locale = await getLocale();
  const t = await getTranslations("decide");
  return (
    <div className="grid gap-1">
      <Link href={row.href} prefetch={false}>
        <FirstName of={row.person} />
      </Link>
      <p className="flex flex-wrap gap-x-2">
        <ToolMark tool={row.tool} />
        <bdi>{row.modules.map((code) => code || t("whole")).join(", ")}</bdi>
        <bdi>{row.programme}</bdi>
      </p>
      <p className="quiet">
        {row.by ? t("by", { name: nameInSentence(row.by, locale) }) : null}
        {row.by ? dotBetween : null}
        {row.before && row.until
          ? t("before", { from: fullDay(row.before.from, locale), until: fullDay(row.until, locale) })
          : fullDay(row.day, locale)}
      </p>
      {row.before ? (
        <p>
          <Written>{row.before.words}</Written>
        </p>
      ) : null}
    </div>
  );
}

/** Who would be certified for what and until when, and who would not and why. */
async function Preview({ rows }: { rows: readonly WaitingRow[] }) {
  const locale = await getLocale();
  const t = await getTranslations("decide");
  const errors = await getTranslations("errors");
  const why = (fault: NonNullable<WaitingRow["fault"]>) =>
    errors(fault.code as "notFound", wordsOf(fault, locale as Locale));
  const ready = rows.filter(({ fault }) => fault === null);
  const not = rows.filter(({ fault }) => fault !== null);
  return (
    <section className="card grid gap-4" aria-labelledby="preview">
      <h2 id="preview">{t("previewTitle")}</h2>
      {ready.length > 0 ? (
        <ApproveManyForm className="grid gap-3">
          <ul className="grid gap-1">
            {ready.map((row, index) => (
              <li key={row.recommendationId}>
                <Hidden name={`rows.${index}.recommendationId`} value={row.recommendationId} />
                <Hidden name={`rows.${index}.seen`} value={row.seen} />
                <FirstName of={row.person} />
                {dotBetween}
                <bdi>{row.modules.map((code) => code || t("whole")).join(", ")}</bdi>
                {dotBetween}
                {t(row.before ? "toConfirmed" : "validUntil", { day: fullDay(row.until, locale) })}
              </li>
            ))}
          </ul>
          <div>
            <Submit busy={t("saving")}>{t("approveMany", { count: ready.length })}</Submit>
          </div>
        </ApproveManyForm>
      ) : null}
      {not.length > 0 ? (
        <ul className="grid gap-1">
          {not.map((row) => (
            <li key={row.recommendationId}>
              <FirstName of={row.person} />
              {dotBetween}
              {why(row.fault!)}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
