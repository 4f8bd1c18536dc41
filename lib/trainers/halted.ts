import * as gate from "../access/gate";
import type { Context } from "../acts/context";
import { modulesAmong } from "../curriculum/store";
import { isHaltedStage } from "../stages/rules/stage";
import { standingsOf } from "../stages/store/standings";

/**
 * What halts the ways of these people to teach a tool among these modules, in programmes, each with the modules that are of the
 * tool. `told`: its stage may be said to the viewer, who reads where trainers of the programme are; to others such a way is only
 * not hidden by a place at the head of a list.
 */
export function haltedWays(
  cx: Context,
  personIds: readonly number[],
  moduleIds: readonly number[],
  programmeIds: readonly number[],
) {
  const modules = modulesAmong(cx, moduleIds);
  const told = new Map(programmeIds.map((id) => [id, gate.mayInProgramme(cx, "trainers.read", id)]));
  return standingsOf(cx, personIds).flatMap(({ personId, programmeId, toolId, stage }) => {
    const own = modules.filter((module) => module.toolId === toolId);
    return own[0] && told.has(programmeId) && isHaltedStage(stage)
      ? [
          {
            ...{ personId, programmeId, stage, tool: own[0].toolTitle },
            moduleIds: own.map(({ moduleId }) => moduleId),
            told: told.get(programmeId)!,
          },
        ]
      : [];
  });
}
