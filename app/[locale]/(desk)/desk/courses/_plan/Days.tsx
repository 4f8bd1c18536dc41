import { getLocale, getTranslations } from "next-intl/server";
import { DayField } from "@/app/_ui/form/days";
import { ChoiceField, TextField } from "@/app/_ui/form/fields";
import { mayAnywhere } from "@/lib/access/table";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { courseModes } from "@/lib/courses/rules";
import { placeFields } from "@/lib/courses/schema";
import { type Locale, localeNames, readersFirst } from "@/lib/i18n/rules";
import { countriesWithZones, venueOptions, zoneOptions } from "../offered";
import { PlaceFields } from "../PlaceFields";
import { AddVenue } from "./AddVenue";
import { CountryWeek } from "./CountryWeek";
import { CourseCalendar } from "./CourseCalendar";
import type { PlanFacts } from "./usePlan";

/** When and where a course is held: its days in their months, country, place, mode, venue and zone. */
export async function Days({
  cx,
  course,
  facts,
}: {
  cx: Context;
  course: Course | undefined;
  facts: PlanFacts;
}) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("plan");
  const modes = await getTranslations("courseMode");
  const inUse = await getTranslations("countries");
  const venues = venueOptions(cx, course, locale);
  return (
    <>
      <p className="quiet">{t("datesHint")}</p>
      <CountryWeek facts={facts}>
        <div className="fields fields-2">
          <DayField name="startsOn" label={t("startsOn")} />
          <DayField name="endsOn" near="startsOn" label={t("endsOn")} />
        </div>
      </CountryWeek>
      <CourseCalendar facts={facts} />
      <PlaceFields
        fresh={!course}
        countries={countriesWithZones(cx, locale, { inUse: inUse("inUse"), others: inUse("others") })}
        venues={venues}
        zones={zoneOptions(cx, course, locale)}
        between={
          <>
            <div className="fields fields-3">
              {readersFirst(locale).map((l) => (
                <TextField
                  key={l}
                  name={placeFields[l]}
                  label={t("placeIn", { language: localeNames[l] })}
                  optional={l === locale ? undefined : t("optional")}
                />
              ))}
            </div>
            <ChoiceField
              name="mode"
              label={t("mode")}
              options={courseModes.map((m) => ({ value: m, label: modes(m) }))}
            />
          </>
        }
      />
      {mayAnywhere(cx.viewer, "venues.edit") ? (
        <AddVenue venues={venues} label={t("addVenue")} hint={t("addVenueHint")} />
      ) : null}
    </>
  );
}
