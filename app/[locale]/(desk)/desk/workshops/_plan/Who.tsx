import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ChoiceField, TextArea, TextField } from "@/app/_ui/form/fields";
import { OrganisationChoice, type OrganisationOffered } from "./OrganisationChoice";
import type { Offered } from "./offered";

/** For whom a workshop is, and who trains in it too. */
export async function Who({
  offered,
  trainers,
  organisations,
}: {
  offered: Pick<Offered, "languages">;
  /** Whom the trainer may want beside them. */
  trainers: ReactNode;
  /** Those of the programmes, to choose from; others are added by their names. */
  organisations: readonly OrganisationOffered[];
}) {
  const t = await getTranslations("workshop");
  const optional = t("optional");
  return (
    <>
      <OrganisationChoice organisations={organisations} />
      <TextArea
        name="newOrganisations"
        label={t("newOrganisations")}
        hint={t("newOrganisationsHint")}
        optional={optional}
        rows={2}
      />
      <TextField name="audience" label={t("audience")} hint={t("audienceHint")} optional={optional} />
      <TextField name="capacity" inputMode="numeric" label={t("capacity")} dir="ltr" />
      <ChoiceField name="languages" many columns label={t("languages")} options={offered.languages} />
      {trainers}
    </>
  );
}
