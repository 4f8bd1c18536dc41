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
      <fieldset className="grid gap-4">
        <legend className="font-semibold mb-1">{t("issuer")}</legend>
        <p className="quiet">{t("issuerHint")}</p>
        <TextField name="issuerEn" label={t("issuerIn", { language: localeNames.en })} />
        <TextField name="issuerFr" label={t("issuerIn", { language: localeNames.fr })} optional={optional} />
        <TextField name="issuerAr" label={t("issuerIn", { language: localeNames.ar })} optional={optional} />
      </fieldset>
      <fieldset className="grid gap-4">
        <legend className="font-semibold mb-1">{t("contact")}</legend>
        <p className="quiet">{t("contactHint")}</p>
        <TextField name="contactName" label={t("contactName")} optional={optional} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="contactPhone" type="tel" dir="ltr" label={t("contactPhone")} optional={optional} />
          <TextField
            name="contactEmail"
            type="email"
            dir="ltr"
            label={t("contactEmail")}
            optional={optional}
          />
        </div>
      </fieldset>
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
