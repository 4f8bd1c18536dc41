import { useLocale, useTranslations } from "next-intl";
import { DayField } from "@/app/_ui/form/days";
import { CheckField, ChoiceField, SelectField, TextField } from "@/app/_ui/form/fields";
import { localeNames } from "@/lib/i18n/rules";
import type { CountryChoices } from "@/lib/places/queries";
import { moreCountries } from "@/lib/programmes/rules";
import { countryOptions } from "./countryOptions";

/** The fields of a programme. Countries in use, and those that it has, are boxes; a few more are chosen of all others. */
export function ProgrammeFields({
  countries,
  chosen = [],
}: {
  countries: CountryChoices;
  chosen?: readonly string[];
}) {
  const locale = useLocale();
  const t = useTranslations("programmes");
  const optional = t("optional");
  const boxes = [...new Set([...countries.inUse, ...chosen])];
  const others = countryOptions(
    { inUse: [], others: countries.others.filter((code) => !chosen.includes(code)) },
    locale,
  );
  return (
    <>
      <TextField name="code" label={t("code")} hint={t("codeHint")} />
      <TextField name="titleEn" label={t("titleIn", { language: localeNames.en })} />
      <TextField name="titleFr" label={t("titleIn", { language: localeNames.fr })} optional={optional} />
      <TextField name="titleAr" label={t("titleIn", { language: localeNames.ar })} optional={optional} />
      <TextField name="donor" label={t("donor")} optional={optional} />
      <TextField name="partners" label={t("partners")} optional={optional} />
      <div className="fields fields-2">
        <DayField name="startsOn" label={t("startsOn")} optional={optional} />
        <DayField
          name="endsOn"
          near="startsOn"
          label={t("endsOn")}
          hint={t("endsOnHint")}
          optional={optional}
        />
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
        name="approvesWorkshops"
        label={t("approvesWorkshops")}
        options={(["yes", "no"] as const).map((value) => ({ value, label: t(`approves.${value}`) }))}
      />
      <TextField
        name="hoursADay"
        label={t("hoursADay")}
        hint={t("hoursADayHint")}
        inputMode="numeric"
        dir="ltr"
      />
      <CheckField
        name="trainersTakeSecondStep"
        label={t("trainersTakeSecondStep")}
        hint={t("trainersTakeSecondStepHint")}
      />
      {boxes.length > 0 ? (
        <ChoiceField
          name="countries"
          many
          columns
          label={t("countries")}
          options={countryOptions({ inUse: [], others: boxes }, locale)}
        />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-3">
        {moreCountries.map((name, i) => (
          <SelectField
            key={name}
            name={name}
            label={boxes.length === 0 && i === 0 ? t("country") : t("moreCountries")}
            optional={boxes.length === 0 && i === 0 ? undefined : optional}
            empty={t("noMoreCountry")}
            options={others}
          />
        ))}
      </div>
    </>
  );
}
