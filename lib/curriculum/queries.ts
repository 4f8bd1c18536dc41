import type { Granted } from "../access/gate";
import * as gate from "../access/gate";
import type { Context } from "../acts/context";
import { type CurriculumChange, curriculumChange } from "./rules";
import {
  allModules,
  allTools,
  allVersions,
  modulesAmong,
  modulesOf,
  modulesToPlan,
  type ToolRow,
  versionAfter,
  versionRow,
} from "./store";

export { coursesByModule } from "../courses/store";

/** Every tool with its versions, national variants and modules, those in whose place others came too. Public. */
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

/** How long the activities of these modules are, in minutes and their order, by the module's key. */
export const activityMinutes = (cx: Context, moduleIds: readonly number[]): ReadonlyMap<number, number[]> =>
  new Map(
    modulesToPlan(cx, moduleIds, "en").map(({ id, activities }) => [id, activities.map((a) => a.minutes)]),
  );

/** True where the viewer may change this tool: one of their programme's, or one for all as an administrator. */
export const mayEdit = (cx: Context, tool: { programmeId: number | null }) =>
  gate.mayInProgramme(cx, "tools.edit", tool.programmeId);

/** The same without what others came in place of: tools as they are taught today. */
export const toolsToday = (cx: Context): Tool[] =>
  toolCatalogue(cx).map((tool) => ({
    ...tool,
    versions: tool.versions.filter((version) => version.supersededAt === null),
  }));

/** A tool with its versions and modules, to be changed. */
export const toolToEdit = (cx: Context, { id }: Granted<ToolRow, "tools.edit">): Tool =>
  toolsToday(cx).find((tool) => tool.id === id)!;

/** The curricula that came in place of a version, one after the other, that version first: of each its modules. */
function editionsAfter(cx: Context, toolVersionId: number) {
  const found = [];
  for (let at = versionRow(cx, toolVersionId); at; at = versionAfter(cx, at.id))
    found.push({ ...at, modules: modulesOf(cx, at.id) });
  return found;
}

/** A tool of which a newer curriculum is there than a plan was made with: since when (ms), and what would change. */
export type NewerCurriculum = CurriculumChange & {
  toolId: number;
  toolTitle: ReturnType<typeof modulesAmong>[number]["toolTitle"];
  since: number;
};

/** The tools of these modules of which a newer curriculum is there; a course keeps its own until it is moved to it. */
export function newerCurricula(cx: Context, moduleIds: readonly number[]): NewerCurriculum[] {
  const taught = modulesAmong(cx, moduleIds).filter((m) => m.supersededAt !== null);
  const versions = new Map(taught.map((m) => [m.toolVersionId, m]));
  return [...versions].map(([versionId, { toolId, toolTitle }]) => {
    const editions = editionsAfter(cx, versionId);
    return {
      ...curriculumChange(
        editions.map(({ modules }) => modules),
        new Set(moduleIds),
      ),
      ...{ toolId, toolTitle, since: editions.at(-2)!.supersededAt! },
    };
  });
}
