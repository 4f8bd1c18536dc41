import * as z from "zod/mini";
import { oneOf, optionalId, optionalLine, optionalText, requiredLine, requiredText } from "../fields";
import { locales } from "../i18n/rules";

/** A tool with its first version. Modules come one a line: "M1 | title | minutes". */
export const toolSchema = z.object({
  title: requiredLine(120),
  ownLanguage: oneOf(locales),
  description: requiredText(1000, "required"),
  audience: optionalText(500),
  manualUrl: z.pipe(
    optionalLine(300),
    z.nullable(z.string().check(z.regex(/^https:\/\/[^\s]+$/, "addressInvalid"))),
  ),
  programmeId: optionalId(),
  version: requiredLine(60),
  country: optionalLine(2),
  modules: requiredText(4000, "required"),
});
