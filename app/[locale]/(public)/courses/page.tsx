import { getLocale, getTranslations } from "next-intl/server";
import { publicContext } from "@/app/_server/context";
import { sharedAs } from "@/app/_server/shared";
import { shows } from "@/app/_server/shows";
import { addressWith } from "@/app/_ui/kit/address";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { catalogue, catalogueChoices } from "@/lib/courses/queries";
import { catalogueSchema } from "@/lib/courses/schema";
import { clock } from "@/lib/time/clock";
import { CatalogueFilters } from "./CatalogueFilters";
import { CatalogueRows } from "./CatalogueRows";
import { NoCourses } from "./NoCourses";

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];
export const generateMetadata = () => sharedAs("catalogue");

/** The catalogue of open courses, without filters: kept per language. */
export default async function Catalogue() {
  await shows("courses");
  const t = await getTranslations("catalogue");
  const now = clock();
  const filter = catalogueSchema.parse({});
  const { courses, next } = catalogue(publicContext(), filter);
  return (
    <>
      <PageHead title={t("title")} under={t("lead")} />
      <CatalogueFilters choices={catalogueChoices(publicContext())} filter={filter} />
      {courses.length > 0 ? <CatalogueRows courses={courses} now={now} /> : <NoCourses filtered={false} />}
      {next ? (
        <NextPage href={addressWith("/courses/search", { after: next, lang: await getLocale() })} />
      ) : null}
    </>
  );
}
