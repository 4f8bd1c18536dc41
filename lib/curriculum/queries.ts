import type { Granted } from "../access/gate";
import * as gate from "../access/gate";
import type { Context } from "../acts/context";
import { allModules, allTools, allVersions, type ToolRow } from "./store";

export { coursesByModule } from "../courses/store";

/** Every tool with its versions, national variants and modules. Public. */
export function toolCatalogue(cx: Context) {
  const versions = allVersions(cx);
  const modules = allModules(cx);
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
  gate.mayInProgramme(cx, "tools.edit", tool.programmeId);

/** A tool with its versions and modules, to be changed. */
export const toolToEdit = (cx: Context, { id }: Granted<ToolRow, "tools.edit">): Tool =>
  toolCatalogue(cx).find((tool) => tool.id === id)!;
