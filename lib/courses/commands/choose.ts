import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { modulesAmong } from "../../curriculum/store";
import { fault } from "../../faults";
import { type Locale, locales, sameOr, type Translated, textAfter } from "../../i18n/rules";
import { eachLanguage } from "../../languageFields";
import { personNames } from "../../people/store";
import { countryRow, venueRow } from "../../places/store";
import { trainersAmong } from "../../programmes/store";
import { holdsTrainerRoleIn } from "../../programmes/store/roles";
import { ifGranted, refuseAt } from "../../result";
import { dayAt } from "../../time/zone";
import { cannotSignIn } from "../../trainers/signsIn";
import { signatoriesAfter } from "../rows";
import { type CourseKind, sameSet } from "../rules";
import { type CourseInput, zoneLeftBehind } from "../schema";
import { type CourseRow, modulesIn, trainersIn } from "../store";
import { generatedTitle } from "../titles/generated";

/** What was typed in each language as one text, in the language that is written in, else in the first that was filled in. */
export const texts = (own: Locale, values: Record<Locale, string | null>): Translated => {
  const text: Translated = { own: values[own] ? own : (locales.find((l) => values[l]) ?? own) };
  for (const locale of locales) if (values[locale]) text[locale] = values[locale];
  return text;
};

/** The country chosen; refuses a venue of another country, and a retired one that the course does not have already. */
export function chosenCountry(
  cx: Context,
  input: Pick<CourseInput, "country" | "venueId">,
  before: Pick<CourseRow, "venueId"> | null,
) {
  const country = countryRow(cx, input.country) ?? refuseAt({ country: fault("choose") });
  if (input.venueId !== null) {
    const venue = venueRow(cx, input.venueId);
    if (!venue || venue.country !== input.country) refuseAt({ venueId: fault("venueElsewhere") });
    if (venue.retiredAt !== null && venue.id !== before?.venueId) refuseAt({ venueId: fault("retired") });
  }
  return country;
}

/**
 * The modules chosen with their tools, in the catalogue's order; refuses a retired one that the course does not have already, and
 * one of a curriculum in whose place another came, unless the course is planned by it.
 */
export function chosenModules(
  cx: Context,
  moduleIds: readonly number[],
  before: Pick<CourseRow, "id"> | null,
) {
  const found = modulesAmong(cx, moduleIds);
  if (found.length !== moduleIds.length) refuseAt({ moduleIds: fault("choose") });
  const taught = before ? modulesIn(cx, before.id) : [];
  if (found.some((m) => m.retired && !taught.includes(m.moduleId))) refuseAt({ moduleIds: fault("retired") });
  const pinned = new Set(modulesAmong(cx, taught).map((m) => m.toolVersionId));
  if (found.some((m) => m.supersededAt !== null && !pinned.has(m.toolVersionId)))
    refuseAt({ moduleIds: fault("curriculumReplaced") });
  return found;
}

/** The title typed, else the one that follows kind, tools and place; as it was where it says the same. */
export function chosenTitle(
  input: Pick<CourseInput, "kind" | "titleEn" | "titleFr" | "titleAr" | "ownLanguage">,
  taught: ReturnType<typeof chosenModules>,
  place: Translated,
  before: Pick<CourseRow, "title"> | null,
) {
  const own = input.ownLanguage;
  const titleGenerated = !input.titleEn && !input.titleFr && !input.titleAr;
  const toolNames = [...new Map(taught.map((m) => [m.toolId, m.toolTitle[m.toolTitle.own] ?? ""])).values()];
  const title = titleGenerated
    ? localisedTitle(input.kind, toolNames, place, own)
    : texts(own, eachLanguage(input, "title"));
  return { titleGenerated, title: before?.title.own === title.own ? sameOr(before.title, title) : title };
}

/** A place as it can stand in a title of this language: a name in other letters would turn around what is before it. */
function placeToRead(place: Translated, locale: Locale): string {
  const inArabic = (name: string) => /\p{Script=Arabic}/u.test(name);
  const known = [place[locale], place[place.own], ...locales.map((other) => place[other])];
  return known.find((name) => name && inArabic(name) === (locale === "ar")) ?? "";
}

/** The generated title with the place as each language writes it, and without one where none is known in its letters. */
function localisedTitle(kind: CourseKind, toolNames: string[], place: Translated, own: Locale): Translated {
  const title: Translated = { own };
  for (const locale of locales) {
    const here = generatedTitle(kind, toolNames, placeToRead(place, locale), own)[locale];
    if (here) title[locale] = here;
  }
  return title;
}

/** Who trains in this course already, while it stays in its programme. */
const trainersBefore = (cx: Context, { programmeId }: CourseInput, before: CourseRow | null) =>
  before?.programmeId === programmeId ? trainersIn(cx, before.id) : [];

