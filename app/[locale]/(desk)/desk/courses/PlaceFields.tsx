"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { useFormContext, useFormState, useWatch } from "react-hook-form";
import { Hidden, type Option, SelectField } from "@/app/_ui/form/fields";
import { useFrame } from "@/app/_ui/form/frame";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { ZoneField } from "./ZoneField";

/**
 * Country, venue and time zone of a course. Another country brings its own zone, unless somebody chose another one, and offers its own venues. Without JavaScript all venues are offered, and the server asks about the zone.
 */
export function PlaceFields({
  countries,
  venues,
  zones = [],
  between,
  recorded = false,
  fresh = false,
}: {
  countries: (Option & { zone?: string })[];
  venues: (Option & { country: string })[];
  /** Time zones by their cities; a course that is over needs none. */
  zones?: Option[];
  /** What stands between country and venue. */
  between: React.ReactNode;
  /** True of a course that is over: no time is agreed on, so no zone is asked for, and its venue may be unknown. */
  recorded?: boolean;
  /** True of a course that is not there yet, whose country may still have to be chosen. */
  fresh?: boolean;
}) {
  const t = useTranslations("place");
  const inBrowser = useInBrowser();
  const { getValues, setValue } = useFormContext();
  const { defaultValues: first = {} } = useFormState();
  const { faults } = useFrame();
  const country = String(useWatch({ name: "country" }) ?? "");
  // Once the question about the zone has been put, sending again answers it.
  const asked = first.shownCountry && !faults.zone ? first.shownCountry : first.country;
  /** Brings what follows the country: its zone, unless another was chosen, and its venues alone. */
  const follow = (was: string, chosen: string) => {
    const usual = (code: string) => countries.find((c) => c.value === code)?.zone;
    if (!recorded && getValues("zone") === (usual(was) ?? "")) setValue("zone", usual(chosen) ?? "");
    const venue = venues.find((v) => v.value === getValues("venueId"));
    if (venue && venue.country !== chosen) setValue("venueId", "");
  };
  const atStart = useEffectEvent(() => {
    // Somebody may have chosen before the page was taken over by the browser.
    if (country !== first.country) follow(String(first.country ?? ""), country);
  });
  useEffect(() => atStart(), []);
  return (
    <>
      <SelectField
        name="country"
        label={t("country")}
        empty={fresh ? t("whichCountry") : undefined}
        options={countries}
        onChosen={(chosen) => follow(country, chosen)}
      />
      <Hidden name="shownCountry" value={String(inBrowser ? country : (asked ?? ""))} />
      <Hidden name="shownZone" value={String(first.shownZone || first.zone || "")} />
      {between}
      <SelectField
        name="venueId"
        label={t("venue")}
        optional={t("optional")}
        empty={recorded ? t("venueUnknown") : t("noVenue")}
        options={venues.filter((v) => !inBrowser || v.country === country)}
        onlyOffered
      />
      {recorded ? null : <ZoneField zones={zones} own={countries.find((c) => c.value === country)?.zone} />}
    </>
  );
}
