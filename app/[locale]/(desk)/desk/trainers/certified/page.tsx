import { getLocale, getTranslations } from "next-intl/server";
import { pageKeyOf, type SearchParams } from "@/app/_server/asked";
import { certifiedAsked } from "@/app/_server/certifiedAsked";
import { requireContext } from "@/app/_server/context";
import { readersDay } from "@/app/_server/zone";
import { addressWith } from "@/app/_ui/kit/address";
import { Empty } from "@/app/_ui/kit/Empty";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import * as gate from "@/lib/access/gate";
import { certifiedOnDay } from "@/lib/stages/queries/certifiedOn";
import { Asked } from "./Asked";
import { CertifiedTable } from "./CertifiedTable";

const path = "/desk/trainers/certified";
export const generateMetadata = async () => ({ title: (await getTranslations("renewal"))("asOf.title") });

/** Who was certified on a day for a tool or some of its modules, by what is recorded today about that day. */
export default async function CertifiedOnADay({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("trainers.read", path);
  const locale = await getLocale();
  const asked = await certifiedAsked(cx, await readersDay(cx), searchParams);
  const { tools, tool, day, modules, offered, countries, country } = asked;
  const found = tool
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
        day={day}
        fault={asked.wrong ? errors("dateInvalid") : null}
        tools={tools}
        tool={tool?.id ?? null}
        modules={offered.map((code) => ({ code, chosen: modules.includes(code) }))}
        countries={countries}
        country={country}
      />
      {found.rows.length > 0 && !asked.wrong ? (
        <p className="mb-4">
          <a href={addressWith("/api/files/trainers/certified", address)} className="button" download>
            {(await getTranslations("trainerTable"))("download")}
          </a>
        </p>
      ) : null}
      {found.rows.length === 0 ? (
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
