import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/_server/viewer";
import { ChoiceField, Hidden, Submit, TextField } from "@/app/_ui/Form";
import { countryName, fullDay, weekdayName } from "@/app/_ui/format";
import { PageHead, Say } from "@/app/_ui/parts";
import { countryDetail, countryList } from "@/lib/programmes/queries";
import { weekdays } from "@/lib/programmes/rules";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { CountryForm } from "../../forms";

/** One country: zone and weekend as they are proposed for new courses, and its coming holidays. */
export default async function EditCountry({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const viewer = await requireViewer(
    "countries.edit",
    `/desk/settings/countries/${encodeURIComponent(code)}`,
  );
  const country = countryDetail(viewer, code, dayAt(clock(), "UTC"));
  if (!country) notFound();
  const locale = await getLocale();
  const t = await getTranslations("settings");
  const zones = [...new Set(countryList(viewer).map((c) => c.zone))].sort();
  return (
    <div className="max-w-xl grid gap-6">
      <PageHead
        title={countryName(country.code, locale)}
        under={<Link href="/desk/settings">{t("back")}</Link>}
      />
      <CountryForm done={t("saved")} defaults={{ zone: country.zone, weekend: country.weekend.map(String) }}>
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
      <section className="grid gap-2">
        <h2>{t("holidays")}</h2>
        <p className="quiet">{t("holidaysElsewhere")}</p>
        {country.holidays.length === 0 ? <p>{t("noHolidays")}</p> : null}
        <ul className="grid gap-1">
          {country.holidays.map((h) => (
            <li key={h.day}>
              {fullDay(h.day, locale)} · <Say text={h.name} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
