import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { refuse, refuseAt } from "../../result";
import { planOf, templateToChange } from "../queries";
import { keepTemplateSchema } from "../schema";
import { insertTemplate, templateNamed, updateTemplate } from "../store";

/** Refuses a name that another template of the programme has. */
export function demandNameFree(cx: Context, programmeId: number, name: string, but: number | null): void {
  const same = templateNamed(cx, programmeId, name);
  if (same && same.id !== but) refuseAt({ name: fault("templateNameTaken") });
}

/**
 * Keeps the plan of a course as a template of its programme, or in place of what one of its templates was so far. The course
 * stays what it is.
 */
export const keepTemplate = command("course.create", keepTemplateSchema, (cx, input) => {
  const course = gate.course(cx, "course.create", input.courseId);
  if (course.countedBy !== "people") refuse("courseByNumbers");
  const { programmeId } = course;
  const before = input.templateId === null ? null : templateToChange(cx, input.templateId);
  if (before && before.programmeId !== programmeId) refuse("notFound");
  demandNameFree(cx, programmeId, input.name, before?.id ?? null);
  const plan = planOf(cx, course);
  const templateId = before?.id ?? insertTemplate(cx, { programmeId, name: input.name, plan });
  if (before)
    updateTemplate(cx, before, { name: input.name, plan, keptBy: cx.viewer.personId, keptAt: cx.now });
  happened(cx, { kind: "template.kept", templateId });
  return { templateId, programmeId };
});
