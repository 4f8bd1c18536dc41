import { useLocale, useTranslations } from "next-intl";
import { ChoiceField, Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { weekdayName } from "@/app/_words/weekdays";
import type { countryDetail } from "@/lib/places/queries";
import { weekdays } from "@/lib/programmes/rules";
import { CountryForm } from "../../forms";

type Country = NonNullable<ReturnType<typeof countryDetail>>;

/** Zone and weekend of a country, as they are proposed for new courses. */
export function CountryFields({ country, zones }: { country: Country; zones: string[] }) {
  const locale = useLocale();
  const t = useTranslations("settings");
  return (
    <CountryForm
      done={t("saved")}
      defaults={{
        version: country.version,
        zone: country.zone,
        weekend: country.weekend.map(String),
      }}
    >
      <Hidden name="country" value={country.code} />
      <TextField name="zone" label={t("zone")} hint={t("zoneHint")} list="zones" dir="ltr" />
      <datalist id="zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <ChoiceField
        name="weekend"
        many
        columns
        label={t("weekend")}
        hint={t("weekendHint")}
        options={weekdays.map((day) => ({ value: day, label: weekdayName(Number(day), locale) }))}
      />
      <div>
        <Submit busy={t("saving")}>{t("saveCountry")}</Submit>
      </div>
    </CountryForm>
  );
}
