import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { courseTemplates } from "@/db/schema/templates";
import type { Programmes } from "../access/table";
import type { Context } from "../acts/context";

export type TemplateRow = typeof courseTemplates.$inferSelect;

/** A template as it is within the open transaction, also one that was removed. */
export const templateRow = (cx: Context, templateId: number): TemplateRow | undefined =>
  cx.db.select().from(courseTemplates).where(eq(courseTemplates.id, templateId)).get();

/** The template of a programme that has this name; undefined where none that is there has it. */
export const templateNamed = (cx: Context, programmeId: number, name: string): TemplateRow | undefined =>
  cx.db
    .select()
    .from(courseTemplates)
    .where(
      and(
        eq(courseTemplates.programmeId, programmeId),
        eq(courseTemplates.name, name),
        isNull(courseTemplates.removedAt),
      ),
    )
    .get();

/** The templates of these programmes that are there, by name. */
export const templatesOf = (cx: Context, programmes: Programmes): TemplateRow[] =>
  cx.db
    .select()
    .from(courseTemplates)
    .where(
      and(
        isNull(courseTemplates.removedAt),
        programmes === "all" ? undefined : inArray(courseTemplates.programmeId, [...programmes]),
      ),
    )
    .orderBy(asc(courseTemplates.name), desc(courseTemplates.id))
    .all();

/** Adds a template; gives its key. */
export const insertTemplate = (
  cx: Context,
  row: Pick<TemplateRow, "programmeId" | "name" | "plan">,
): number =>
  cx.db
    .insert(courseTemplates)
    .values({ ...row, keptBy: cx.viewer.personId, keptAt: cx.now })
    .returning({ id: courseTemplates.id })
    .get().id;

/** Writes what is other in a template and counts its version on. */
export function updateTemplate(
  cx: Context,
  { id, version }: Pick<TemplateRow, "id" | "version">,
  changed: Partial<Pick<TemplateRow, "name" | "plan" | "keptBy" | "keptAt" | "removedAt">>,
): void {
  cx.db
    .update(courseTemplates)
    .set({ ...changed, version: version + 1 })
    .where(eq(courseTemplates.id, id))
    .run();
}