/**
 * Refuses whoever is no trainer in the programme, by name where they are one in another that the viewer plans for. Who trains
 * in this course already stays, also where the role in the programme, or the account, has ended meanwhile.
 */
function demandTrainers(cx: Context, input: CourseInput, before: CourseRow | null): void {
  const here = trainersBefore(cx, input, before);
  const known = [...trainersAmong(cx, input.programmeId, input.trainerIds), ...here];
  const strangers = input.trainerIds.filter((id) => !known.includes(id));
  if (strangers.length === 0) return;
  // Whoever schedules a workshop of their own plans for nobody else.
  const programmes = ifGranted(() => gate.reach(cx, "course.create"))?.programmes ?? [];
  const named = strangers.find(
    (id) =>
      holdsTrainerRoleIn(cx, id, programmes) || (before !== null && trainersIn(cx, before.id).includes(id)),
  );
  const person = named === undefined ? undefined : personNames(cx, named);
  if (!person) refuseAt({ trainerIds: fault("trainerNotInProgramme") });
  const params = { trainer: { person }, others: strangers.length - 1 };
  refuseAt({ trainerIds: fault("trainerOfOtherProgramme", { params }) });
}

/** Refuses whoever can no longer sign in and is new to a course that is not over; one that is recorded after its end names who trained. */
function demandSignsIn(cx: Context, input: CourseInput, before: CourseRow | null): void {
  const { startsOn, endsOn, zone } = input;
  const last = endsOn ?? startsOn;
  if (last !== null && last < dayAt(cx.now, zone)) return;
  const here = trainersBefore(cx, input, before);
  const added = input.trainerIds.filter((id) => !here.includes(id));
  const disabled = cannotSignIn(cx, added);
  if (disabled) refuseAt({ trainerIds: disabled });
}

/** Refuses a day of decision that is over; one that stood there already stays. */
function demandDecideBy(cx: Context, { decideBy, zone }: CourseInput, before: CourseRow | null): void {
  if (decideBy && decideBy !== before?.decideBy && decideBy < dayAt(cx.now, zone))
    refuseAt({ decideBy: fault("answerByPast") });
}

/** Texts that a form shows in one language and that may stand in others too. */
type Texts = Pick<CourseRow, "title" | "place" | "description" | "costs" | "signatories">;

/**
 * Checks what the form refers to and returns the columns that follow from it. What is retired stays on a course that has
 * it, and no other can choose it.
 * @param kept texts that stay in all their languages where the form says the same: the course's, or of the plan that a new
 * one is made from.
 */
export function columnsOf(
  cx: Context,
  input: CourseInput,
  before: CourseRow | null,
  kept: Texts | null = before,
) {
  const country = chosenCountry(cx, input, before);
  if (zoneLeftBehind(input, country.zone))
    refuseAt({ zone: fault("zoneOfOtherCountry", { params: { zone: input.zone, usual: country.zone } }) });
  const found = chosenModules(cx, input.moduleIds, before);
  demandTrainers(cx, input, before);
  demandSignsIn(cx, input, before);
  demandDecideBy(cx, input, before);
  const own = input.ownLanguage;
  /** The language that the form was in, which is that of the title as it was. */
  const shown = kept?.title.own ?? own;
  const place = sameOr(kept?.place ?? null, texts(own, eachLanguage(input, "place")));
  return {
    moduleIds: found.map((m) => m.moduleId),
    columns: {
      programmeId: input.programmeId,
      kind: input.kind,
      ...chosenTitle(input, found, place, kept),
      description: textAfter(kept?.description ?? null, shown, input.description, own),
      country: input.country,
      place,
      mode: input.mode,
      venueId: input.mode === "online" ? null : input.venueId,
      zone: input.zone,
      startsOn: input.startsOn,
      endsOn: input.endsOn,
      applyBy: input.applyBy,
      languages: before && sameSet(before.languages, input.languages) ? before.languages : input.languages,
      capacity: input.capacity,
      minimumPeople:
        input.minimumPeople === undefined ? (before?.minimumPeople ?? null) : input.minimumPeople,
      decideBy: input.decideBy === undefined ? (before?.decideBy ?? null) : input.decideBy,
      admission: input.admission,
      minAttendance: input.minAttendance,
      minPostTest: input.minPostTest,
      microTeaching: input.microTeaching,
      excusedLeftOut: input.excusedLeftOut,
      joinersFromStart: input.joinersFromStart,
      costs: textAfter(kept?.costs ?? null, shown, input.costs, own),
      signatories: signatoriesAfter(input.signatories, kept?.signatories ?? [], own),
    },
  };
}
