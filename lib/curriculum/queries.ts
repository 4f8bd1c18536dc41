import { asc, eq, sql } from "drizzle-orm";
import { outer } from "@/db/client";
import { courseModules, courses, modules, programmes, tools, toolVersions } from "@/db/schema";
import { may } from "../access/rules";
import type { Context } from "../acts/context";
import { counts } from "../courses/queries";

/** Every tool with its versions, national variants and modules; how many courses teach each module. */
export function toolCatalogue(cx: Context) {
  const allTools = cx.db
    .select({
      id: tools.id,
      code: tools.code,
      title: tools.title,
      otherNames: tools.otherNames,
      description: tools.description,
      audience: tools.audience,
      manualUrl: tools.manualUrl,
      programmeId: tools.programmeId,
      programme: programmes.code,
      retiredAt: tools.retiredAt,
      version: tools.version,
    })
    .from(tools)
    .leftJoin(programmes, eq(programmes.id, tools.programmeId))
    .orderBy(asc(tools.id))
    .all();
  const versions = cx.db.select().from(toolVersions).orderBy(asc(toolVersions.id)).all();
  const allModules = cx.db
    .select({
      id: modules.id,
      toolVersionId: modules.toolVersionId,
      code: modules.code,
      title: modules.title,
      minutes: modules.minutes,
      position: modules.position,
      retiredAt: modules.retiredAt,
      courses: sql<number>`(select count(*) from ${courseModules} join ${courses} on ${courses.id} = ${courseModules.courseId} where ${courseModules.moduleId} = ${outer(modules.id)} and ${counts})`,
    })
    .from(modules)
    .orderBy(asc(modules.toolVersionId), asc(modules.position))
    .all();
  return allTools.map((tool) => ({
    ...tool,
    versions: versions
      .filter((v) => v.toolId === tool.id)
      .map((v) => ({ ...v, modules: allModules.filter((m) => m.toolVersionId === v.id) })),
  }));
}
export type Tool = ReturnType<typeof toolCatalogue>[number];

/** True where the viewer may change this tool: one of their programme's, or one for all as an administrator. */
export const mayEdit = (cx: Context, tool: { programmeId: number | null }) =>
  may(cx.viewer, "tools.edit", { programmeId: tool.programmeId ?? undefined });

/** A tool with its versions and modules for whoever may change it, else null. */
export function toolToEdit(cx: Context, toolId: number): Tool | null {
  const tool = toolCatalogue(cx).find((t) => t.id === toolId);
  return tool && mayEdit(cx, tool) ? tool : null;
}
