import * as z from "zod/mini";
import {
  agree,
  checkbox,
  id,
  ids,
  oneOf,
  optionalDay,
  optionalId,
  optionalLine,
  optionalNumber,
  optionalText,
  requiredLine,
  requiredText,
  searchLine,
  someOf,
  time,
  wholeNumber,
} from "../fields";
import { courseLanguages, type Locale, locales } from "../i18n/rules";
import { daysBetween } from "../time/civil";
import { admissionModes, courseKinds, courseModes, courseStates } from "./rules";

/** An IANA time zone that exists. */
export const zone = () =>
  requiredLine(60).check(
    z.refine((text) => {
      try {
        return Boolean(new Intl.DateTimeFormat("en", { timeZone: text })) && /^[A-Z]/.test(text);
      } catch {
        return false;
      }
    }, "zoneUnknown"),
  );

const planFields = {
  programmeId: id(),
  kind: oneOf(courseKinds),
  moduleIds: ids(60).check(z.refine((list) => list.length > 0, "chooseModules")),
  titleEn: optionalLine(160),
  titleFr: optionalLine(160),
  titleAr: optionalLine(160),
  ownLanguage: oneOf(locales),
  description: optionalText(3000),
  country: requiredLine(2),
  placeEn: optionalLine(80),
  placeFr: optionalLine(80),
  placeAr: optionalLine(80),
  mode: oneOf(courseModes),
  venueId: optionalId(),
  zone: zone(),
  startsOn: optionalDay(),
  endsOn: optionalDay(),
  applyBy: optionalDay(),
  languages: someOf(courseLanguages),
  capacity: wholeNumber(1, 1000, "capacityRange"),
  admission: oneOf(admissionModes),
  trainerIds: ids(40),
  minAttendance: wholeNumber(0, 100),
  minPostTest: optionalNumber(1, 100),
  microTeaching: checkbox(),
  excusedLeftOut: checkbox(),
  joinersFromStart: checkbox(),
  costs: optionalText(500),
  signatories: optionalText(600),
  questions: optionalText(1500),
  /** Country and zone as the form showed them, so that a zone left behind by another country is asked about. */
  shownCountry: optionalLine(2),
  shownZone: optionalLine(60),
};

type Dated = { startsOn: string | null; endsOn: string | null; applyBy: string | null };
type Placed = { placeEn: string | null; placeFr: string | null; placeAr: string | null; ownLanguage: Locale };

/** The fields of a course's title and place in each language. */
export const titleFields = { en: "titleEn", fr: "titleFr", ar: "titleAr" } as const;
export const placeFields = { en: "placeEn", fr: "placeFr", ar: "placeAr" } as const;

/** What a plan must agree on with itself. */
const planChecks = [
  agree<Dated>(
    ["startsOn", "endsOn"],
    (c) => Boolean(c.startsOn) === Boolean(c.endsOn),
    "bothDates",
    "endsOn",
  ),
  agree<Dated>(
    ["startsOn", "endsOn"],
    (c) => !c.startsOn || !c.endsOn || c.endsOn >= c.startsOn,
    "courseEndsBeforeStart",
    "endsOn",
  ),
  agree<Dated>(
    ["startsOn", "endsOn"],
    (c) => !c.startsOn || !c.endsOn || c.endsOn < c.startsOn || daysBetween(c.startsOn, c.endsOn) <= 366,
    "courseTooLong",
    "endsOn",
  ),
  agree<Dated>(
    ["applyBy", "endsOn"],
    (c) => !c.applyBy || !c.endsOn || c.applyBy <= c.endsOn,
    "applyAfterEnd",
  ),
  // One language is enough; where there is none, it is said beside the one that the coordinator writes in.
  ...locales.map((l) =>
    agree<Placed>(
      ["placeEn", "placeFr", "placeAr", "ownLanguage"],
      (c) => Boolean(c.placeEn || c.placeFr || c.placeAr) || c.ownLanguage !== l,
      "required",
      placeFields[l],
    ),
  ),
] as const;

/** The plan of a course. Dates are both given or both left out ("dates not known"). */
export const courseSchema = z.object(planFields).check(...planChecks);
export type CourseInput = z.output<typeof courseSchema>;

/** The same for a course that is there; `version` is that of the row the form was made from. */
export const courseEditSchema = z
  .object({ ...planFields, courseId: id(), version: wholeNumber(1, 999_999_999) })
  .check(...planChecks);

/**
 * True where another country was chosen and the zone is still the one that the form showed for the first: without
 * JavaScript it does not follow by itself. `usual` is the zone of the country chosen.
 */
