import { asc, eq, sql } from "drizzle-orm";
import { outer, read } from "@/db/client";
import { courseModules, modules, programmes, tools, toolVersions } from "@/db/schema";
import type { Viewer } from "../access/rules";

/** Every tool with its versions, national variants and modules; how many courses teach each module. */
export function toolCatalogue(_viewer: Viewer) {
  const allTools = read()
    .select({
      id: tools.id,
      code: tools.code,
      title: tools.title,
      description: tools.description,
      audience: tools.audience,
      manualUrl: tools.manualUrl,
      programme: programmes.code,
    })
    .from(tools)
    .leftJoin(programmes, eq(programmes.id, tools.programmeId))
    .orderBy(asc(tools.id))
    .all();
  const versions = read().select().from(toolVersions).orderBy(asc(toolVersions.id)).all();
  const allModules = read()
    .select({
      id: modules.id,
      toolVersionId: modules.toolVersionId,
      code: modules.code,
      title: modules.title,
      minutes: modules.minutes,
      courses: sql<number>`(select count(*) from ${courseModules} where ${courseModules.moduleId} = ${outer(modules.id)})`,
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
