import * as z from "zod";
import { zone } from "../courses/schema";
import {
  agree,
  anyOf,
  checkbox,
  countryCode,
  day,
  id,
  oneOf,
  optionalDay,
  optionalEmail,
  optionalId,
  optionalLine,
  optionalNumber,
  optionalPhone,
  optionalText,
  requiredLine,
  severalOf,
  version,
  wholeNumber,
} from "../fields";
import { locales } from "../i18n/rules";
import { inEachLanguage, inSomeLanguage } from "../languageFields";
import { type Placed, rowsOf } from "../rows";
import { moreCountries, weekdays } from "./rules";

const fields = {
  code: requiredLine(60),
  titleEn: requiredLine(200),
  titleFr: optionalLine(200),
  titleAr: optionalLine(200),
  donor: optionalLine(200),
  partners: optionalLine(300),
  startsOn: optionalDay(),
  endsOn: optionalDay(),
  issuerEn: optionalLine(200),
  issuerFr: optionalLine(200),
  issuerAr: optionalLine(200),
  contactName: optionalLine(200),
  contactPhone: optionalPhone(),
  contactEmail: optionalEmail(),
  countries: severalOf(),
  moreCountry1: optionalLine(2),
  moreCountry2: optionalLine(2),
  moreCountry3: optionalLine(2),
  /** Whether a workshop that a trainer schedules awaits a coordinator's approval. */
  approvesWorkshops: oneOf(["yes", "no"]).default("yes"),
  /** Most hours of sessions on a day, for whoever sits through them and for whoever trains. */
  hoursADay: wholeNumber(1, 16).default(8),
  /** Whether its trainers, too, sign in with a second step. */
  trainersTakeSecondStep: checkbox(),
};
const inOrder = agree<{ startsOn: string | null; endsOn: string | null }>(
  ["endsOn", "startsOn"],
  (p) => !p.startsOn || !p.endsOn || p.endsOn >= p.startsOn,
  "courseEndsBeforeStart",
);

/** Certificates name who issues them, in one language at least. */
const hasIssuer = agree<{ issuerEn: string | null; issuerFr: string | null; issuerAr: string | null }>(
  ["issuerEn", "issuerFr", "issuerAr"],
  (p) => Boolean(p.issuerEn || p.issuerFr || p.issuerAr),
  "required",
);

type WithCountries = { countries: string[] } & Record<(typeof moreCountries)[number], string | null>;

/** The countries of a programme's form: those ticked, and those chosen of all. */
export const countriesOf = (form: WithCountries): string[] => [
  ...new Set([...form.countries, ...moreCountries.map((name) => form[name])].filter((c) => c !== null)),
];
/** Said beside the boxes and beside the first list: a form without countries in use has no boxes. */
const somewhere = (["countries", "moreCountry1"] as const).map((field) =>
  agree<WithCountries>(moreCountries, (form) => countriesOf(form).length > 0, "chooseOne", field),
);

/** A programme: the funded frame of courses. */
export const programmeSchema = z.object(fields).check(inOrder, hasIssuer, ...somewhere);
export const programmeEditSchema = z
  .object({ programmeId: id(), version: version(), ...fields })
  .check(inOrder, hasIssuer, ...somewhere);

/** A programme, by its key. */
export const programmeKeySchema = z.object({ programmeId: id() });

const venueFields = {
  name: requiredLine(200),
  country: countryCode(),
  place: requiredLine(80),
  address: optionalLine(300),
  stepFree: checkbox(),
};

/** A room as a row; without a key where it is added. */
const roomRow = z.object({
  id: optionalId(),
  name: requiredLine(80),
  seats: optionalNumber(1, 5000),
  retired: checkbox(),
});
export type RoomRow = z.output<typeof roomRow> & Placed;

/** At most so many rooms has a venue. */
export const mostRooms = 80;

/** Rooms as rows, and several more at once, one a line. */
const roomFields = { rooms: rowsOf(roomRow, mostRooms), roomLines: optionalText(8000).optional() };

/** A venue with its rooms. */
export const venueSchema = z.object({ ...venueFields, ...roomFields });

/** The same for a venue that is there; `version` is that of the row the form was made from. */
export const venueEditSchema = z.object({
  venueId: id(),
  version: version(),
  ...venueFields,
  ...roomFields,
});

/** Retires a venue or brings it back. */
export const venueRetirementSchema = z.object({ venueId: id(), retired: oneOf(["yes", "no"]) });

/** What planning needs of a country; `version` is that of the row the form was made from. */
export const countrySchema = z
  .object({ country: countryCode(), version: version(), zone: zone(), weekend: anyOf(weekdays) })
  .check(
    agree<{ weekend: readonly string[] }>(
      ["weekend"],
      (c) => c.weekend.length < weekdays.length,
      "weekendWholeWeek",
    ),
  );

/** A holiday as it is added: its name in the language of the form, else in the one that its letters tell. */
export const holidaySchema = z.object({
  country: countryCode(),
  day: day(),
  name: requiredLine(120),
  language: oneOf(locales).optional(),
});

/** A holiday as it is changed: `of` is the day on which it stands, `day` the one to which it is put. */
export const holidayEditSchema = z
  .object({
    country: countryCode(),
    of: day(),
    day: day(),
    ownLanguage: oneOf(locales),
    ...inEachLanguage("name", () => optionalLine(120)),
  })
  .check(...inSomeLanguage("name"));

/** Takes a holiday out, or puts back what was taken out. */
export const holidayRemovalSchema = z.object({ country: countryCode(), day: requiredLine(10) });
export type ProgrammeInput = z.output<typeof programmeSchema>;
