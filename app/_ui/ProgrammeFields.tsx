import { useLocale, useTranslations } from "next-intl";
import { localeNames } from "@/lib/i18n/rules";
import { ChoiceField, TextField } from "./Form";
import { countryName } from "./format";

/** The fields of a programme. */
export function ProgrammeFields({ countries }: { countries: readonly string[] }) {
  const locale = useLocale();
  const t = useTranslations("programmes");
  const optional = t("optional");
  return (
    <>
      <TextField name="code" label={t("code")} hint={t("codeHint")} />
      <TextField name="titleEn" label={t("titleIn", { language: localeNames.en })} />
      <TextField name="titleFr" label={t("titleIn", { language: localeNames.fr })} optional={optional} />
      <TextField name="titleAr" label={t("titleIn", { language: localeNames.ar })} optional={optional} />
      <TextField name="donor" label={t("donor")} optional={optional} />
      <TextField name="partners" label={t("partners")} optional={optional} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="startsOn" type="date" label={t("startsOn")} optional={optional} />
        <TextField name="endsOn" type="date" label={t("endsOn")} optional={optional} />
      </div>
      <TextField name="issuer" label={t("issuer")} hint={t("issuerHint")} />
      <ChoiceField
        name="countries"
        many
        columns
        label={t("countries")}
        options={countries.map((code) => ({ value: code, label: countryName(code, locale) }))}
      />
    </>
  );
}
