import { countryName } from "@/lib/i18n/format";
import { dotBetween, isolate, type Locale, nameFor, type PersonsNames } from "@/lib/i18n/rules";
import { toldApartByPlace } from "@/lib/people/rules/apart";

type Somebody = PersonsNames & {
  id: number;
  organisation: string | null;
  place: string | null;
  country: string | null;
  /** The last digits of their phone, where the reader may know them. */
  phoneEnd?: string | null;
};

/**
 * What people to choose from are called, by key: each by their name, and whose name another of them bears too also by their
 * organisation, else its place, else the country, else the last digits of their phone.
 */
export function namesApart(people: readonly Somebody[], locale: Locale): ReadonlyMap<number, string> {
  const once = [...new Map(people.map((person) => [person.id, person])).values()];
  const words = toldApartByPlace(
    once.map(({ organisation, place, country, phoneEnd, ...person }) => ({
      name: nameFor(person, locale),
      at: [
        organisation,
        place,
        country && countryName(country, locale),
        phoneEnd ? isolate(`…${phoneEnd}`, locale) : null,
      ],
    })),
  );
  return new Map(
    once.map((person, i) => [person.id, [nameFor(person, locale), ...words[i]!].join(dotBetween)]),
  );
}
