import * as z from "zod";
import { says } from "../faults";
import {
  checkbox,
  id,
  oneOf,
  optionalId,
  optionalLine,
  optionalNumber,
  optionalText,
  requiredLine,
  textLines,
  version,
  wholeNumber,
} from "../fields";
import { type Locale, locales } from "../i18n/rules";
import { fieldIn, inEachLanguage, inSomeLanguage } from "../languageFields";
import { type Placed, rowsOf } from "../rows";

const mostOtherNames = 20;

const toolFields = {
  ...inEachLanguage("title", () => optionalLine(120)),
  ...inEachLanguage("description", () => optionalText(1000)),
  ...inEachLanguage("audience", () => optionalText(500)),
  /** One a line. */
  otherNames: textLines(120).refine(
    (names) => names.length <= mostOtherNames,
    says("tooManyLines", { params: { max: mostOtherNames } }),
  ),
  /** The language that is written in: what is missing is said beside it, and readers fall back to it. */
  ownLanguage: oneOf(locales),
  manualUrl: optionalLine(300).refine(
    (address) => address === null || /^https:\/\/[^\s]+$/.test(address),
    says("addressInvalid"),
  ),
};

const versionFields = {
  versionLabel: requiredLine(60),
  /** ISO country of a national variant, or nothing: as published. */
  country: optionalLine(2),
};

/** A module as a row; without a key where it is added. Without a code it is the whole tool. */
const moduleRow = z.object({
  id: optionalId(),
  code: optionalLine(12),
  ...inEachLanguage("title", () => optionalLine(160)),
  minutes: wholeNumber(15, 6000),
  /** The code of the module of the tool as published that it is; nothing: as its own code says. */
  publishedCode: optionalLine(12),
  position: optionalNumber(1, 999),
  retired: checkbox(),
});
export type ModuleRow = z.output<typeof moduleRow> & Placed;

const modules = () => rowsOf(moduleRow, 80);

/** Each module has a title in one language at least; where in none, it is said beside the one that is written in. */
const modulesHaveTitles = z.superRefine<{ ownLanguage: Locale; modules: readonly ModuleRow[] }>(
  (form, context) => {
    for (const row of form.modules)
      if (!locales.some((l) => row[fieldIn("title", l)]))
        context.addIssue({
          code: "custom",
          path: ["modules", row.index, fieldIn("title", form.ownLanguage)],
          ...says("required"),
        });
  },
  {
    when: ({ issues }) => !issues.some(({ path }) => ["ownLanguage", "modules"].includes(String(path?.[0]))),
  },
);

/** A tool with its first version and its modules. */
export const toolSchema = z
  .object({ programmeId: optionalId(), ...toolFields, ...versionFields, modules: modules() })
  .check(...inSomeLanguage("title"), ...inSomeLanguage("description"), modulesHaveTitles);

/** The texts of a tool that is there; `version` is that of the row the form was made from. */
export const toolEditSchema = z
  .object({ toolId: id(), version: version(), ...toolFields })
  .check(...inSomeLanguage("title"), ...inSomeLanguage("description"));

/** A version of a tool with its modules; `version` is that of the tool's row. */
export const toolVersionEditSchema = z
  .object({
    toolVersionId: id(),
    version: version(),
    ownLanguage: oneOf(locales),
    ...versionFields,
    modules: modules(),
  })
  .check(modulesHaveTitles);

/** A new version or national variant, with the modules of another version or none. */
export const toolVersionSchema = z.object({ toolId: id(), ...versionFields, copyFrom: optionalId() });

/** Retires a tool or brings it back. */
export const toolRetirementSchema = z.object({ toolId: id(), retired: oneOf(["yes", "no"]) });

/** Retires a version or brings it back. */
export const toolVersionRetirementSchema = z.object({ toolVersionId: id(), retired: oneOf(["yes", "no"]) });

/** A course that goes on to the newest curricula of its tools; `foreseen`: what its page said that this does. */
export const curriculumSchema = z.object({ courseId: id(), foreseen: requiredLine(4000) });
