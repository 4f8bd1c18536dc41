import * as z from "zod";
import { checkbox, id, optionalId, requiredLine, version } from "../fields";
import { longestTemplateName } from "./rules";

/** What a new course is made from: another course or a template, and whether groups and sessions come from there too. */
export const fromPlanFields = {
  copyOf: optionalId().optional(),
  templateId: optionalId().optional(),
  withGroups: checkbox().optional(),
  withSessions: checkbox().optional(),
};

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
