import { mayInProgramme } from "../../access/gate";
import * as stages from "../../access/stageGate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { refuse } from "../../result";
import {
  demandCase,
  demandGoingOn,
  demandNew,
  demandNoConflict,
  gatesMissing,
  isQualified,
  scopeWithin,
} from "../deciding";
import { openRecommendation } from "../rules/decide";
import { recommendSchema } from "../schema";
import { insertStageEvent } from "../store/events";

/**
 * Recommends somebody for certification in modules of a tool that they completed, with the reasons; also anew after a question.
 * Trainers do so who are certified with the tool or led the training of trainers, and coordinators. Refused for oneself and whoever
 * answers to the viewer, while a condition is missing, while a recommendation waits, and where the way is stopped.
 */
export const recommend = command("stage.recommend", recommendSchema, (cx, input) => {
  const way = stages.way(cx, "stage.recommend", input);
  const of = demandCase(cx, way, input.toolId);
  const coordinates = mayInProgramme(cx, "stage.approve", way.programme.id);
  if (way.person.id !== cx.viewer.personId && !isQualified(cx, coordinates, of)) refuse("notFound");
  demandNoConflict(cx, of);
  demandGoingOn(of);
  if (openRecommendation(of.entries)) refuse("recommendedAlready");
  const missing = gatesMissing(of.standing);
  if (missing) throw missing;
  const modules = scopeWithin(input.modules, of.completed, "modulesNotCompleted");
  demandNew(of, modules);
  const { personId, toolId, programmeId, day } = of;
  const entryId = insertStageEvent(cx, {
    ...{ personId, toolId, programmeId, day, modules },
    kind: "recommended",
    words: input.words,
  });
  happened(cx, { kind: "stage.recommended", personId, entryId, way: { toolId, programmeId } });
  return { personId, programmeId, toolId };
});
