"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { useFrame } from "@/app/_ui/form/frame";
import { Labelled } from "@/app/_ui/form/Labelled";
import { asText, useField, useNative } from "@/app/_ui/form/useField";

type Zone = { value: string; label: string };

/** The time zone of a course by its city: the one of its country first. It stays the one that is chosen as those change. */
export function ZoneField({ zones, own }: { zones: readonly Zone[]; own: string | undefined }) {
  const name = "zone";
  const t = useTranslations("place");
  const field = useField(name, t("zoneHint"), t("zone"));
  const native = useNative(name);
  const chosen = asText(useWatch({ name }));
  const labelOf = (zone: string) => zones.find(({ value }) => value === zone)?.label ?? zone;
  useFrame().spoken.set(name, (said) => labelOf(asText(said)));
  // What is chosen can be kept also where it is among no zones that are offered.
  const offered = zones.some(({ value }) => value === chosen)
    ? zones
    : [...zones, { value: chosen, label: chosen }];
  const option = ({ value, label }: Zone) => (
    <option key={value} value={value}>
      {label}
    </option>
  );
  return (
    <Labelled id={field.id} label={t("zone")} hint={t("zoneHint")} error={field.error}>
      <select {...field.props} {...native} value={chosen} className="input">
        {own ? (
          <optgroup label={t("zoneOwn")}>{offered.filter(({ value }) => value === own).map(option)}</optgroup>
        ) : null}
        <optgroup label={t("zoneOthers")}>
          {offered.filter(({ value }) => value !== own).map(option)}
        </optgroup>
      </select>
    </Labelled>
  );
}
