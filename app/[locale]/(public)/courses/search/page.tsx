import { getLocale, getTranslations } from "next-intl/server";
import { asking, query, type SearchParams } from "@/app/_server/asked";
import { publicContext } from "@/app/_server/context";
import { addressWith } from "@/app/_ui/kit/address";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { catalogue, catalogueChoices } from "@/lib/courses/queries";
import { catalogueSchema } from "@/lib/courses/schema";
import { clock } from "@/lib/time/clock";
import { CatalogueFilters } from "../CatalogueFilters";
import { CatalogueRows } from "../CatalogueRows";
import { NoCourses } from "../NoCourses";

const asked = asking({ ...catalogueSchema.shape, q: query });
type Props = { searchParams: SearchParams };

/** Names what is searched for, so that one of several searches is found again. */
export async function generateMetadata({ searchParams }: Props) {
  const t = await getTranslations("catalogue");
  const { q } = await asked(searchParams);
  return { title: q.typed ? t("titleFor", { query: q.typed }) : t("titleFiltered") };
}

/** The catalogue with a search or filters; a filter that makes no sense is passed over. */
export default async function CatalogueSearch({ searchParams }: Props) {
  const t = await getTranslations("catalogue");
  const now = clock();
  const { q, ...rest } = await asked(searchParams);
  const filter = { ...rest, q: q.q };
  const { courses, next } = q.fault ? { courses: [], next: null } : catalogue(publicContext(), filter);
  const { tool, country, language, from } = filter;
  const again = { q: filter.q, tool, country, language, from, after: next, lang: await getLocale() };
  return (
    <>
      <PageHead
        title={t("title")}
        under={<span role="status">{t("found", { count: courses.length })}</span>}
      />
      <CatalogueFilters choices={catalogueChoices(publicContext())} filter={filter} query={q} />
      {courses.length > 0 ? <CatalogueRows courses={courses} now={now} /> : <NoCourses filtered />}
      {next ? <NextPage href={addressWith("/courses/search", again)} /> : null}
    </>
  );
}
