import { createTranslator } from "next-intl";
import type { CascadeNumbers } from "@/lib/cascade/rules/numbers";
import type { CsvValue } from "@/lib/documents/csv";
import { countryName } from "@/lib/i18n/format";
import { type Locale, shownIn, type Translated } from "@/lib/i18n/rules";
import { menIn, peopleIn, womenIn } from "@/lib/records/rules/numbers";
import { messagesOf } from "./messages";

/** A training of trainers as a row of a table says which it is. */
type Line = {
  title: Translated;
  place: Translated | null;
  country: string;
  startsOn: string | null;
  year: number | null;
  programmeTitle: Translated;
  numbers: CascadeNumbers;
};

/**
 * What came of trainings of trainers as a table: totals alone, nobody is named; by sex where it may be shown, and empty where it is not
 * known. Days are yyyy-mm-dd.
 * @param counts what the last number of the line is: of which generation the training is, or how many came of it.
 */
export function cascadeTable(locale: Locale, counts: "generation" | "generations") {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "cascadeTable" });
  const of = ["tot", "startsOn", "place", "country", "programme"] as const;
  const numbers = [
    ...(["trainers", "practising", "certified", "recordedTrainers", "workshops", "people"] as const),
    ...(["attendances", "women", "men", "unknown", "recordedPeople", "recordedWomen"] as const),
    ...(["organisations", "cooperatives", "newCooperatives"] as const),
  ];
  return {
    heads: [...of, counts, ...numbers].map((key) => t(key)),
    rowOf: (line: Line, count: number): CsvValue[] => {
      const { numbers: n } = line;
      const [women, men] = [womenIn(n.attendedBySex), menIn(n.attendedBySex)];
      const known = women === null && men === null ? 0 : n.attendedBySex.women + n.attendedBySex.men;
      return [
        shownIn(line.title, locale),
        line.startsOn ?? line.year,
        line.place && shownIn(line.place, locale),
        countryName(line.country, locale),
        shownIn(line.programmeTitle, locale),
        count,
        ...[n.trainers, n.practising, n.certified, peopleIn(n.recordedTrainers), n.workshops, n.people],
        ...[n.attendances, women, men, n.attendances - known],
        ...[peopleIn(n.recordedPeople), womenIn(n.recordedPeople)],
        ...[n.organisations, n.cooperatives, n.newCooperatives],
      ];
    },
  };
}
