import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { chosenCountry, chosenModules, chosenTitle, texts } from "../../courses/commands/choose";
import { factKinds, sameSet } from "../../courses/rules";
import type { CourseRow } from "../../courses/store";
import { type Locale, locales, sameOr, type Translated, textAfter } from "../../i18n/rules";
import { eachLanguage } from "../../languageFields";
import { refuseAt } from "../../result";
import { dayAt } from "../../time/zone";
import { countCells, countField, factNoteField, factSourceField, sourceOf, whenFaults } from "../rules";
import type { RecordInput } from "../schema";
import { factsOf, replaceFacts, replaceHeadcounts } from "../store";

/** A text typed in each language, or nothing; the one before where it says the same. */
function textOf(
  own: Locale,
  values: Record<Locale, string | null>,
  before: Translated | null,
): Translated | null {
  if (locales.every((l) => !values[l])) return null;
  return sameOr(before, texts(own, values));
}

/** Checks what the form refers to and its days against the clock; returns the columns and modules that follow from it. */
export function columnsOf(cx: Context, input: RecordInput, before: CourseRow | null) {
  const country = chosenCountry(cx, input, before);
  const zone = before?.country === input.country ? before.zone : country.zone;
  const fields = whenFaults(input, dayAt(cx.now, zone));
  if (Object.keys(fields).length > 0) refuseAt(fields);
  const taught = chosenModules(cx, input.moduleIds, before);
  const own = input.ownLanguage;
  const place = sameOr(before?.place ?? null, texts(own, eachLanguage(input, "place")));
  return {
    moduleIds: taught.map((m) => m.moduleId),
    columns: {
      programmeId: input.programmeId,
      kind: input.kind,
      ...chosenTitle(input, taught, place, before),
      description: textAfter(before?.description ?? null, before?.title.own ?? own, input.description, own),
      country: input.country,
      place,
      mode: input.mode,
      venueId: input.mode === "online" ? null : input.venueId,
      zone,
      startsOn: input.startsOn,
      endsOn: input.endsOn,
      year: input.year,
      datesNote: textOf(own, eachLanguage(input, "datesNote"), before?.datesNote ?? null),
      languages: before && sameSet(before.languages, input.languages) ? before.languages : input.languages,
    },
  };
}

/** Puts numbers and facts in place of those so far, each with what it rests on. Within the open transaction. */
export function putKnown(
  cx: Context,
  { id: courseId }: GrantedCourse<"course.create" | "course.edit">,
  input: RecordInput,
): void {
  const before = factsOf(cx, courseId);
  const numbers = countCells.flatMap(({ measure, group }) => {
    const count = input[countField(measure, group)];
    const source = sourceOf(input, measure, group);
    return count === null || source === null ? [] : [{ measure, grouping: group, count, source }];
  });
  const facts = factKinds.flatMap((fact) => {
    const source = input[factSourceField(fact)];
    if (source === null) return [];
    const kept = before.find((f) => f.fact === fact)?.note ?? null;
    return [
      { fact, source, note: textOf(input.ownLanguage, eachLanguage(input, factNoteField(fact)), kept) },
    ];
  });
  replaceHeadcounts(cx, courseId, numbers);
  replaceFacts(cx, courseId, facts);
}
