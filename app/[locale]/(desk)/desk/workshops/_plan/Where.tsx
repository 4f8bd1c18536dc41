import { getTranslations } from "next-intl/server";
import { DayField, TimeField } from "@/app/_ui/form/days";
import { TextField } from "@/app/_ui/form/fields";
import { CountryWeek } from "../../courses/_plan/CountryWeek";
import { CourseCalendar } from "../../courses/_plan/CourseCalendar";
import type { CalendarFacts } from "../../courses/_plan/calendarFacts";
import { PlaceFields } from "../../courses/PlaceFields";
import type { Offered } from "./offered";
import type { OwnTaught } from "./ownTaught";
import { type AwayDays, SaidAway } from "./SaidAway";

/** Where and when a workshop is held. Its hours, country and venue are there already, and folded away. */
export async function Where({
  offered,
  facts,
  withHours,
  away,
  teaches,
}: {
  offered: Pick<Offered, "countries" | "venues" | "zones">;
  /** What its days are set against. */
  facts: CalendarFacts;
  /** False where its timetable no longer follows the plan. */
  withHours: boolean;
  /** Days on which whoever plans it said that they are away. */
  away: readonly AwayDays[];
  /** What whoever plans it teaches already, day by day. */
  teaches: readonly OwnTaught[];
}) {
  const t = await getTranslations("workshop");
  return (
    <>
      <CountryWeek facts={facts}>
        <div className="fields fields-2">
          <DayField name="startsOn" label={t("startsOn")} />
          <DayField
            name="endsOn"
            near="startsOn"
            label={t("endsOn")}
            hint={t("endsOnHint")}
            optional={t("optional")}
          />
        </div>
      </CountryWeek>
      <SaidAway away={away} teaches={teaches} />
      <CourseCalendar facts={facts} oneDay />
      <TextField name="place" label={t("place")} hint={t("placeHint")} />
      {withHours ? (
        <details>
          <summary className="min-h-11 content-center">{t("hours")}</summary>
          <div className="grid gap-5 grid-cols-2 mt-2">
            <TimeField name="startsAt" label={t("startsAt")} />
            <TimeField name="endsAt" label={t("endsAt")} />
            <TimeField name="breakFrom" label={t("breakFrom")} />
            <TextField name="breakMinutes" inputMode="numeric" label={t("breakMinutes")} dir="ltr" />
          </div>
        </details>
      ) : (
        <p className="quiet">{t("hoursByHand")}</p>
      )}
      <details>
        <summary className="min-h-11 content-center">{t("countryAndVenue")}</summary>
        <div className="grid gap-5 mt-2">
          <PlaceFields
            countries={offered.countries}
            venues={offered.venues}
            zones={offered.zones}
            between={null}
          />
        </div>
      </details>
    </>
  );
}
