import { getLocale, getTranslations } from "next-intl/server";
import * as z from "zod";
import { asking, key, pageKey, pageKeyOf, type SearchParams, text } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { readersDay } from "@/app/_server/zone";
import { addressWith } from "@/app/_ui/kit/address";
import { Empty } from "@/app/_ui/kit/Empty";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import * as gate from "@/lib/access/gate";
import { toolsToday } from "@/lib/curriculum/queries";
import { countriesInUse } from "@/lib/places/queries";
import { certifiedOnDay } from "@/lib/stages/queries/certifiedOn";
import { isCivilDay } from "@/lib/time/civil";
import { readDay } from "@/lib/time/typed";
import { Asked } from "./Asked";
import { CertifiedTable } from "./CertifiedTable";

const path = "/desk/trainers/certified";
const codes = z
  .union([z.string(), z.array(z.string())])
  .transform((said) =>
    [said]
      .flat()
      .flatMap((some) => some.split(","))
      .filter(Boolean)
      .slice(0, 50),
  )
  .catch([]);
const asked = asking({ day: text, tool: key, modules: codes, country: text, after: pageKey("certified") });

export const generateMetadata = async () => ({ title: (await getTranslations("renewal"))("asOf.title") });

/** Who was certified on a day for a tool or some of its modules, by what is recorded today about that day. */
export default async function CertifiedOnADay({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("trainers.read", path);
  const said = await asked(searchParams);
  const locale = await getLocale();
  const tools = toolsToday(cx);
  const tool = tools.find(({ id }) => id === said.tool) ?? tools[0];
  const typed = readDay(said.day ?? "");
  const today = await readersDay(cx);
  const day = isCivilDay(typed) ? typed : today;
  // A tool that is one module has no code for it, and nothing to choose.
  const all = [
    ...new Set(tool?.versions.flatMap(({ modules }) => modules.map(({ code }) => code)) ?? []),
  ].filter(Boolean);
  const modules = all.filter((code) => said.modules.includes(code));
  const countries = countriesInUse(cx);
  const country = countries.find((code) => code === said.country) ?? null;
  const found = tool
    ? certifiedOnDay(
        cx,
        gate.reach(cx, "trainers.read"),
        { day, toolId: tool.id, modules, country },
        said.after.at,
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
        fault={said.day && !isCivilDay(typed) ? errors("dateInvalid") : null}
        tools={tools}
        tool={tool?.id ?? null}
        modules={all.map((code) => ({ code, chosen: modules.includes(code) }))}
        countries={countries}
        country={country}
      />
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
