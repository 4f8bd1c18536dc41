import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, type SearchParams, text } from "@/app/_server/asked";
import { currentContext, requireContext } from "@/app/_server/context";
import { readersDay } from "@/app/_server/zone";
import { Fact } from "@/app/_ui/Fact";
import { DayField } from "@/app/_ui/form/days";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Toast } from "@/app/_ui/kit/Toast";
import { weekdayName } from "@/app/_words/weekdays";
import { mayAnywhere } from "@/lib/access/table";
import { countryName, fullDay, list } from "@/lib/i18n/format";
import { countryDetail, countryList } from "@/lib/places/queries";
import { isCivilDay } from "@/lib/time/civil";
import { HolidayForm, HolidayRestoreForm } from "../../forms";
import { CountryFields } from "./CountryFields";
import { Holidays } from "./Holidays";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: SearchParams;
};

const asked = asking({ changed: text, removed: text, edit: text });

export async function generateMetadata({ params }: Props) {
  const { code } = await params;
  const known = countryDetail(await currentContext(), code, "9999-01-01");
  return { title: known ? countryName(known.code, await getLocale()) : undefined };
}

/** One country: zone and weekend as they are proposed for new courses, and its holidays from this year on, by year. */
export default async function CountryPage({ params, searchParams }: Props) {
  const { code } = await params;
  const cx = await requireContext("settings.read", `/desk/settings/countries/${encodeURIComponent(code)}`);
  const thisYear = (await readersDay(cx)).slice(0, 4);
  const country = countryDetail(cx, code, `${thisYear}-01-01`);
  if (!country) notFound();
  const { changed, removed, edit } = await asked(searchParams);
  const locale = await getLocale();
  const t = await getTranslations("settings");
  const mayHolidays = mayAnywhere(cx.viewer, "holidays.edit");
  return (
    <div className="grid gap-4">
      <PageHead
        title={countryName(country.code, locale)}
        under={<Link href="/desk/settings">{t("back")}</Link>}
      />
      <div className="grid gap-8 lg:grid-cols-[repeat(auto-fit,minmax(min(100%,20rem),1fr))] items-start">
        <section className="card sm:p-5">
          {mayAnywhere(cx.viewer, "countries.edit") ? (
            <CountryFields
              country={country}
              zones={[...new Set(countryList(cx).map((c) => c.zone))].sort()}
            />
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
        </section>
        <section id="holidays" className="grid gap-3 scroll-mt-4">
          <h2>{t("holidays")}</h2>
          <p className="quiet">{t(mayHolidays ? "holidaysHint" : "holidaysAsk")}</p>
          {removed &&
          isCivilDay(removed) &&
          mayHolidays &&
          !country.holidays.some((h) => h.day === removed) ? (
            <Toast
              of={`removed ${removed}`}
              undo={
                <HolidayRestoreForm className="">
                  <Hidden name="country" value={country.code} />
                  <Hidden name="day" value={removed} />
                  <Submit tone="quiet" busy={t("saving")}>
                    {t("putBack")}
                  </Submit>
                </HolidayRestoreForm>
              }
            >
              {t("holidayRemoved", { day: fullDay(removed, locale) })}
            </Toast>
          ) : null}
          {country.holidays.some((h) => h.day === changed) ? (
            <p role="status" className="rounded-card bg-ok-tint text-ok p-3">
              {t("saved")}
            </p>
          ) : null}
          {country.holidays.length === 0 ? <p>{t("noHolidays")}</p> : null}
          <Holidays holidays={country.holidays} mayEdit={mayHolidays} changing={edit} />
          {mayHolidays ? (
            <HolidayForm
              className="card grid gap-4 sm:grid-cols-[repeat(auto-fit,minmax(min(100%,14rem),1fr))]"
              label={t("addHoliday")}
              done={t("holidayAdded")}
            >
              <Hidden name="country" value={country.code} />
              <Hidden name="language" value={locale} />
              <DayField name="day" label={t("day")} />
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
    </div>
  );
}
