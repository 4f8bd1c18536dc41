import * as z from "zod";
import { id, optionalId, requiredLine, version } from "../fields";
import { longestTemplateName } from "./rules";

/** A course to be kept as a template: under a name, or in place of what one of the programme's templates has so far. */
export const keepTemplateSchema = z.object({
  courseId: id(),
  name: requiredLine(longestTemplateName),
  /** The template that is renewed. */
  templateId: optionalId(),
});

/** Another name for a template. */
export const renameTemplateSchema = z.object({
  templateId: id(),
  version: version(),
  name: requiredLine(longestTemplateName),
});

/** A template, to be removed or put back. */
export const templateSchema = z.object({ templateId: id() });
