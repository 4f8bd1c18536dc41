"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Hidden, type Option, SelectField, TextField, useInBrowser, useKeptText } from "@/app/_ui/Form";

type Words = {
  country: string;
  venue: string;
  noVenue: string;
  optional: string;
  /** Left out where no time is agreed on, so that no zone is asked for. */
  zone?: string;
  zoneHint?: string;
};

/**
 * Country, venue and time zone of a course. Another country brings its own zone, unless somebody wrote another one by
 * hand, and offers its own venues. Without JavaScript all venues are offered, and the server asks about the zone.
 */
export function PlaceFields({
  words,
  countries,
  venues,
  between,
}: {
  words: Words;
  countries: (Option & { zone?: string })[];
  venues: (Option & { country: string })[];
  /** What stands between country and venue. */
  between: React.ReactNode;
}) {
  const inBrowser = useInBrowser();
  const shown = useKeptText();
  const [country, setCountry] = useState(shown("country"));
  // Once the question about the zone has been put, sending again answers it.
  const asked = shown("shownCountry") && !shown.faulty("zone") ? shown("shownCountry") : shown("country");
  const place = useRef<HTMLInputElement>(null);
  /** Brings what follows the country chosen; a zone that was put back stays as it was typed. */
  const follow = (form: HTMLFormElement | null, value: string, restored: boolean) => {
    setCountry(value);
    const zone = form?.elements.namedItem("zone");
    const usual = (code: string) => countries.find((c) => c.value === code)?.zone;
    if (!restored && zone instanceof HTMLInputElement && zone.value === usual(country))
      zone.value = usual(value) ?? "";
    const venue = form?.elements.namedItem("venueId");
    const chosen = venue instanceof HTMLSelectElement && venues.find((v) => v.value === venue.value);
    if (chosen && chosen.country !== value) (venue as HTMLSelectElement).value = "";
  };
  const atStart = useEffectEvent(() => {
    // Somebody may have chosen before the page was taken over by the browser.
    const form = place.current?.form ?? null;
    const chosen = form?.elements.namedItem("country");
    if (chosen instanceof HTMLSelectElement && chosen.value !== country) follow(form, chosen.value, false);
  });
  useEffect(() => atStart(), []);
  return (
    <>
      <SelectField
        name="country"
        label={words.country}
        options={countries}
        onChange={({ target, nativeEvent }) =>
          follow(target.form, target.value, nativeEvent instanceof CustomEvent)
        }
      />
      <input type="hidden" name="shownCountry" value={inBrowser ? country : asked} ref={place} readOnly />
      <Hidden name="shownZone" value={shown("shownZone") || shown("zone")} />
      {between}
      <SelectField
        name="venueId"
        label={words.venue}
        optional={words.optional}
        empty={words.noVenue}
        options={venues.filter((v) => !inBrowser || v.country === country)}
        onlyOffered
      />
      {words.zone ? (
        <>
          <TextField name="zone" label={words.zone} hint={words.zoneHint} list="zones" dir="ltr" />
          <datalist id="zones">
            {[...new Set(countries.map((c) => c.zone))].map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      ) : null}
    </>
  );
}
