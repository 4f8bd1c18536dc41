import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { passedOver, type SearchParams } from "@/app/_server/asked";
import { cascadeAsked } from "@/app/_server/cascadeAsked";
import { requireContext } from "@/app/_server/context";
import { readersDay } from "@/app/_server/zone";
import { addressWith } from "@/app/_ui/kit/address";
import { Empty } from "@/app/_ui/kit/Empty";
import { FacetBar } from "@/app/_ui/kit/FacetBar";
import { ListNotes } from "@/app/_ui/kit/ListNotes";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { PrintButton } from "@/app/_ui/kit/PrintButton";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import { cascadeList } from "@/lib/cascade/queries";
import { countryName, fullDay } from "@/lib/i18n/format";
import { inLanguage, type Locale } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";
import { LeftOut } from "./_numbers/LeftOut";
import { PeriodForm } from "./_numbers/PeriodForm";
import { PeriodSaid } from "./_numbers/PeriodSaid";
import { Sum } from "./_numbers/Sum";
import { Tots } from "./TotTable";
import "@/app/_ui/kit/table-paper.css";

export const generateMetadata = async () => ({ title: (await getTranslations("cascade"))("title") });

const path = "/desk/cascade";
/** What came of the trainings of trainers of the viewer's programmes: the first ones, each with all that followed. */
export default async function Cascades({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("cascade.read", path);
  const reach = gate.reach(cx, "cascade.read");
  const { after, filter, chosen, programmes, tools, asks } = await cascadeAsked(cx, reach, searchParams);
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("cascade");
  const { first, sum, leftOut, next, choices } = cascadeList(cx, reach, filter, asks.said, after);
  const narrowed = { ...chosen, ...asks.said };
  const day = fullDay(await readersDay(cx), locale);
  return (
    <>
      <PageHead
        title={t("title")}
        under={
          <>
            {t("lead", { day })} <PeriodSaid period={asks.said} />
          </>
        }
        action={
          first.length > 0 && asks.period ? (
            <span className="flex flex-wrap gap-2 print:hidden">
              <a href={addressWith("/api/files/cascade", narrowed)} className="button" download>
                {(await getTranslations("trainerTable"))("download")}
              </a>
              <MoreMessages of={["sheet"]}>
                <PrintButton quiet />
              </MoreMessages>
            </span>
          ) : null
        }
      />
      <ListNotes gone={await passedOver(searchParams, chosen, ["after", "from", "to"])} />
      {choices.any ? (
        <FacetBar
          path={path}
          said={asks.said}
          facets={[
            {
              name: "programme",
              label: t("programme"),
              chosen: chosen.programme,
              options: programmes.map(({ id, title }) => ({
                value: String(id),
                label: <Say text={programmeCalled(title)} />,
              })),
            },
            {
              name: "country",
              label: t("country"),
              chosen: chosen.country,
              options: choices.countries.map((one) => ({ ...one, label: countryName(one.value, locale) })),
            },
            {
              name: "tool",
              label: t("tool"),
              chosen: chosen.tool,
              options: tools.map(({ id, title }) => ({
                value: String(id),
                label: <bdi>{inLanguage(title, locale).text}</bdi>,
              })),
            },
            {
              name: "year",
              label: t("year"),
              chosen: chosen.year,
              options: choices.years.map((one) => ({ ...one, label: one.value })),
            },
          ]}
        />
      ) : null}
      {choices.any ? <PeriodForm path={path} kept={chosen} asked={asks} /> : null}
      {asks.period === null ? null : first.length === 0 ? (
        <Empty title={choices.any ? t("noneFits") : t("none")}>
          {choices.any ? (
            <Link href={path}>{t("showAll")}</Link>
          ) : (
            <>
              <p>{t("noneNext")}</p>
              <Link href="/desk/courses">{t("toCourses")}</Link>
            </>
          )}
        </Empty>
      ) : (
        <div className="grid gap-6 columns-on-paper many-on-paper">
          <Sum numbers={sum} listed={first.length} />
          <Tots tots={first} said={{ tool: chosen.tool, ...asks.said }} />
          <LeftOut leftOut={leftOut} />
          <p className="quiet max-w-prose">
            {t("means")} {t("womenMeans")} {next || after ? t("ofThisPage") : null}
          </p>
        </div>
      )}
      {next && asks.period ? (
        <NextPage href={addressWith(path, { ...narrowed, after: String(next) })} />
      ) : null}
    </>
  );
}
