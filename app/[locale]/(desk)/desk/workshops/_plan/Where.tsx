import { getTranslations } from "next-intl/server";
import { TextField } from "@/app/_ui/form/fields";
import { PlaceFields } from "../../courses/PlaceFields";
import type { Offered } from "./offered";

/** Where and when a workshop is held. Its hours, country and venue are there already, and folded away. */
export async function Where({
  offered,
  withHours,
}: {
  offered: Pick<Offered, "countries" | "venues">;
  /** False where its timetable no longer follows the plan. */
  withHours: boolean;
}) {
  const t = await getTranslations("workshop");
  return (
    <>
      <div className="fields fields-2">
        <TextField name="startsOn" type="date" label={t("startsOn")} />
        <TextField
          name="endsOn"
          type="date"
          label={t("endsOn")}
          hint={t("endsOnHint")}
          optional={t("optional")}
        />
      </div>
      <TextField name="place" label={t("place")} hint={t("placeHint")} />
      {withHours ? (
        <details>
          <summary className="min-h-11 content-center">{t("hours")}</summary>
          <div className="grid gap-5 grid-cols-2 mt-2">
            <TextField name="startsAt" type="time" label={t("startsAt")} dir="ltr" />
            <TextField name="endsAt" type="time" label={t("endsAt")} dir="ltr" />
            <TextField name="breakFrom" type="time" label={t("breakFrom")} dir="ltr" />
            <TextField name="breakMinutes" inputMode="numeric" label={t("breakMinutes")} dir="ltr" />
          </div>
        </details>
      ) : (
        <p className="quiet">{t("hoursByHand")}</p>
      )}
      <details>
        <summary className="min-h-11 content-center">{t("countryAndVenue")}</summary>
        <div className="grid gap-5 mt-2">
          <PlaceFields countries={offered.countries} venues={offered.venues} between={null} />
        </div>
      </details>
    </>
  );
}
