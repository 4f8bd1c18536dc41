import { useLocale, useTranslations } from "next-intl";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { Say } from "@/app/_ui/Say";
import { SearchForm } from "@/app/_ui/SearchForm";
import { weekdayName } from "@/app/_words/weekdays";
import type { Context } from "@/lib/acts/context";
import { countryName, fullDay, list } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import { zoneCity } from "@/lib/i18n/zoneNames";
import type { Query } from "@/lib/names/rules";
import { type CountryChoices, countryList, type HolidayRow, nextHolidays } from "@/lib/places/queries";
import { countriesNamed } from "./countriesNamed";

/** Countries with weekend, zone and next holiday: those in use, or those looked for. */
export function Countries({
  cx,
  query,
  inUse,
  today,
}: {
  cx: Context;
  /** The civil day of whoever reads. */
  today: string;
  query: Query;
  inUse: CountryChoices["inUse"];
}) {
  const locale = useLocale();
  const t = useTranslations("settings");
  const all = countryList(cx);
  const codes = query.fault
    ? []
    : query.q
      ? countriesNamed(
          all.map((c) => c.code),
          query.q,
        )
      : inUse;
  const shown = all
    .filter((c) => codes.includes(c.code))
    .sort((a, b) => countryName(a.code, locale).localeCompare(countryName(b.code, locale), locale));
  const holidays = nextHolidays(cx, codes, today);
  return (
    <section className="grid gap-3">
      <h2>{t("countries")}</h2>
      <p className="quiet">{t("countriesHint")}</p>
      <SearchForm label={t("searchCountry")} query={query} />
      {shown.length === 0 ? (
        <p role="status">{query.typed || query.fault ? t("noCountryFound") : t("noCountryInUse")}</p>
      ) : (
        <Table
          caption={t("countries")}
          columns={(["country", "weekend", "zone", "nextHoliday"] as const).map((column) => ({
            key: column,
            label: t(column),
          }))}
        >
          <tbody>
            {shown.map((c) => (
              <Row key={c.code}>
                <RowHead href={`/desk/settings/countries/${c.code}`}>{countryName(c.code, locale)}</RowHead>
                <Cell label={t("weekend")}>
                  {c.weekend.length === 0
                    ? t("noWeekend")
                    : list(
                        c.weekend.map((d) => weekdayName(d, locale)),
                        locale,
                      )}
                </Cell>
                <Cell label={t("zone")}>
                  <bdi>{zoneCity(c.zone, locale)}</bdi>
                </Cell>
                <Cell label={t("nextHoliday")}>
                  <NextHoliday holiday={holidays.get(c.code)} />
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

function NextHoliday({ holiday }: { holiday: HolidayRow | undefined }) {
  const locale = useLocale();
  const t = useTranslations("settings");
  if (!holiday) return t("noNextHoliday");
  return (
    <>
      {fullDay(holiday.day, locale)}
      {dotBetween}
      <Say text={holiday.name} />
    </>
  );
}
