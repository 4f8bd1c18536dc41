import { countryName } from "./format";
import { governorateNames } from "./governorateNames";
import type { Locale } from "./rules";

/** The ISO 3166-1 code of the country of a governorate. */
const countryOfGovernorate = (code: string): string => code.slice(0, 2);

/** True for a governorate of this country, by its ISO 3166-2 code. */
export const isGovernorateOf = (code: string, country: string | null): boolean =>
  code in governorateNames && countryOfGovernorate(code) === country;

/** Name of a governorate by its code; the code itself, where no list names it any more. */
export const governorateName = (code: string, locale: string): string =>
  governorateNames[code]?.[locale as Locale] ?? code;

/** Where somebody works, the larger last: the governorate, where one is known, and the country. */
export const whereSaid = (
  { governorate, country }: { governorate: string | null; country: string | null },
  locale: string,
): string[] =>
  [governorate && governorateName(governorate, locale), country && countryName(country, locale)].flatMap(
    (said) => said || [],
  );

/**
 * Governorates to choose from of all countries that have a list, grouped by these and by name in both; those of one country first.
 */
export function governorateOptions(
  locale: string,
  first: string | null,
): { value: string; label: string; group: string }[] {
  const order = (a: string, b: string) => a.localeCompare(b, locale);
  const rank = ({ value }: { value: string }) => Number(countryOfGovernorate(value) !== first);
  return Object.keys(governorateNames)
    .map((value) => ({
      value,
      label: governorateName(value, locale),
      group: countryName(countryOfGovernorate(value), locale),
    }))
    .sort((a, b) => rank(a) - rank(b) || order(a.group, b.group) || order(a.label, b.label));
}

/** These governorates by name, as a list is narrowed by one. */
export const governorateNamesOf = (codes: readonly string[], locale: string) =>
  codes
    .map((value) => ({ value, label: governorateName(value, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
