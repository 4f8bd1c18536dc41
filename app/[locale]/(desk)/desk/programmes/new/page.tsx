import { getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { Submit } from "@/app/_ui/form/fields";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { ProgrammeFields } from "@/app/_ui/ProgrammeFields";
import { countryChoices } from "@/lib/places/queries";
import { NewProgrammeForm } from "../forms";

export const generateMetadata = async () => ({ title: (await getTranslations("programmes"))("new") });

/** Adding a programme. */
export default async function NewProgramme() {
  const cx = await requireContext("programmes.create", "/desk/programmes/new");
  const t = await getTranslations("programmes");
  return (
    <div className="max-w-xl">
      <PageHead title={t("new")} />
      <NewProgrammeForm
        draft={{ of: `${cx.viewer.accountId} new programme` }}
        defaults={{ approvesWorkshops: "yes", hoursADay: "8" }}
      >
        <ProgrammeFields countries={countryChoices(cx)} />
        <div>
          <Submit busy={t("saving")}>{t("add")}</Submit>
        </div>
      </NewProgrammeForm>
    </div>
  );
}
