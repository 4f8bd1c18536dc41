import * as z from "zod";
import { says } from "../faults";
import {
  agree,
  checkbox,
  countryCode,
  given,
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
  textLines,
  time,
  version,
  wholeNumber,
} from "../fields";
import { courseLanguages, type Locale, locales } from "../i18n/rules";
import { rowsOf } from "../rows";
import { daysBetween } from "../time/civil";
import { decisionChecks, decisionFields, newFields, organisationFields, sentFields } from "./fields";
import { mostQuestions, mostSignatories } from "./rows";
import { admissionModes, courseKinds, courseModes, courseStates, questionKinds } from "./rules";

/** An IANA time zone that exists. */
export const zone = () =>
  requiredLine(60).refine((text) => {
    try {
      return Boolean(new Intl.DateTimeFormat("en", { timeZone: text })) && /^[A-Z]/.test(text);
    } catch {
      return false;
    }
  }, says("zoneUnknown"));

/** A question that registering asks; without a key where it is added. */
const questionRow = z
  .object({
    id: optionalId(),
    label: requiredLine(300),
    kind: oneOf(questionKinds),
    required: checkbox(),
    options: textLines(120),
  })
  .check(
    agree<{ kind: string; options: string[] }>(
      ["options", "kind"],
      (q) => q.kind !== "choice" || q.options.length >= 2,
      "twoOptions",
    ),
    agree<{ kind: string; options: string[] }>(
      ["options", "kind"],
      (q) => q.kind !== "choice" || new Set(q.options.map((o) => o.toLowerCase())).size === q.options.length,
      "optionTwice",
    ),
  );

/** Who signs the certificates of a course; `id`: which of those so far it is, from 1. */
const signatoryRow = z.object({ id: optionalId(), name: requiredLine(120), role: optionalLine(160) });

const planFields = {
  programmeId: id(),
  kind: oneOf(courseKinds),
  moduleIds: ids(60).refine((list) => list.length > 0, says("chooseModules")),
  titleEn: optionalLine(160),
  titleFr: optionalLine(160),
  titleAr: optionalLine(160),
  ownLanguage: oneOf(locales),
  description: optionalText(3000),
  country: countryCode(),
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
  capacity: wholeNumber(1, 1000),
  ...decisionFields,
  admission: oneOf(admissionModes),
  trainerIds: ids(40),
  minAttendance: wholeNumber(0, 100),
  minPostTest: optionalNumber(1, 100),
  microTeaching: checkbox(),
  excusedLeftOut: checkbox(),
  joinersFromStart: checkbox(),
  costs: optionalText(500),
  signatories: rowsOf(signatoryRow, mostSignatories),
  questions: rowsOf(questionRow, mostQuestions, ["kind"]),
  /** Country and zone as the form showed them, so that a zone left behind by another country is asked about. */
  shownCountry: optionalLine(2),
  shownZone: optionalLine(60),
};

type Dated = { startsOn: string | null; endsOn: string | null; applyBy: string | null };
type Placed = { placeEn: string | null; placeFr: string | null; placeAr: string | null; ownLanguage: Locale };

/** The fields of a course's title and place in each language. */
export const titleFields = { en: "titleEn", fr: "titleFr", ar: "titleAr" } as const;
export const placeFields = { en: "placeEn", fr: "placeFr", ar: "placeAr" } as const;

type Days = { startsOn: string | null; endsOn: string | null };
/** What the days of a course must agree on: both or none, in their order, within a year. */
export const dayChecks = [
  agree<Days>(
    ["startsOn", "endsOn"],
    (c) => Boolean(c.startsOn) === Boolean(c.endsOn),
    "bothDates",
    "endsOn",
  ),
  agree<Days>(
    ["startsOn", "endsOn"],
    (c) => !c.startsOn || !c.endsOn || c.endsOn >= c.startsOn,
    "courseEndsBeforeStart",
    "endsOn",
  ),
  agree<Days>(
    ["startsOn", "endsOn"],
    (c) => !c.startsOn || !c.endsOn || c.endsOn < c.startsOn || daysBetween(c.startsOn, c.endsOn) <= 366,
    "courseTooLong",
    "endsOn",
  ),
];

/** What a plan must agree on with itself. */
const planChecks = [
  ...dayChecks,
  agree<Dated>(
    ["applyBy", "endsOn"],
    (c) => !c.applyBy || !c.endsOn || c.applyBy <= c.endsOn,
    "applyAfterEnd",
  ),
  ...decisionChecks,
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

/**
 * The plan of a new course. Dates are both given or both left out ("dates not known"). Where it is made from another course or
 * from a template: which, and whether groups and sessions come from there too.
 */
export const courseSchema = z.object({ ...planFields, ...newFields }).check(...planChecks);
export type NewCourseInput = z.output<typeof courseSchema>;
export type CourseInput = Omit<NewCourseInput, keyof typeof newFields>;

/** The same for a course that is there; `version` is that of the row the form was made from. */
export const courseEditSchema = z
  .object({ ...planFields, courseId: id(), version: version() })
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
  country: countryCode(),
  place: requiredLine(80),
  venueId: optionalId(),
  zone: zone(),
  startsOn: optionalDay().refine(given<string>, says("required")),
  /** Left out for a workshop of one day. */
  endsOn: optionalDay(),
  ...organisationFields,
  capacity: wholeNumber(1, 1000),
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
  .object({ programmeId: id(), ...workshopFields, ...hoursFields, ...sentFields })
  .check(...workshopChecks);
export type WorkshopInput = z.output<typeof workshopSchema>;

/** The same for a workshop that is there. Hours are left out where its timetable was changed by hand. */
export const workshopEditSchema = z
  .object({
    courseId: id(),
    version: version(),
    ...workshopFields,
    startsAt: time().optional(),
    endsAt: time().optional(),
    breakFrom: time().optional(),
    breakMinutes: wholeNumber(0, 180).optional(),
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

/** A course of which a coordinator says that it takes place. */
export const confirmSchema = z.object({ courseId: id() });

export const courseStateSchema = z.object({
  courseId: id(),
  from: oneOf(courseStates),
  to: oneOf(courseStates),
  reason: optionalLine(500),
  /** For ending: what the person was told that it does (`endingWord`), and that rolls may stay incomplete. */
  foreseen: optionalLine(60).optional(),
  withoutRolls: checkbox().optional(),
  /** Whether the page said that it is not certain yet whether it takes place. */
  tentative: oneOf(["yes", "no"]).optional(),
  /** For cancelling: whether the page said that the first day had come. */
  begun: oneOf(["yes", "no"]).optional(),
});

/** What the catalogue's address may say; what it says wrongly is passed over. */
export const catalogueSchema = z.object({
  q: searchLine().catch(null),
  tool: optionalLine(60).catch(null),
  country: optionalLine(2).catch(null),
  language: optionalLine(3).catch(null),
  from: optionalDay().catch(null),
  after: optionalLine(40).catch(null),
});
export type CatalogueFilter = z.output<typeof catalogueSchema>;
