import { type FactKind, headcountMeasures } from "@/lib/courses/rules";
import { locales } from "@/lib/i18n/rules";
import { fieldIn } from "@/lib/languageFields";
import {
  countCells,
  countField,
  countFields,
  countSourceField,
  factNoteField,
  factSourceField,
} from "@/lib/records/rules";

/** A text of each language, as the names of its fields. */
const inEach = (name: string) => locales.map((locale) => fieldIn(name, locale));
/** What a fact rests on, and what is said of it in words. */
const about = (fact: FactKind) => [factSourceField(fact), ...inEach(factNoteField(fact))];

/** The steps in which a past course is recorded: the fields of each, and those that say it in a line once it is done. */
export const recordSteps = {
  what: {
    fields: [
      "programmeId",
      "kind",
      "moduleIds",
      "ownLanguage",
      "description",
      ...inEach("title"),
      ...about("tools"),
    ],
    said: ["kind", "programmeId", "moduleIds", ...inEach("title")],
  },
  place: {
    fields: ["country", "shownCountry", "venueId", "mode", ...inEach("place"), ...about("place")],
    said: [...inEach("place"), "country", "mode"],
  },
  days: {
    fields: ["startsOn", "endsOn", "year", ...inEach("datesNote"), ...about("dates"), ...about("length")],
    said: ["startsOn", "endsOn", "year", ...inEach("datesNote")],
  },
  people: { fields: ["languages", ...about("language"), ...about("partners")], said: ["languages"] },
  numbers: {
    fields: [
      ...countFields,
      ...countCells.map(({ measure, group }) => countSourceField(measure, group)),
      ...about("headcount"),
    ],
    said: headcountMeasures.map((measure) => countField(measure, "total")),
  },
};
export type RecordStep = keyof typeof recordSteps;
