import type { Granted, Reach } from "../../access/gate";
import type { Context } from "../../acts/context";
import { personNames } from "../../people/store";
import type { ProgrammeRow } from "../../programmes/store";
import { refuse } from "../../result";
import { type TemplateRow, templateRow, templatesOf } from "../store";
import { templateFor } from "./plan";

export { courseToCopy, daysOfCopy, type PlanToday, planFrom, planOf, teamOf } from "./plan";

const line = ({ id, programmeId, name, plan, version, keptAt }: TemplateRow) => ({
  ...{ id, programmeId, name, version, keptAt },
  sessions: plan.sessions.length,
  groups: plan.groups.length,
  modules: plan.moduleIds.length,
});

/** Templates to plan from, of all programmes whose coordinator the viewer is, by name. */
export const templateChoices = (cx: Context, { programmes }: Granted<Reach, "course.create">) =>
  templatesOf(cx, programmes).map(line);

/** The templates of a programme, with who kept each last. */
export const programmeTemplates = (cx: Context, programme: Granted<ProgrammeRow, "programmes.read">) =>
  templatesOf(cx, [programme.id]).map((row) => ({ ...line(row), by: personNames(cx, row.keptBy) }));

/** What a template is called and whose it is, for whoever may plan from it. */
export function templateNamed(cx: Context, templateId: number): Pick<TemplateRow, "name" | "programmeId"> {
  const { name, programmeId } = templateFor(cx, "programmes.read", templateId);
  return { name, programmeId };
}

/** A template of this programme that was removed and can be put back; null where there is none of that key. */
export function removedTemplate(
  cx: Context,
  programme: Granted<ProgrammeRow, "programmes.read">,
  templateId: number,
) {
  const row = templateRow(cx, templateId);
  return row?.programmeId === programme.id && row.removedAt !== null ? line(row) : null;
}

/** A template that is there, to change; one that was removed is not found. */
export function templateToChange(cx: Context, templateId: number): TemplateRow {
  const row = templateFor(cx, "course.create", templateId);
  return row.removedAt === null ? row : refuse("notFound");
}
