import {
  type CourseKind,
  type CourseMode,
  type FactKind,
  factKinds,
  headcountGroups,
  headcountMeasures,
  type SourceKind,
} from "../courses/rules";
import { type FieldFault, fault } from "../faults";
import { type CourseLanguage, locales, type Translated, textFor } from "../i18n/rules";
import { fieldIn } from "../languageFields";

/** A course of which numbers are known and no people: what its form asks for, and what must agree. */
export type Measure = (typeof headcountMeasures)[number];
export type Group = (typeof headcountGroups)[number];

/** The field of a number: `attendedWoman`. */
export type CountField = `${Measure}${Capitalize<Group>}`;
/** The field of what a number rests on. */
export type CountSourceField = `${CountField}Source`;
/** The field of what a fact rests on. */
export type FactSourceField = `${FactKind}Source`;

/** The field of a number: `attendedWoman`. */
export const countField = (measure: Measure, group: Group) =>
  `${measure}${group[0]!.toUpperCase()}${group.slice(1)}` as CountField;
/** The field of what a number rests on. */
export const countSourceField = (measure: Measure, group: Group): CountSourceField =>
  `${countField(measure, group)}Source`;
/** The field of what a fact rests on. */
export const factSourceField = (fact: FactKind): FactSourceField => `${fact}Source`;
/** The fields of the note on a fact, in each language, begin with this. */
export const factNoteField = (fact: FactKind) => `${fact}SourceNote` as const;

/** Every number that may be known, in the order in which they are asked for. */
export const countCells: readonly { measure: Measure; group: Group }[] = headcountMeasures.flatMap(
  (measure) => headcountGroups.map((group) => ({ measure, group })),
);
export const countFields: readonly CountField[] = countCells.map((c) => countField(c.measure, c.group));

/** The numbers of a form; null where not known. */
export type Counts = Record<CountField, number | null>;

/** Faults by the field beside which they are said. */
export type FieldFaults = Record<string, FieldFault>;

/**
 * Which numbers cannot all be true. Nobody completes who did not attend, nor attends who was not enrolled; women and men
 * are no more than all, whichever of these numbers are known. Each fault is said beside the number that is too large, or
 * the total that is too small, and names the others.
 */
export function countFaults(counts: Counts): FieldFaults {
  const faults: FieldFaults = {};
  const known = (measure: Measure, group: Group) => counts[countField(measure, group)] ?? null;
  for (const group of headcountGroups) {
    let before: { measure: Measure; count: number } | null = null;
    for (const measure of headcountMeasures) {
      const count = known(measure, group);
      if (count === null) continue;
      if (before && count > before.count)
        faults[countField(measure, group)] = fault("countAboveEarlier", {
          params: {
            measure,
            count,
            earlier: before.measure,
            before: before.count,
          },
        });
      before = { measure, count };
    }
  }
  headcountMeasures.forEach((measure, i) => {
    const total = known(measure, "total");
    if (total === null) return;
    /** Whoever is counted at this measure or a later one is counted here. */
    const least = (group: Group) =>
      headcountMeasures
        .slice(i)
        .map((m) => ({ measure: m, count: known(m, group) ?? 0 }))
        .reduce((most, next) => (next.count > most.count ? next : most));
    const [women, men] = [least("woman"), least("man")];
    if (women.count + men.count > total)
      faults[countField(measure, "total")] ??= fault("countAboveTotal", {
        params: {
          total,
          women: women.count,
          womenIn: women.measure,
          men: men.count,
          menIn: men.measure,
        },
      });
  });
  return faults;
}

type Sources = Record<CountSourceField, SourceKind | null>;

/** What a number rests on: what was said of it, else what was said of the total of the same measure. */
export const sourceOf = (sources: Sources, measure: Measure, group: Group): SourceKind | null =>
  sources[countSourceField(measure, group)] ?? sources[countSourceField(measure, "total")];

/** A number says what it rests on, and what is said to rest on something is there. */
export function sourceFaults(form: Counts & Sources): FieldFaults {
  const faults: FieldFaults = {};
  for (const { measure, group } of countCells) {
    const field = countField(measure, group);
    // Where all are counted too, their source is asked for once and serves women and men.
    const asked = group === "total" || form[countField(measure, "total")] === null;
    if (asked && form[field] !== null && sourceOf(form, measure, group) === null)
      faults[countSourceField(measure, group)] = fault("sourceNeeded");
    // The source of a total also serves women and men.
    const serves = group === "total" ? headcountGroups : [group];
    if (
      form[countSourceField(measure, group)] !== null &&
      serves.every((g) => form[countField(measure, g)] === null)
    )
      faults[field] = fault("numberOfSource");
  }
  return faults;
}

/** When a course was, as far as it is known: its days, or a year, or neither. */
export type When = { startsOn: string | null; endsOn: string | null; year: number | null };

export const firstYear = 1950;

/**
 * Why a course cannot have been then: a day or a year that is still to come, one before 1950, a year that is none of its
 * days'. `today` is the civil day where the course was.
 */
