import { getLocale, getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/_server/viewer";
import { CheckField, Hidden, SelectField, Submit, TextArea, TextField } from "@/app/_ui/Form";
import { countryName, fullDay, list, weekdayName } from "@/app/_ui/format";
import { PageHead } from "@/app/_ui/parts";
import { mayAnywhere } from "@/lib/access/rules";
import { countryList, holidayList, venueList } from "@/lib/programmes/queries";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { HolidayForm, HolidayRemovalForm, VenueForm } from "./forms";

export const generateMetadata = async () => ({ title: (await getTranslations("settings"))("title") });

/** Countries with weekend and zone, holidays, venues with rooms. */
export default async function Settings() {
  const viewer = await requireViewer("settings.read", "/desk/settings");
  const locale = await getLocale();
  const t = await getTranslations("settings");
  const countries = countryList(viewer);
  const options = countries.map((c) => ({ value: c.code, label: countryName(c.code, locale) }));
  const holidays = holidayList(viewer, dayAt(clock(), "UTC"));
  const mayHolidays = mayAnywhere(viewer, "holidays.edit");
  return (
    <div className="grid gap-10 max-w-4xl">
      <PageHead title={t("title")} />
      <section className="grid gap-3">
        <h2>{t("countries")}</h2>
        <table className="rows">
          <thead>
            <tr>
              <th>{t("country")}</th>
              <th>{t("weekend")}</th>
              <th>{t("zone")}</th>
            </tr>
          </thead>
          <tbody>
            {countries.map((c) => (
              <tr key={c.code}>
                <td>{countryName(c.code, locale)}</td>
                <td data-label={t("weekend")}>
                  {list(
                    c.weekend.map((d) => weekdayName(d, locale)),
                    locale,
                  )}
                </td>
                <td data-label={t("zone")}>
                  <bdi dir="ltr">{c.zone}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="grid gap-3">
        <h2>{t("holidays")}</h2>
        <p className="quiet">{t("holidaysHint")}</p>
        {holidays.length === 0 ? <p>{t("noHolidays")}</p> : null}
        <ul className="grid gap-1">
          {holidays.map((h) => (
            <li
              key={`${h.country}${h.day}`}
              className="flex flex-wrap gap-3 items-center border-t border-line py-1"
            >
              <span className="grow">
                {fullDay(h.day, locale)} · {countryName(h.country, locale)} · <bdi>{h.name}</bdi>
              </span>
              {mayHolidays ? (
                <HolidayRemovalForm className="">
                  <Hidden name="country" value={h.country} />
                  <Hidden name="day" value={h.day} />
                  <Submit tone="quiet" busy={t("saving")}>
                    {t("remove")}
                  </Submit>
                </HolidayRemovalForm>
              ) : null}
            </li>
          ))}
        </ul>
        {mayHolidays ? (
          <HolidayForm className="card grid gap-4 sm:grid-cols-3" label={t("addHoliday")}>
            <SelectField name="country" label={t("country")} options={options} />
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
      <section className="grid gap-3">
        <h2>{t("venues")}</h2>
        <ul className="grid gap-2 sm:grid-cols-2">
          {venueList(viewer).map((v) => (
            <li key={v.id} className="card">
              <p className="font-semibold">
                <bdi>{v.name}</bdi>
              </p>
              <p className="quiet">
                <bdi>{v.place}</bdi> · {countryName(v.country, locale)}
                {v.stepFree ? ` · ${t("stepFree")}` : ""}
              </p>
              <p>
                {v.rooms.map((r, i) => (
                  <span key={r.id}>
                    {i > 0 ? " · " : ""}
                    <bdi>{r.name}</bdi>
                    {r.seats ? ` (${t("seats", { count: r.seats })})` : ""}
                  </span>
                ))}
              </p>
            </li>
          ))}
        </ul>
        <details className="card">
          <summary className="font-semibold min-h-11 content-center">{t("addVenue")}</summary>
          <VenueForm className="grid gap-4 mt-3" done={t("venueAdded")}>
            <TextField name="name" label={t("venueName")} />
            <SelectField name="country" label={t("country")} options={options} />
            <TextField name="place" label={t("place")} />
            <TextField name="address" label={t("address")} optional={t("optional")} />
            <TextArea name="rooms" label={t("rooms")} hint={t("roomsHint")} optional={t("optional")} />
            <CheckField name="stepFree" label={t("isStepFree")} />
            <div>
              <Submit busy={t("saving")}>{t("addVenue")}</Submit>
            </div>
          </VenueForm>
        </details>
      </section>
    </div>
  );
}
