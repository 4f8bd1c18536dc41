import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, asSaid, keys, oneOf, type SearchParams, text, ticked } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { Hidden } from "@/app/_ui/form/fields";
import { Empty } from "@/app/_ui/kit/Empty";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import type { FieldFault } from "@/lib/faults";
import { fullDay } from "@/lib/i18n/format";
import { commas, dotBetween, inLanguage, isolate, nameFor, nameInSentence } from "@/lib/i18n/rules";
import { certificationsPage, type WaitingRow } from "@/lib/stages/queries/certifications";
import { StrikeBeforeForm } from "../../_stages/decideForms";
import { TypedMeanwhile } from "../../_stages/TypedMeanwhile";
import { WithReason } from "../../_stages/Words";
import { DoubtedRow } from "./DoubtedRow";
import { faultWords, Preview } from "./Preview";
import { WaitingLine } from "./WaitingLine";

const asked = asking({ of: ticked, show: asSaid, approved: keys, left: keys });
const changed = asking({ done: oneOf(["changed"]), typed: text });

/** The form of the boxes, which stand outside of it, as each line has forms of its own; where the page is read on once it was sent. */
const chosenForm = "chosen";

export const generateMetadata = async () => ({ title: (await getTranslations("decide"))("waiting") });

/** Who waits for a decision on their certification; of those that are ticked, what approving them would give. */
export default async function Certifications({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("stage.approve", "/desk/certifications");
  const { show, ...chosen } = await asked(searchParams);
  const { done: overtaken, typed } = await changed(searchParams);
  const { waiting, preview, gone, renewals, doubted, done } = certificationsPage(cx, chosen);
  const locale = await getLocale();
  const t = await getTranslations("decide");
  const nothing = show !== null && preview.length + gone.length === 0;
  return (
    <div className="grid gap-6 max-w-3xl">
      <PageHead title={t("waiting")} under={t("waitingLead")} />
      {overtaken ? <Notice tone="attention">{t("done.changed")}</Notice> : null}
      <TypedMeanwhile cx={cx} typed={typed} />
      <Done done={done} />
      {gone.length > 0 ? (
        <Notice tone="attention" title={t("goneNow")}>
          <Meanwhile rows={gone} />
        </Notice>
      ) : null}
      {waiting.length + renewals.length + doubted.length === 0 ? <Empty title={t("noneWaiting")} /> : null}
      {waiting.length > 0 ? (
        <MoreMessages of={["decide", "stageEntry"]}>
          <ul className="grid gap-2">
            {waiting.map((row) => (
              <li key={row.recommendationId} className="card flex gap-3 items-start">
                {row.elses || row.onWay ? null : (
                  <input
                    type="checkbox"
                    name="of"
                    form={chosenForm}
                    value={row.recommendationId}
                    defaultChecked={chosen.of.includes(row.recommendationId)}
                    aria-label={nameFor(row.person, locale)}
                    aria-describedby={nothing ? "nothing-ticked" : undefined}
                  />
                )}
                <div className="grid gap-2">
                  <WaitingLine row={row} />
                  {row.before && !row.elses ? <NotConfirmed row={row} /> : null}
                </div>
              </li>
            ))}
          </ul>
          {waiting.some(({ elses, onWay }) => elses === null && !onWay) ? (
            <form id={chosenForm} method="get" action={`#${chosenForm}`} className="grid gap-2">
              {/* The same ticks once more are another address: else a browser only goes to the place on the page, as it was. */}
              <input type="hidden" name="at" value={cx.now} />
              {nothing ? (
                <p id="nothing-ticked" role="alert" className="text-stop">
                  {t("nothingTicked")}
                </p>
              ) : null}
              <div>
                <button type="submit" name="show" value="1" className="button">
                  {t("preview")}
                </button>
              </div>
            </form>
          ) : null}
          {preview.length > 0 ? <Preview rows={preview} /> : null}
        </MoreMessages>
      ) : null}
      {doubted.length > 0 ? (
        <section className="grid gap-2" aria-labelledby="doubted">
          <h2 id="doubted">{t("doubtedTitle")}</h2>
          <p className="quiet">{t("doubtDecide")}</p>
          <ul className="grid gap-2">
            {doubted.map((row) => (
              <DoubtedRow key={row.id} row={row} />
            ))}
          </ul>
        </section>
      ) : null}
      {renewals.length > 0 ? (
        <section className="grid gap-2" aria-labelledby="renewals">
          <h2 id="renewals">{t("renewalsWaiting")}</h2>
          <p className="quiet">{t("renewalsLead")}</p>
          <ul className="grid gap-2">
            {renewals.map((row) => (
              <li key={row.recommendationId} className="card">
                <WaitingLine row={row} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

type Page = ReturnType<typeof certificationsPage>;

type Named = Pick<Page["gone"][number], "person" | "tool">;

/** Says whom something is about, each with the tool. */
async function calledOf() {
  const locale = await getLocale();
  const t = await getTranslations("decide");
  return (rows: readonly Named[]) =>
    commas(
      rows.map(({ person, tool }) =>
        t("nameAndTool", {
          name: nameInSentence(person, locale),
          tool: isolate(inLanguage(tool.title, locale).text, locale),
        }),
      ),
      locale,
    );
}

/** Who was not approved: what somebody did meanwhile, what stands in the way, or that it changed since it was looked at. */
async function Meanwhile({
  rows,
}: {
  rows: readonly (Page["gone"][number] & { fault?: FieldFault | null })[];
}) {
  const locale = await getLocale();
  const t = await getTranslations("decide");
  const [why, called] = [await faultWords(), await calledOf()];
  const happened = ({ meanwhile, fault }: (typeof rows)[number]) =>
    meanwhile
      ? [
          t(`kind.${meanwhile.kind}`),
          t("by", { name: meanwhile.by ? nameInSentence(meanwhile.by, locale) : "Cascade" }),
          fullDay(meanwhile.day, locale),
        ].join(dotBetween)
      : fault
        ? why(fault)
        : t("changedSince");
  return (
    <ul className="grid gap-1">
      {rows.map((row) => (
        <li key={row.recommendationId}>
          <Link href={row.href} prefetch={false} className="inline-flex items-center min-h-11">
            {called([row])}
          </Link>
          {dotBetween}
          {happened(row)}
        </li>
      ))}
    </ul>
  );
}

/** Whom the viewer just certified or confirmed, by name; and, where there are any, who stays as they were and why. */
async function Done({ done: { approved, left } }: { done: Page["done"] }) {
  const t = await getTranslations("decide");
  const called = await calledOf();
  const certified = approved.filter(({ before }) => before === null);
  const confirmed = approved.filter(({ before }) => before !== null);
  return (
    <>
      {approved.length > 0 ? (
        <Notice tone="ok">
          {certified.length > 0 ? (
            <p>{t("certifiedNow", { count: certified.length, names: called(certified) })}</p>
          ) : null}
          {confirmed.length > 0 ? (
            <p>{t("confirmedNow", { count: confirmed.length, names: called(confirmed) })}</p>
          ) : null}
        </Notice>
      ) : null}
      {left.length > 0 ? (
        <Notice tone="attention" title={t("leftNow")}>
          <Meanwhile rows={left} />
        </Notice>
      ) : null}
    </>
  );
}

/** A certification from before that the viewer may strike out instead of confirming it, with the reason. */
async function NotConfirmed({ row }: { row: WaitingRow }) {
  const locale = await getLocale();
  const t = await getTranslations("decide");
  return (
    <WithReason
      title={t("strikeBefore", {
        name: nameInSentence(row.person, locale),
        tool: isolate(inLanguage(row.tool.title, locale).text, locale),
      })}
      form={StrikeBeforeForm}
      keys={<Hidden name="entryId" value={row.recommendationId} />}
      label={t("reason")}
      now={t("strikeNow")}
      busy={t("saving")}
    />
  );
}
