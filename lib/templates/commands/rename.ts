import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { refuse } from "../../result";
import { templateToChange } from "../queries";
import { renameTemplateSchema } from "../schema";
import { updateTemplate } from "../store";
import { demandNameFree } from "./keep";

/** Gives a template another name. */
export const renameTemplate = command("course.create", renameTemplateSchema, (cx, input) => {
  const template = templateToChange(cx, input.templateId);
  if (template.version !== input.version) refuse("stale");
  demandNameFree(cx, template.programmeId, input.name, template.id);
  updateTemplate(cx, template, { name: input.name });
  happened(cx, { kind: "template.renamed", templateId: template.id });
  return { templateId: template.id, programmeId: template.programmeId };
});
