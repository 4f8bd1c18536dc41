import { countryName } from "@/lib/i18n/format";
import type { CountryChoices } from "@/lib/places/queries";

type Option = { value: string; label: string; group?: string };

const byName = (codes: readonly string[], locale: string): Option[] =>
  codes
    .map((value) => ({ value, label: countryName(value, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));

/** Countries for a list to choose from: those in use first, all by their names. */
export const countryOptions = (
  { inUse, others }: CountryChoices,
  locale: string,
  groups?: { inUse: string; others: string },
): Option[] =>
  inUse.length === 0
    ? byName(others, locale)
    : [
        ...byName(inUse, locale).map((option) => ({ ...option, group: groups?.inUse })),
        ...byName(others, locale).map((option) => ({ ...option, group: groups?.others })),
      ];
