import { getTranslations } from "next-intl/server";
import { publicContext } from "@/app/_server/context";
import { sharedAs } from "@/app/_server/shared";
import { shows } from "@/app/_server/shows";
import { catalogue } from "@/lib/courses/queries";
import { catalogueSchema } from "@/lib/courses/schema";
import { clock } from "@/lib/time/clock";
import { CatalogueRows } from "./courses/CatalogueRows";
import { NoCourses } from "./courses/NoCourses";

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];
export const generateMetadata = () => sharedAs("home");

/** The first page for anybody: what Cascade is, the next courses, and where to verify a certificate. */
export default async function Home() {
  await shows("courses");
  const t = await getTranslations("home");
  const now = clock();
  const { courses } = catalogue(publicContext(), catalogueSchema.parse({}));
  return (
    <>
      <div className="grid gap-4 pb-8 sm:py-8">
        <h1 className="text-2xl sm:text-3xl max-w-[24ch]">{t("title")}</h1>
        <p className="text-lg">{t("lead")}</p>
        <p className="flex flex-wrap gap-3">
          <a href="/courses" className="button-main">
            {t("find")}
          </a>
          <a href="/verify" className="button">
            {t("verify")}
          </a>
          <a href="/sign-in" className="button">
            {t("signIn")}
          </a>
        </p>
      </div>
      <section className="grid gap-4">
        <h2>{t("next")}</h2>
        {courses.length > 0 ? (
          <CatalogueRows courses={courses.slice(0, 4)} now={now} under="h3" />
        ) : (
          <NoCourses filtered={false} />
        )}
      </section>
    </>
  );
}