export function whenFaults({ startsOn, endsOn, year }: When, today: string): FieldFaults {
  const faults: FieldFaults = {};
  const range = fault("yearRange", { params: { min: firstYear, max: Number(today.slice(0, 4)) } });
  const yearOf = (day: string) => Number(day.slice(0, 4));
  if (startsOn && yearOf(startsOn) < firstYear) faults.startsOn = range;
  if (startsOn && startsOn > today) faults.startsOn = fault("courseToCome");
  else if (endsOn && endsOn > today) faults.endsOn = fault("courseToCome");
  if (year !== null && (year < firstYear || year > yearOf(today))) faults.year = range;
  else if (year !== null && startsOn && endsOn && (year < yearOf(startsOn) || year > yearOf(endsOn)))
    faults.year = fault("yearOfOtherDays", { params: { from: { day: startsOn }, to: { day: endsOn } } });
  return faults;
}

/** What the form says, fact by fact: what each rests on, and whether there is a note on it. */
export type FactsSaid = Record<FactSourceField, SourceKind | null> & {
  /** Facts with a note. */
  noted: readonly FactKind[];
  /** Facts that the other fields say something of. */
  given: readonly FactKind[];
  /** True where a number is known. */
  counted: boolean;
};

/** Facts that fields of their own say: without these there is nothing that could rest on a source. */
const factsWithFields: readonly FactKind[] = ["dates", "tools", "language"];

/**
 * A note says what its fact rests on, a source is that of something, and something is known at all: a number, or a fact
 * with its source.
 */
export function factFaults(said: FactsSaid): FieldFaults {
  const faults: FieldFaults = {};
  for (const fact of factKinds) {
    const source = said[factSourceField(fact)];
    if (said.noted.includes(fact) && source === null) faults[factSourceField(fact)] = fault("sourceNeeded");
    if (
      source !== null &&
      factsWithFields.includes(fact) &&
      !said.given.includes(fact) &&
      !said.noted.includes(fact)
    )
      faults[factSourceField(fact)] = fault("factOfSource");
  }
  if (!said.counted && factKinds.every((fact) => said[factSourceField(fact)] === null))
    faults.attendedTotal = fault("nothingKnown");
  return faults;
}

/** A recorded course as it is kept. */
export type Recorded = {
  programmeId: number;
  kind: CourseKind;
  title: Translated;
  titleGenerated: boolean;
  description: Translated | null;
  country: string;
  place: Translated;
  mode: CourseMode;
  venueId: number | null;
  startsOn: string | null;
  endsOn: string | null;
  year: number | null;
  datesNote: Translated | null;
  languages: CourseLanguage[];
  moduleIds: readonly number[];
  headcounts: readonly { measure: Measure; grouping: Group; count: number; source: SourceKind }[];
  facts: readonly { fact: FactKind; source: SourceKind; note: Translated | null }[];
};

const inFields = (name: string, text: Translated | null): Record<string, string> =>
  Object.fromEntries(locales.map((l) => [fieldIn(name, l), text?.[l] ?? ""]));

/** A recorded course as the fields of its form hold it. */
export function recordForm(course: Recorded): Record<string, string | string[]> {
  const form: Record<string, string | string[]> = {
    programmeId: String(course.programmeId),
    kind: course.kind,
    moduleIds: course.moduleIds.map(String),
    ...inFields("title", course.titleGenerated ? null : course.title),
    ownLanguage: course.title.own,
    description: textFor(course.description, course.title.own),
    country: course.country,
    ...inFields("place", course.place),
    mode: course.mode,
    venueId: course.venueId === null ? "" : String(course.venueId),
    startsOn: course.startsOn ?? "",
    endsOn: course.endsOn ?? "",
    year: course.year === null ? "" : String(course.year),
    ...inFields("datesNote", course.datesNote),
    languages: course.languages,
  };
  for (const { measure, group } of countCells) {
    const kept = course.headcounts.find((h) => h.measure === measure && h.grouping === group);
    form[countField(measure, group)] = kept ? String(kept.count) : "";
    form[countSourceField(measure, group)] = kept?.source ?? "";
  }
  for (const fact of factKinds) {
    const kept = course.facts.find((f) => f.fact === fact);
    form[factSourceField(fact)] = kept?.source ?? "";
    Object.assign(form, inFields(factNoteField(fact), kept?.note ?? null));
  }
  return form;
}

/** True for fields whose values are days, numbers, or words of a list: the audit log keeps them, and no typed text. */
const keptInLog = new Set<string>([
  "kind",
  "country",
  "mode",
  "startsOn",
  "endsOn",
  "year",
  ...countCells.flatMap((c) => [countField(c.measure, c.group), countSourceField(c.measure, c.group)]),
  ...factKinds.map(factSourceField),
]);

/** What a change of a record changed, by field: from what to what, or nothing more where it is a text. */
export function recordChanges(
  before: Record<string, string | string[]>,
  after: Record<string, string | string[]>,
): Record<string, [string, string] | null> {
  return Object.fromEntries(
    Object.keys(after)
      .filter((field) => String(before[field]) !== String(after[field]))
      .map((field) => [field, keptInLog.has(field) ? [String(before[field]), String(after[field])] : null]),
  );
}
