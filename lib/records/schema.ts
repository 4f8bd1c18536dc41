import * as z from "zod";
import {
  courseKinds,
  courseModes,
  type FactKind,
  factKinds,
  type SourceKind,
  sourceKinds,
} from "../courses/rules";
import { dayChecks } from "../courses/schema";
import {
  anyOf,
  countryCode,
  formKey,
  id,
  ids,
  oneOf,
  optionalDay,
  optionalId,
  optionalLine,
  optionalNumber,
  optionalOneOf,
  optionalText,
  requiredText,
  version,
} from "../fields";
import { courseLanguages, locales } from "../i18n/rules";
import { fieldIn, inEachLanguage } from "../languageFields";
import {
  type CountSourceField,
  type Counts,
  countCells,
  countFaults,
  countFields,
  countSourceField,
  type FactSourceField,
  type FieldFaults,
  factFaults,
  factNoteField,
  factSourceField,
  sourceFaults,
} from "./rules";

const fieldsOf = <Name extends string, Field>(names: readonly Name[], field: () => Field) =>
  Object.fromEntries(names.map((name) => [name, field()])) as Record<Name, Field>;

const source = () => optionalOneOf(sourceKinds);
const countSourceFields: readonly CountSourceField[] = countCells.map((c) =>
  countSourceField(c.measure, c.group),
);
const factSourceFields: readonly FactSourceField[] = factKinds.map(factSourceField);
const noteFields = factKinds.flatMap((fact) => locales.map((l) => fieldIn(factNoteField(fact), l)));
const datesNoteFields = locales.map((l) => fieldIn("datesNote", l));

const recordFields = {
  programmeId: id(),
  kind: oneOf(courseKinds),
  moduleIds: ids(60),
  ...inEachLanguage("title", () => optionalLine(160)),
  ownLanguage: oneOf(locales),
  description: optionalText(3000),
  country: countryCode(),
  ...inEachLanguage("place", () => optionalLine(80)),
  mode: oneOf(courseModes),
  venueId: optionalId(),
  startsOn: optionalDay(),
  endsOn: optionalDay(),
  /** Which years are possible depends on the day; the command looks. */
  year: optionalNumber(1000, 9999, "yearDigits"),
  ...inEachLanguage("datesNote", () => optionalLine(200)),
  languages: anyOf(courseLanguages),
  ...fieldsOf(countFields, () => optionalNumber(0, 100_000)),
  ...fieldsOf(countSourceFields, source),
  ...fieldsOf(factSourceFields, source),
  ...fieldsOf(noteFields, () => optionalLine(300)),
};

/** Faults that several fields make together, looked at where none of these is wrong in itself. */
const together = <Form>(fields: readonly string[], faults: (form: Form) => FieldFaults) =>
  z.superRefine<Form>(
    (form, context) => {
      for (const [field, fault] of Object.entries(faults(form)))
        context.addIssue({ code: "custom", path: [field], params: { fault } });
    },
    { when: ({ issues }) => !issues.some((issue) => fields.includes(String(issue.path?.[0]))) },
  );

type Sourced = Counts & Record<CountSourceField, SourceKind | null>;
type Said = Record<FactSourceField, SourceKind | null> & Record<string, unknown>;

/** Which facts the fields say something of, as `factFaults` asks; a field that is wrong in itself says something too. */
function said(form: Said) {
  const any = (fields: readonly string[]) =>
    fields.some((field) => {
      const value = form[field];
      return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== "";
    });
  const fieldsOfFact: Partial<Record<FactKind, readonly string[]>> = {
    dates: ["startsOn", "endsOn", "year", ...datesNoteFields],
    tools: ["moduleIds"],
    language: ["languages"],
  };
  return {
    ...form,
    given: factKinds.filter((fact) => any(fieldsOfFact[fact] ?? [])),
    noted: factKinds.filter((fact) => any(locales.map((l) => fieldIn(factNoteField(fact), l)))),
    counted: any(countFields),
  };
}

/** What a record must agree on with itself; what depends on the day is asked by the command. */
const recordChecks = [
  ...dayChecks,
  together<Sourced>(countFields, (form) => ({ ...countFaults(form), ...sourceFaults(form) })),
  together<Said>([], (form) => factFaults(said(form))),
] as const;

/** What is known of a course that is over and whose people are known by numbers only. */
export const recordSchema = z
  .object({ ...recordFields, formKey: formKey().optional() })
  .check(...recordChecks);
export type RecordInput = z.output<typeof recordSchema>;

/** The same for a record that is there; `version` is that of the row the form was made from. */
export const recordEditSchema = z
  .object({ ...recordFields, courseId: id(), version: version() })
  .check(...recordChecks);

export const recordTakeOutSchema = z.object({ courseId: id(), reason: requiredText(500, "takeOutReason") });

export const recordPutBackSchema = z.object({ courseId: id() });
