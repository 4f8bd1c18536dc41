import type { Granted } from "../access/gate";
import { may } from "../access/table";
import type { Context } from "../acts/context";
import { coursesByModule } from "../courses/store";
import { allModules, allTools, allVersions, type ToolRow } from "./store";

/** Every tool with its versions, national variants and modules; how many courses teach each module. Public. */
export function toolCatalogue(cx: Context) {
  const versions = allVersions(cx);
  const taught = coursesByModule(cx);
  const modules = allModules(cx).map((m) => ({ ...m, courses: taught.get(m.id) ?? 0 }));
  return allTools(cx).map((tool) => ({
    ...tool,
    versions: versions
      .filter((v) => v.toolId === tool.id)
      .map((v) => ({ ...v, modules: modules.filter((m) => m.toolVersionId === v.id) })),
  }));
}
export type Tool = ReturnType<typeof toolCatalogue>[number];

/** True where the viewer may change this tool: one of their programme's, or one for all as an administrator. */
export const mayEdit = (cx: Context, tool: { programmeId: number | null }) =>
  may(cx.viewer, "tools.edit", { programmeId: tool.programmeId ?? undefined });

/** A tool with its versions and modules, to be changed. */
export const toolToEdit = (cx: Context, { id }: Granted<ToolRow, "tools.edit">): Tool =>
  toolCatalogue(cx).find((tool) => tool.id === id)!;
