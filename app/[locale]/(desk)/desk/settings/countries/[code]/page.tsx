import Link from "next/link";
import { notFound } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { ChoiceField, Hidden, Submit, TextField } from "@/app/_ui/Form";
import { countryName, fullDay, list, weekdayName } from "@/app/_ui/format";
import { Fact, PageHead, Say } from "@/app/_ui/parts";
import { mayAnywhere } from "@/lib/access/rules";
import { fieldIn } from "@/lib/fields";
import { type Locale, localeNames, locales, readersFirst } from "@/lib/i18n/rules";
import { countryDetail, countryList } from "@/lib/programmes/queries";
import { weekdays } from "@/lib/programmes/rules";
import { isCivilDay } from "@/lib/time/civil";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import {
  CountryForm,
  HolidayEditForm,
  HolidayForm,
  HolidayRemovalForm,
  HolidayRestoreForm,
} from "../../forms";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type Country = NonNullable<ReturnType<typeof countryDetail>>;
type Holiday = Country["holidays"][number];

/** One country: zone and weekend as they are proposed for new courses, and its holidays from this year on, by year. */
export default async function CountryPage({ params, searchParams }: Props) {
  const { code } = await params;
  const cx = await requireContext("settings.read", `/desk/settings/countries/${encodeURIComponent(code)}`);
  const thisYear = dayAt(clock(), "UTC").slice(0, 4);
  const country = countryDetail(cx, code, `${thisYear}-01-01`);
  if (!country) notFound();
  const asked = await searchParams;
  const locale = await getLocale();
  const t = await getTranslations("settings");
  const mayHolidays = mayAnywhere(cx.viewer, "holidays.edit");
  const years = [...new Set(country.holidays.map((h) => h.day.slice(0, 4)))];
  const { changed } = asked;
  const removed = typeof asked.removed === "string" && isCivilDay(asked.removed) ? asked.removed : null;
  return (
    <div className="max-w-2xl grid gap-8">
      <PageHead
        title={countryName(country.code, locale)}
        under={<Link href="/desk/settings">{t("back")}</Link>}
      />
      {mayAnywhere(cx.viewer, "countries.edit") ? (
        <CountryFields country={country} zones={[...new Set(countryList(cx).map((c) => c.zone))].sort()} />
      ) : (
        <dl className="grid gap-3">
          <Fact label={t("zone")}>
            <bdi dir="ltr">{country.zone}</bdi>
          </Fact>
          <Fact label={t("weekend")}>
            {country.weekend.length === 0
              ? t("noWeekend")
              : list(
                  country.weekend.map((day) => weekdayName(day, locale)),
                  locale,
                )}
          </Fact>
        </dl>
      )}
      <section id="holidays" className="grid gap-3 scroll-mt-4">
        <h2>{t("holidays")}</h2>
        <p className="quiet">{t(mayHolidays ? "holidaysHint" : "holidaysAsk")}</p>
        {removed && mayHolidays && !country.holidays.some((h) => h.day === removed) ? (
          <HolidayRestoreForm className="rounded-card bg-ok-tint text-ok p-3 flex flex-wrap gap-3 items-center justify-between">
            <p role="status">{t("holidayRemoved", { day: fullDay(removed, locale) })}</p>
            <Hidden name="country" value={country.code} />
            <Hidden name="day" value={removed} />
            <Submit tone="quiet" busy={t("saving")}>
              {t("putBack")}
            </Submit>
          </HolidayRestoreForm>
        ) : null}
        {typeof changed === "string" && country.holidays.some((h) => h.day === changed) ? (
          <p role="status" className="rounded-card bg-ok-tint text-ok p-3">
            {t("saved")}
          </p>
        ) : null}
        {years.length === 0 ? <p>{t("noHolidays")}</p> : null}
        {years.map((year) => (
          <section key={year} className="grid gap-1">
            <h3>{year}</h3>
            <ul className="grid">
              {country.holidays
                .filter((h) => h.day.startsWith(year))
                .map((h) => (
                  <li key={h.day} className="border-t border-line py-1">
                    {mayHolidays && asked.edit === h.day ? (
                      <HolidayFields holiday={h} />
                    ) : (
                      <HolidayRow holiday={h} mayEdit={mayHolidays} />
                    )}
                  </li>
                ))}
            </ul>
          </section>
        ))}
        {mayHolidays ? (
          <HolidayForm
            className="card grid gap-4 sm:grid-cols-2"
            label={t("addHoliday")}
            done={t("holidayAdded")}
          >
            <Hidden name="country" value={country.code} />
            <Hidden name="language" value={locale} />
            <TextField name="day" type="date" label={t("day")} />
            <TextField name="name" label={t("holidayName")} />
            <div>
              <Submit tone="quiet" busy={t("saving")}>
                {t("addHoliday")}
              </Submit>
            </div>
          </HolidayForm>
        ) : null}
      </section>
    </div>
  );
}

function CountryFields({ country, zones }: { country: Country; zones: string[] }) {
  const locale = useLocale();
  const t = useTranslations("settings");
  return (
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
  );
}

function HolidayRow({ holiday: h, mayEdit }: { holiday: Holiday; mayEdit: boolean }) {
  const locale = useLocale();
  const t = useTranslations("settings");
  const day = fullDay(h.day, locale);
  return (
    <div className="flex flex-wrap gap-x-3 items-center">
      <p className="grow">
        {day} · <Say text={h.name} />
        {h.byMoon ? <span className="quiet block">{t("byMoon")}</span> : null}
      </p>
      {mayEdit ? (
        <>
          <Link
            href={`/desk/settings/countries/${h.country}?edit=${h.day}#holiday`}
            prefetch={false}
            className="button"
          >
            <span className="sr-only">{t("changeHolidayOf", { day })}</span>
            <span aria-hidden="true">{t("changeHoliday")}</span>
          </Link>
          <HolidayRemovalForm className="" label={t("removeHolidayOf", { day })}>
            <Hidden name="country" value={h.country} />
            <Hidden name="day" value={h.day} />
            <Submit tone="quiet" busy={t("saving")}>
              {t("remove")}
            </Submit>
          </HolidayRemovalForm>
        </>
      ) : null}
    </div>
  );
}

function HolidayFields({ holiday: h }: { holiday: Holiday }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("settings");
  return (
    <div id="holiday" className="card grid gap-4 scroll-mt-4">
      <HolidayEditForm
        className="grid gap-4"
        label={t("changeHolidayOf", { day: fullDay(h.day, locale) })}
        defaults={{
          day: h.day,
          ...Object.fromEntries(locales.map((l) => [fieldIn("name", l), h.name[l] ?? ""])),
        }}
      >
        <Hidden name="country" value={h.country} />
        <Hidden name="of" value={h.day} />
        <Hidden name="ownLanguage" value={locale} />
        <TextField name="day" type="date" label={t("day")} hint={h.byMoon ? t("byMoon") : undefined} />
        {readersFirst(locale).map((l) => (
          <TextField
            key={l}
            name={fieldIn("name", l)}
            label={t("holidayNameIn", { language: localeNames[l] })}
            optional={l === locale ? undefined : t("optional")}
          />
        ))}
        <div className="flex flex-wrap gap-3 items-center">
          <Submit busy={t("saving")}>{t("saveHoliday")}</Submit>
          <Link href={`/desk/settings/countries/${h.country}#holidays`} prefetch={false}>
            {t("leaveHoliday")}
          </Link>
        </div>
      </HolidayEditForm>
    </div>
  );
}
