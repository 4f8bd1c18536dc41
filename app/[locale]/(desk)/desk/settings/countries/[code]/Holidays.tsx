import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DayField } from "@/app/_ui/form/days";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { Say } from "@/app/_ui/Say";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, type Locale, localeNames, locales, readersFirst } from "@/lib/i18n/rules";
import { fieldIn } from "@/lib/languageFields";
import type { countryDetail } from "@/lib/places/queries";
import { HolidayEditForm, HolidayRemovalForm } from "../../forms";

type Holiday = NonNullable<ReturnType<typeof countryDetail>>["holidays"][number];

/** The holidays of a country by year; the one whose day is asked for can be changed in its place. */
export function Holidays({
  holidays,
  mayEdit,
  changing,
}: {
  holidays: Holiday[];
  mayEdit: boolean;
  changing: string | null;
}) {
  const years = [...new Set(holidays.map((h) => h.day.slice(0, 4)))];
  return years.map((year) => (
    <section key={year} className="grid gap-1">
      <h3>{year}</h3>
      <ul className="grid">
        {holidays
          .filter((h) => h.day.startsWith(year))
          .map((h) => (
            <li key={h.day} className="border-t border-line py-1">
              {mayEdit && changing === h.day ? (
                <HolidayFields holiday={h} />
              ) : (
                <HolidayRow holiday={h} mayEdit={mayEdit} />
              )}
            </li>
          ))}
      </ul>
    </section>
  ));
}

function HolidayRow({ holiday: h, mayEdit }: { holiday: Holiday; mayEdit: boolean }) {
  const locale = useLocale();
  const t = useTranslations("settings");
  const day = fullDay(h.day, locale);
  return (
    <div className="flex flex-wrap gap-x-3 items-center">
      <p className="basis-48 grow">
        {day}
        {dotBetween}
        <Say text={h.name} />
        {h.byMoon ? <span className="quiet block">{t("byMoon")}</span> : null}
      </p>
      {mayEdit ? (
        <div className="flex gap-3">
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
        </div>
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
        <DayField name="day" label={t("day")} hint={h.byMoon ? t("byMoon") : undefined} />
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
