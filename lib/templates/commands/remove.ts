import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { refuse } from "../../result";
import { templateToChange } from "../queries";
import { templateFor } from "../queries/plan";
import { templateSchema } from "../schema";
import { updateTemplate } from "../store";
import { demandNameFree } from "./keep";

/** Removes a template. Courses that were made from it stay; it can be put back. */
export const removeTemplate = command("course.create", templateSchema, (cx, input) => {
  const template = templateToChange(cx, input.templateId);
  updateTemplate(cx, template, { removedAt: cx.now });
  happened(cx, { kind: "template.removed", templateId: template.id });
  return { templateId: template.id, programmeId: template.programmeId };
});

/** Puts a template back that was removed; refused while another one has its name. */
export const restoreTemplate = command("course.create", templateSchema, (cx, input) => {
  const template = templateFor(cx, "course.create", input.templateId);
  if (template.removedAt === null) refuse("notFound");
  demandNameFree(cx, template.programmeId, template.name, template.id);
  updateTemplate(cx, template, { removedAt: null });
  happened(cx, { kind: "template.restored", templateId: template.id });
  return { templateId: template.id, programmeId: template.programmeId };
});
