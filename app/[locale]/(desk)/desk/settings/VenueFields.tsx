import { useLocale, useTranslations } from "next-intl";
import { countryOptions } from "@/app/_ui/countryOptions";
import { CheckField, SelectField, TextField } from "@/app/_ui/Form";
import type { CountryChoices, venueDetail } from "@/lib/places/queries";

type Venue = NonNullable<ReturnType<typeof venueDetail>>;

/** The fields of a venue, its rooms as rows, and some empty rows for what is added. */
export function VenueFields({
  countries,
  rooms = [],
  empty,
}: {
  countries: CountryChoices;
  rooms?: Venue["rooms"];
  empty: number;
}) {
  const locale = useLocale();
  const t = useTranslations("settings");
  const groups = useTranslations("countries");
  return (
    <>
      <TextField name="name" label={t("venueName")} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="country"
          label={t("country")}
          options={countryOptions(countries, locale, {
            inUse: groups("inUse"),
            others: groups("others"),
          })}
        />
        <TextField name="place" label={t("place")} />
      </div>
      <TextField name="address" label={t("address")} optional={t("optional")} />
      <CheckField name="stepFree" label={t("isStepFree")} />
      <div className="grid gap-3">
        <h3>{t("rooms")}</h3>
        <p className="quiet">{t("roomsHint")}</p>
        {rooms.map((room) => (
          <Room key={room.id} row={String(room.id)} legend={room.name} />
        ))}
        {Array.from({ length: empty }, (_, i) => `new${i + 1}`).map((row) => (
          <Room key={row} row={row} legend={t("newRoom")} isNew />
        ))}
      </div>
    </>
  );
}

function Room({ row, legend, isNew = false }: { row: string; legend: string; isNew?: boolean }) {
  const t = useTranslations("settings");
  return (
    <fieldset className="grid gap-3 sm:grid-cols-[1fr_8rem_8rem] items-end border-t border-line pt-2">
      <legend className="sr-only">{legend}</legend>
      <TextField name={`room_${row}_name`} label={isNew ? legend : t("roomName")} />
      <TextField
        name={`room_${row}_seats`}
        label={t("roomSeats")}
        optional={t("optional")}
        inputMode="numeric"
        dir="ltr"
      />
      {isNew ? null : <CheckField name={`room_${row}_retired`} label={t("roomRetired")} />}
    </fieldset>
  );
}

/** A venue as those fields hold it. */
export const venueDefaults = (venue: Venue): Record<string, string> => ({
  version: String(venue.version),
  name: venue.name,
  country: venue.country,
  place: venue.place,
  address: venue.address ?? "",
  stepFree: venue.stepFree ? "on" : "",
  ...Object.fromEntries(
    venue.rooms.flatMap((room) => [
      [`room_${room.id}_name`, room.name],
      [`room_${room.id}_seats`, room.seats === null ? "" : String(room.seats)],
      [`room_${room.id}_retired`, room.retiredAt === null ? "" : "on"],
    ]),
  ),
});
