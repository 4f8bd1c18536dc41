import * as z from "zod/mini";
import {
  checkbox,
  type FormRow,
  id,
  inEachLanguage,
  inSomeLanguage,
  oneOf,
  optionalId,
  optionalLine,
  optionalNumber,
  optionalText,
  readRows,
  requiredLine,
  rowFaults,
  wholeNumber,
} from "../fields";
import { type Locale, locales } from "../i18n/rules";

const toolFields = {
  ...inEachLanguage("title", () => optionalLine(120)),
  ...inEachLanguage("description", () => optionalText(1000)),
  ...inEachLanguage("audience", () => optionalText(500)),
  /** Separated by commas. */
  otherNames: optionalLine(300),
  /** The language that is written in: what is missing is said beside it, and readers fall back to it. */
  ownLanguage: oneOf(locales),
  manualUrl: z.pipe(
    optionalLine(300),
    z.nullable(z.string().check(z.regex(/^https:\/\/[^\s]+$/, "addressInvalid"))),
  ),
};

const versionFields = {
  versionLabel: requiredLine(60),
  /** ISO country of a national variant, or nothing: as published. */
  country: optionalLine(2),
};

/** A module as a row of a form. Without a code it is the whole tool. */
const moduleRow = (ownLanguage: Locale) =>
  z
    .object({
      code: optionalLine(12),
      ...inEachLanguage("title", () => optionalLine(160)),
      minutes: wholeNumber(15, 6000),
      position: optionalNumber(1, 999),
      retired: checkbox(),
      ownLanguage: z.pipe(
        z.optional(z.unknown()),
        z.transform((): Locale => ownLanguage),
      ),
    })
    .check(...inSomeLanguage("title"));
export type ModuleRow = FormRow<z.output<ReturnType<typeof moduleRow>>>;

const moduleFaults = rowFaults<{ ownLanguage: Locale }>("module", (form) => moduleRow(form.ownLanguage));

/** Replaces the fields of modules by their rows. */
const withModules = <Form extends { ownLanguage: Locale }>() =>
  z.transform<Form, Form & { modules: ModuleRow[] }>((form) => ({
    ...form,
    modules: readRows(form, "module", moduleRow(form.ownLanguage)),
  }));

const newTool = { programmeId: optionalId(), ...toolFields, ...versionFields };
const versionEdit = {
  toolVersionId: id(),
  version: wholeNumber(1, 999_999_999),
  ownLanguage: oneOf(locales),
  ...versionFields,
};

/** A tool with its first version; modules as fields `module_new1_titleEn` and so on. */
export const toolSchema = z.pipe(
  z.looseObject(newTool).check(...inSomeLanguage("title"), ...inSomeLanguage("description"), moduleFaults),
  withModules<z.output<z.ZodMiniObject<typeof newTool>>>(),
);

/** The texts of a tool that is there; `version` is that of the row the form was made from. */
export const toolEditSchema = z
  .object({ toolId: id(), version: wholeNumber(1, 999_999_999), ...toolFields })
  .check(...inSomeLanguage("title"), ...inSomeLanguage("description"));

/** A version of a tool with its modules: fields `module_12_minutes`, `module_new1_titleEn` and so on. */
export const toolVersionEditSchema = z.pipe(
  z.looseObject(versionEdit).check(moduleFaults),
  withModules<z.output<z.ZodMiniObject<typeof versionEdit>>>(),
);

/** A new version or national variant, with the modules of another version or none. */
export const toolVersionSchema = z.object({ toolId: id(), ...versionFields, copyFrom: optionalId() });

/** Retires a tool or brings it back. */
export const toolRetirementSchema = z.object({ toolId: id(), retired: oneOf(["yes", "no"]) });

/** Retires a version or brings it back. */
export const toolVersionRetirementSchema = z.object({ toolVersionId: id(), retired: oneOf(["yes", "no"]) });
