import { getLocale, getTranslations } from "next-intl/server";
import { asking, oneOf, query, type SearchParams, text } from "@/app/_server/asked";
import { publicContext } from "@/app/_server/context";
import { sharedAs } from "@/app/_server/shared";
import { addressWith } from "@/app/_ui/kit/address";
import { Empty } from "@/app/_ui/kit/Empty";
import { FacetBar } from "@/app/_ui/kit/FacetBar";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { placeOptions } from "@/app/_ui/placeOptions";
import { countryName, languageName } from "@/lib/i18n/format";
import { governorateNamesOf } from "@/lib/i18n/governorates";
import { courseLanguages, type Locale, shownIn } from "@/lib/i18n/rules";
import { programmeDays } from "@/lib/programmes/queries";
import { publicChoices, publicRegister } from "@/lib/trainers/queries";
import { TrainerRows } from "./TrainerRows";

const path = "/trainers";
const asked = asking({
  q: query,
  tool: text,
  country: text,
  governorate: text,
  place: text,
  language: oneOf(courseLanguages),
  after: text,
});

export const generateMetadata = () => sharedAs("publicTrainers");

/** The public register: trainers who are certified now and agreed to be found, without any contact of theirs. */
export default async function PublicTrainers({ searchParams }: { searchParams: SearchParams }) {
  const cx = publicContext();
  const today = programmeDays(cx);
  const { q, after, ...said } = await asked(searchParams);
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("publicTrainers");
  const choices = publicChoices(cx, today);
  const place = choices.places.find(({ typed }) => said.place !== null && typed.includes(said.place));
  const narrowed = {
    language: said.language,
    tool: choices.tools.find(({ code }) => code === said.tool)?.code ?? null,
    country: choices.countries.find((code) => code === said.country) ?? null,
    governorate: choices.governorates.find((code) => code === said.governorate) ?? null,
    place: place?.typed[0] ?? null,
  };
  const { trainers, next } = q.fault
    ? { trainers: [], next: null }
    : publicRegister(cx, { q: q.q, ...narrowed, place: place?.typed ?? null, after }, today);
  const filtered = q.typed !== "" || Object.values(narrowed).some(Boolean);
  return (
    <>
      <PageHead title={t("title")} under={t("lead")} />
      <FacetBar
        path={path}
        said={{ lang: locale }}
        search={{ label: t("search"), query: q }}
        facets={[
          {
            name: "tool",
            label: t("tool"),
            chosen: narrowed.tool,
            options: choices.tools.map(({ code, title }) => ({ value: code, label: shownIn(title, locale) })),
          },
          {
            name: "country",
            label: t("country"),
            chosen: narrowed.country,
            options: choices.countries.map((value) => ({ value, label: countryName(value, locale) })),
          },
          {
            name: "governorate",
            label: t("governorate"),
            chosen: narrowed.governorate,
            options: governorateNamesOf(choices.governorates, locale),
          },
          {
            name: "place",
            label: t("place"),
            chosen: narrowed.place,
            options: placeOptions(choices.places, locale),
          },
          {
            name: "language",
            label: t("language"),
            chosen: narrowed.language,
            options: choices.languages.map((value) => ({ value, label: languageName(value, locale) })),
          },
        ]}
      />
      {trainers.length > 0 ? (
        <TrainerRows trainers={trainers} />
      ) : filtered ? (
        <Empty title={t("noneFits")}>
          <a href={addressWith(path, { lang: locale })} className="button">
            {t("showAll")}
          </a>
        </Empty>
      ) : (
        <Empty title={t("none")}>
          <p>{t("noneYet")}</p>
          <a href="/contact" className="button">
            {t("toContact")}
          </a>
        </Empty>
      )}
      {next ? (
        <NextPage href={addressWith(path, { q: q.typed, ...narrowed, after: next, lang: locale })} />
      ) : null}
    </>
  );
}
