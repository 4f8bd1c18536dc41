import { getTranslations } from "next-intl/server";
import { publicContext } from "@/app/_server/context";
import { sharedAs } from "@/app/_server/shared";
import { shows } from "@/app/_server/shows";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { publicContacts } from "@/lib/programmes/queries";
import { ProgrammeContacts } from "./ProgrammeContacts";

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];
export const generateMetadata = () => sharedAs("contact");

/** Whom to ask, whoever one is. */
export default async function Contact() {
  // An event of a programme, and of a course that makes it one with courses, touches this.
  await shows("courses");
  const t = await getTranslations("contact");
  return (
    <div className="max-w-2xl">
      <PageHead title={t("title")} under={t("lead")} />
      <div className="grid gap-6">
        <p>{t("own")}</p>
        <ProgrammeContacts contacts={publicContacts(publicContext())} />
        <p>{t("about")}</p>
      </div>
    </div>
  );
}
