import { useLocale, useTranslations } from "next-intl";
import { countryOptions } from "@/app/_ui/countryOptions";
import { CheckField, SelectField, TextArea, TextField } from "@/app/_ui/form/fields";
import { withReady } from "@/app/_ui/form/withReady";
import type { CountryChoices, venueDetail } from "@/lib/places/queries";
import { newRoom } from "./newRoom";
import { RoomRows } from "./RoomRows";

type Venue = NonNullable<ReturnType<typeof venueDetail>>;

/** The fields of a venue, with its rooms as rows. */
export function VenueFields({ countries }: { countries: CountryChoices }) {
  const locale = useLocale();
  const t = useTranslations("settings");
  const groups = useTranslations("countries");
  return (
    <>
      <TextField name="name" label={t("venueName")} />
      <div className="fields fields-2">
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
        <RoomRows />
        <TextArea
          name="roomLines"
          label={t("roomLines")}
          hint={t("roomLinesHint")}
          optional={t("optional")}
        />
      </div>
    </>
  );
}

/** Rooms as their rows hold them, and some empty rows for what is added. */
export const roomDefaults = (rooms: Venue["rooms"], ready: number) =>
  withReady(
    rooms.map((room) => ({
      id: room.id,
      name: room.name,
      seats: room.seats,
      retired: room.retiredAt !== null,
    })),
    newRoom,
    ready,
  );

/** A venue as those fields hold it. */
export const venueDefaults = (venue: Venue) => ({
  version: venue.version,
  name: venue.name,
  country: venue.country,
  place: venue.place,
  address: venue.address ?? "",
  stepFree: venue.stepFree,
  rooms: roomDefaults(venue.rooms, 2),
});
