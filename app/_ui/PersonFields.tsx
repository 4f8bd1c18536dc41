import { useLocale, useTranslations } from "next-intl";
import { localeNames, locales } from "@/lib/i18n/rules";
import type { CountryChoices } from "@/lib/places/queries";
import { countryOptions } from "./countryOptions";
import { SelectField, TextField } from "./Form";

/** The fields of a person, as in every form that holds them. */
export function PersonFields({ countries }: { countries: CountryChoices }) {
  const locale = useLocale();
  const t = useTranslations("person");
  const c = useTranslations("countries");
  const optional = t("optional");
  return (
    <>
      <TextField name="name" label={t("name")} hint={t("nameHint")} autoComplete="off" />
      <TextField name="latinName" label={t("latinName")} optional={optional} dir="ltr" autoComplete="off" />
      <TextField
        name="phone"
        type="tel"
        inputMode="tel"
        label={t("phone")}
        optional={optional}
        dir="ltr"
        autoComplete="off"
      />
      <TextField
        name="email"
        type="email"
        inputMode="email"
        label={t("email")}
        optional={optional}
        dir="ltr"
        autoComplete="off"
      />
      <SelectField
        name="language"
        label={t("language")}
        options={locales.map((l) => ({ value: l, label: localeNames[l] }))}
      />
      <SelectField
        name="country"
        label={t("country")}
        optional={optional}
        empty={t("noCountry")}
        options={countryOptions(countries, locale, { inUse: c("inUse"), others: c("others") })}
      />
      <TextField name="organisation" label={t("organisation")} optional={optional} />
      <TextField name="position" label={t("position")} optional={optional} />
    </>
  );
}

/** A person's row as the fields hold it. */
export const personDefaults = (p: {
  name: string;
  latinName: string | null;
  phone: string | null;
  email: string | null;
  language: string;
  country: string | null;
  organisation: string | null;
  position: string | null;
  version: number;
}) => ({
  name: p.name,
  latinName: p.latinName ?? "",
  phone: p.phone ?? "",
  email: p.email ?? "",
  language: p.language,
  country: p.country ?? "",
  organisation: p.organisation ?? "",
  position: p.position ?? "",
  version: String(p.version),
});