export const zoneLeftBehind = (
  input: Pick<CourseInput, "country" | "zone" | "shownCountry" | "shownZone">,
  usual: string,
): boolean =>
  input.shownCountry !== null &&
  input.shownCountry !== input.country &&
  input.zone === input.shownZone &&
  input.zone !== usual;

const workshopFields = {
  moduleIds: ids(60),
  /** Versions of tools of which all modules are taught: one tap instead of one for each. */
  wholeIds: ids(60),
  country: requiredLine(2),
  place: requiredLine(80),
  venueId: optionalId(),
  zone: zone(),
  startsOn: z.pipe(optionalDay(), z.string("required")),
  /** Left out for a workshop of one day. */
  endsOn: optionalDay(),
  audience: optionalLine(200),
  capacity: wholeNumber(1, 1000, "capacityRange"),
  languages: someOf(courseLanguages),
  /** Trainers beside whose workshop it is. */
  trainerIds: ids(10),
  ownLanguage: oneOf(locales),
  shownCountry: optionalLine(2),
  shownZone: optionalLine(60),
};
const hoursFields = {
  startsAt: time(),
  endsAt: time(),
  breakFrom: time(),
  breakMinutes: wholeNumber(0, 180),
};

type WorkshopDays = { startsOn: string; endsOn: string | null };
type WorkshopModules = { moduleIds: number[]; wholeIds: number[] };
type WorkshopHours = Partial<{ startsAt: string; endsAt: string; breakFrom: string; breakMinutes: number }>;

/** What the plan of a workshop must agree on with itself. */
const workshopChecks = [
  agree<WorkshopModules>(
    ["moduleIds", "wholeIds"],
    (w) => w.moduleIds.length + w.wholeIds.length > 0,
    "chooseModules",
  ),
  agree<WorkshopDays>(
    ["endsOn", "startsOn"],
    (w) => !w.endsOn || w.endsOn >= w.startsOn,
    "courseEndsBeforeStart",
  ),
  agree<WorkshopDays>(
    ["endsOn", "startsOn"],
    (w) => !w.endsOn || w.endsOn < w.startsOn || daysBetween(w.startsOn, w.endsOn) <= 60,
    "workshopTooLong",
  ),
  agree<WorkshopHours>(
    ["endsAt", "startsAt"],
    (w) => !w.startsAt || !w.endsAt || w.endsAt > w.startsAt,
    "endBeforeStart",
  ),
  agree<WorkshopHours>(
    ["breakFrom", "breakMinutes", "startsAt", "endsAt"],
    (w) =>
      !w.breakMinutes ||
      !w.breakFrom ||
      !w.startsAt ||
      !w.endsAt ||
      (w.breakFrom > w.startsAt && w.breakFrom < w.endsAt),
    "breakOutside",
  ),
] as const;

/** A workshop as a trainer schedules it: in which programme, what, where, when and for whom. */
export const workshopSchema = z
  .object({ programmeId: id(), ...workshopFields, ...hoursFields })
  .check(...workshopChecks);
export type WorkshopInput = z.output<typeof workshopSchema>;

/** The same for a workshop that is there. Hours are left out where its timetable was changed by hand. */
export const workshopEditSchema = z
  .object({
    courseId: id(),
    version: wholeNumber(1, 999_999_999),
    ...workshopFields,
    startsAt: z.optional(time()),
    endsAt: z.optional(time()),
    breakFrom: z.optional(time()),
    breakMinutes: z.optional(wholeNumber(0, 180)),
  })
  .check(...workshopChecks);
export type WorkshopEditInput = z.output<typeof workshopEditSchema>;

/** A coordinator's word on a workshop, as it was when its page came (`seenWord`). */
export const workshopApprovalSchema = z.object({ courseId: id(), seen: requiredLine(60) });
export const workshopTurnDownSchema = z.object({
  courseId: id(),
  seen: requiredLine(60),
  reason: requiredText(500),
});
export const approvalBackSchema = z.object({ courseId: id() });

export const courseStateSchema = z.object({
  courseId: id(),
  from: oneOf(courseStates),
  to: oneOf(courseStates),
  reason: optionalLine(500),
  /** For ending: what the person was told that it does (`endingWord`), and that rolls may stay incomplete. */
  foreseen: z.optional(optionalLine(60)),
  withoutRolls: z.optional(checkbox()),
});

/** What the catalogue's address may say; what it says wrongly is passed over. */
export const catalogueSchema = z.object({
  q: z.catch(searchLine(), null),
  tool: z.catch(optionalLine(60), null),
  country: z.catch(optionalLine(2), null),
  language: z.catch(optionalLine(3), null),
  from: z.catch(optionalDay(), null),
  after: z.catch(optionalLine(40), null),
});
export type CatalogueFilter = z.output<typeof catalogueSchema>;
