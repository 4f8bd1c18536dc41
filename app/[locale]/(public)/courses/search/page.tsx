import { getTranslations } from "next-intl/server";
import { publicContext } from "@/app/_server/context";
import { NextPage } from "@/app/_ui/NextPage";
import { PageHead } from "@/app/_ui/PageHead";
import { catalogue, catalogueChoices } from "@/lib/courses/queries";
import { catalogueSchema } from "@/lib/courses/schema";
import { readQuery } from "@/lib/names/rules";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { CatalogueFilters } from "../CatalogueFilters";
import { CatalogueRows } from "../CatalogueRows";
import { NoCourses } from "../NoCourses";

export const generateMetadata = async () => ({ title: (await getTranslations("catalogue"))("title") });

type Search = Promise<Record<string, string | string[] | undefined>>;

/** The catalogue with a search or filters; a filter that makes no sense is passed over. */
export default async function CatalogueSearch({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations("catalogue");
  const now = clock();
  const today = dayAt(now, "UTC");
  const search = await searchParams;
  const query = readQuery(search.q);
  const filter = { ...catalogueSchema.parse(search), q: query.q };
  const { courses, next } = query.fault
    ? { courses: [], next: null }
    : catalogue(publicContext(), filter, today);
  const again = new URLSearchParams();
  for (const name of ["q", "tool", "country", "language", "from"] as const)
    if (filter[name]) again.set(name, filter[name]);
  if (next) again.set("after", next);
  return (
    <>
      <PageHead
        title={t("title")}
        under={<span role="status">{t("found", { count: courses.length })}</span>}
      />
      <CatalogueFilters choices={catalogueChoices(publicContext(), today)} filter={filter} query={query} />
      {courses.length > 0 ? <CatalogueRows courses={courses} now={now} /> : <NoCourses filtered />}
      {next ? <NextPage href={`/courses/search?${again}`} /> : null}
    </>
  );
}
