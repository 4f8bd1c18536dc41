import { getLocale, getTranslations } from "next-intl/server";
import { pageKeyOf, type SearchParams } from "@/app/_server/asked";
import { certifiedAsked } from "@/app/_server/certifiedAsked";
import { requireContext } from "@/app/_server/context";
import { readersDay } from "@/app/_server/zone";
import { addressWith } from "@/app/_ui/kit/address";
import { Empty } from "@/app/_ui/kit/Empty";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import * as gate from "@/lib/access/gate";
import { fullDay } from "@/lib/i18n/format";
import { isolate } from "@/lib/i18n/rules";
import { certifiedOnDay } from "@/lib/stages/queries/certifiedOn";
import { Asked } from "./Asked";
import { CertifiedTable } from "./CertifiedTable";

const path = "/desk/trainers/certified";
export const generateMetadata = async () => ({ title: (await getTranslations("renewal"))("asOf.title") });

/** Who was certified on a day for a tool or some of its modules, by what is recorded today about that day. */
export default async function CertifiedOnADay({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("trainers.read", path);
  const locale = await getLocale();
  const today = await readersDay(cx);
  const asked = await certifiedAsked(cx, today, searchParams);
  const { tools, tool, day, wrong, modules, offered, countries, country } = asked;
  // Of what is no day nothing is shown: who was certified on another one is no answer.
  const found =
    tool && !wrong
      ? certifiedOnDay(
          cx,
          gate.reach(cx, "trainers.read"),
          { day, toolId: tool.id, modules, country },
          asked.after,
        )
      : { rows: [], next: null };
  const address = { day, tool: tool ? String(tool.id) : null, modules: modules.join(",") || null, country };
  const t = await getTranslations("renewal");
  const errors = await getTranslations("errors");
  return (
    <>
      <PageHead title={t("asOf.title")} under={t("asOf.lead")} />
      <Asked
        path={path}
        day={asked.typed}
        fault={wrong ? errors("dateInvalid") : null}
        tools={tools}
        tool={tool?.id ?? null}
        modules={offered.map((code) => ({ code, chosen: modules.includes(code) }))}
        countries={countries}
        country={country}
      />
      {day > today ? (
        <Notice>{t("asOf.toCome", { today: isolate(fullDay(today, locale), locale) })}</Notice>
      ) : null}
      {found.rows.length > 0 ? (
        <p className="mb-4">
          <a href={addressWith("/api/files/trainers/certified", address)} className="button" download>
            {(await getTranslations("trainerTable"))("download")}
          </a>
        </p>
      ) : null}
      {wrong ? null : found.rows.length === 0 ? (
        <Empty title={t("asOf.none")}>{t("asOf.noneNext")}</Empty>
      ) : (
        <CertifiedTable rows={found.rows} day={day} locale={locale} />
      )}
      {found.next ? (
        <NextPage href={addressWith(path, { ...address, after: pageKeyOf("certified", found.next) })} />
      ) : null}
    </>
  );
}
