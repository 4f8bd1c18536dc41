import type * as z from "zod";
import * as stages from "../../access/stageGate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { refuse } from "../../result";
import {
  demandCase,
  demandGoingOn,
  demandNoConflict,
  gatesMissing,
  isQualified,
  newAmong,
  scopeWithin,
  standingFor,
} from "../deciding";
import { openRecommendation } from "../rules/decide";
import { exceptionSchema, recommendSchema } from "../schema";
import { insertStageEvent } from "../store/events";

/**
 * Recommends on a way. Refused for oneself and whoever is bound to the viewer, while a recommendation waits, and where the way is
 * stopped; by exception where nothing is missing, and else while a condition is.
 */
function put(cx: Context, input: z.output<typeof recommendSchema>, exception: boolean) {
  const way = stages.way(cx, "stage.recommend", input);
  const of = demandCase(cx, way, input.toolId);
  if (way.person.id !== cx.viewer.personId && !isQualified(cx, of)) refuse("notFound");
  demandNoConflict(cx, of);
  demandGoingOn(of);
  if (openRecommendation(of.entries)) refuse("recommendedAlready");
  const modules = newAmong(of, scopeWithin(input.modules, of.completed, "modulesNotCompleted"));
  const missing = gatesMissing(standingFor(of, modules));
  if (exception && !missing) refuse("nothingRecommended");
  if (!exception && missing) throw missing;
  const { personId, toolId, programmeId, day } = of;
  const entryId = insertStageEvent(cx, {
    ...{ personId, toolId, programmeId, day, modules, exception },
    kind: "recommended",
    words: input.words,
  });
  happened(cx, { kind: "stage.recommended", personId, entryId, way: { toolId, programmeId } });
  return { personId, programmeId, toolId };
}

/**
 * Recommends somebody for certification in modules of a tool that they completed, with the reasons; also anew after a question.
 * Trainers do so who are certified with the tool or led the training of trainers, and coordinators.
 */
export const recommend = command("stage.recommend", recommendSchema, (cx, input) => put(cx, input, false));

/**
 * The same of somebody of whom conditions are missing, with a justification that is shown for ever: somebody else approves it, as
 * everything.
 */
export const recommendByException = command("stage.recommend", exceptionSchema, (cx, input) =>
  put(cx, input, true),
);
