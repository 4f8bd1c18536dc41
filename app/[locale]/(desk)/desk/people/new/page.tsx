import { getLocale, getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/_server/viewer";
import { Submit } from "@/app/_ui/Form";
import { PersonFields } from "@/app/_ui/PersonFields";
import { PageHead } from "@/app/_ui/parts";
import { countryList } from "@/lib/programmes/queries";
import { NewPersonForm } from "../forms";

export const generateMetadata = async () => ({ title: (await getTranslations("people"))("new") });

/** Adding a person, with or without phone and e-mail. */
export default async function NewPerson() {
  const viewer = await requireViewer("people.edit", "/desk/people/new");
  const t = await getTranslations("people");
  return (
    <div className="max-w-xl">
      <PageHead title={t("new")} under={t("newLead")} />
      <NewPersonForm defaults={{ language: await getLocale() }}>
        <PersonFields countries={countryList(viewer).map((c) => c.code)} />
        <div>
          <Submit busy={t("saving")}>{t("add")}</Submit>
        </div>
      </NewPersonForm>
    </div>
  );
}
