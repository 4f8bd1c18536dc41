import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { Badge } from "@/app/_ui/Badge";
import { Submit } from "@/app/_ui/Form";
import { NextPage } from "@/app/_ui/NextPage";
import { PageHead } from "@/app/_ui/PageHead";
import { pageAfter } from "@/app/_ui/pageAfter";
import { Say } from "@/app/_ui/Say";
import { SearchForm } from "@/app/_ui/SearchForm";
import { Written } from "@/app/_ui/Written";
import { countryName, fullDay, list, weekdayName } from "@/lib/i18n/format";
import { zoneCity } from "@/lib/i18n/zoneNames";
import { readQuery } from "@/lib/names/rules";
import { countryChoices, countryList, nextHolidays, venueList } from "@/lib/places/queries";
import type { HolidayRow } from "@/lib/places/store";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { countriesNamed } from "./countries";
import { VenueForm } from "./forms";
import { VenueFields } from "./VenueFields";

export const generateMetadata = async () => ({ title: (await getTranslations("settings"))("title") });

/** Countries with weekend, zone and next holiday (those in use, or those looked for), venues with rooms. */
export default async function Settings({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const cx = await requireContext("settings.read", "/desk/settings");
  const locale = await getLocale();
  const t = await getTranslations("settings");
  const search = await searchParams;
  const query = readQuery(search.q);
  const choices = countryChoices(cx);
  const all = countryList(cx);
  const codes = query.fault
    ? []
    : query.q
      ? countriesNamed(
          all.map((c) => c.code),
          query.q,
        )
      : choices.inUse;
  const shown = all
    .filter((c) => codes.includes(c.code))
    .sort((a, b) => countryName(a.code, locale).localeCompare(countryName(b.code, locale), locale));
  const venues = venueList(cx).sort((a, b) => Number(a.retiredAt !== null) - Number(b.retiredAt !== null));
  const page = pageAfter(venues, (v) => v.id, search.venues);
  const holidays = nextHolidays(cx, codes, dayAt(clock(), "UTC"));
  return (
    <div className="grid gap-10 max-w-4xl">
      <PageHead title={t("title")} />
      <section className="grid gap-3">
        <h2>{t("countries")}</h2>
        <p className="quiet">{t("countriesHint")}</p>
        <SearchForm label={t("searchCountry")} query={query} />
        {shown.length === 0 ? (
          <p role="status">{query.typed || query.fault ? t("noCountryFound") : t("noCountryInUse")}</p>
        ) : (
          <table className="rows">
            <thead>
              <tr>
                <th>{t("country")}</th>
                <th>{t("weekend")}</th>
                <th>{t("zone")}</th>
                <th>{t("nextHoliday")}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((c) => (
                <tr key={c.code}>
                  <td>
                    <Link href={`/desk/settings/countries/${c.code}`} prefetch={false}>
                      {countryName(c.code, locale)}
                    </Link>
                  </td>
                  <td data-label={t("weekend")}>
                    {c.weekend.length === 0
                      ? t("noWeekend")
                      : list(
                          c.weekend.map((d) => weekdayName(d, locale)),
                          locale,
                        )}
                  </td>
                  <td data-label={t("zone")}>
                    <bdi>{zoneCity(c.zone, locale)}</bdi>
                  </td>
                  <td data-label={t("nextHoliday")}>
                    <NextHoliday holiday={holidays.get(c.code)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="grid gap-3">
        <h2 id="venues">{t("venues")}</h2>
        <ul className="grid gap-2 sm:grid-cols-2">
          {page.rows.map((v) => (
            <li key={v.id} className="card">
              <p className="font-semibold">
                <Link href={`/desk/settings/venues/${v.id}`} prefetch={false}>
                  <Written>{v.name}</Written>
                </Link>{" "}
                {v.retiredAt === null ? null : <Badge tone="neutral">{t("retired")}</Badge>}
              </p>
              <p className="quiet">
                <Written>{v.place}</Written> · {countryName(v.country, locale)}
                {v.stepFree ? ` · ${t("stepFree")}` : ""}
              </p>
              <p>
                {v.rooms
                  .filter((r) => r.retiredAt === null)
                  .map((r, i) => (
                    <span key={r.id}>
                      {i > 0 ? " · " : ""}
                      <Written>{r.name}</Written>
                      {r.seats ? ` (${t("seats", { count: r.seats })})` : ""}
                    </span>
                  ))}
              </p>
            </li>
          ))}
        </ul>
        {page.next === null ? null : <NextPage href={`/desk/settings?venues=${page.next}#venues`} />}
        <details className="card">
          <summary className="font-semibold min-h-11 content-center">{t("addVenue")}</summary>
          <VenueForm className="grid gap-4 mt-3" done={t("venueAdded")}>
            <VenueFields countries={choices} empty={3} />
            <div>
              <Submit busy={t("saving")}>{t("addVenue")}</Submit>
            </div>
          </VenueForm>
        </details>
      </section>
    </div>
  );
}

function NextHoliday({ holiday }: { holiday: HolidayRow | undefined }) {
  const locale = useLocale();
  const t = useTranslations("settings");
  if (!holiday) return t("noNextHoliday");
  return (
    <>
      {fullDay(holiday.day, locale)} · <Say text={holiday.name} />
    </>
  );
}
