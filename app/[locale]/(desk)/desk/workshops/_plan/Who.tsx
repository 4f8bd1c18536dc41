import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ChoiceField, TextField } from "@/app/_ui/form/fields";
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
  /** Those known in the country, to choose from; another one is typed. */
  organisations: readonly string[];
}) {
  const t = await getTranslations("workshop");
  const optional = t("optional");
  return (
    <>
      <TextField
        name="audience"
        label={t("audience")}
        hint={t("audienceHint")}
        optional={optional}
        list="audiences"
      />
      <datalist id="audiences">
        {organisations.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextField name="capacity" inputMode="numeric" label={t("capacity")} dir="ltr" />
      <ChoiceField name="languages" many columns label={t("languages")} options={offered.languages} />
      {trainers}
    </>
  );
}
