import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { bothNames } from "../../i18n/rules";
import { personRow } from "../../people/store";
import { refuseAt } from "../../result";
import { certify, recommendedIn, toAnswer, toApprove } from "../approving";
import { gatesMissing, newAmong, scopeWithin, standingFor, toolFor } from "../deciding";
import { answerSchema, approveSchema } from "../schema";
import { insertStageEvent } from "../store/events";

/** Answers a recommendation with words and without a certification. */
function answer(
  cx: Context,
  input: { recommendationId: number; words: string },
  kind: "returned" | "refused",
) {
  const { recommendation, of } = toAnswer(cx, input.recommendationId);
  const { personId, toolId, programmeId, day } = of;
  const { enteredBy, awaits } = recommendation;
  const entryId = insertStageEvent(cx, {
    ...{ personId, toolId, programmeId, day, kind },
    ofId: recommendation.id,
    words: input.words,
  });
  const person = personRow(cx, personId)!;
  const tool = toolFor(cx, of, personId);
  happened(cx, {
    kind: kind === "returned" ? "stage.returned" : "stage.refused",
    ...{ personId, entryId, way: { toolId, programmeId }, recommender: enteredBy },
    said: {
      ...{ reason: input.words, tool, towards: awaits ?? "first" },
      trainer: bothNames(person),
      theirTool: enteredBy === null ? tool : toolFor(cx, of, enteredBy),
    },
  });
  return { personId, programmeId, toolId };
}

/** Sends a recommendation, also of a renewal or a master trainer, back with a question: whoever recommended is told, and answers it by recommending anew. */
export const returnRecommendation = command("stage.approve", answerSchema, (cx, input) =>
  answer(cx, input, "returned"),
);

/** Refuses one with a reason, which the candidate is told; whoever recommended is told that it was. */
export const refuseRecommendation = command("stage.approve", answerSchema, (cx, input) =>
  answer(cx, input, "refused"),
);

/**
 * Approves a recommendation, for all of the recommended modules or some of them: from today, for as long as the programme's
 * conditions say. The trainer certification comes of it. While conditions are missing only with a justification, which is shown
 * for ever.
 */
export const approve = command("stage.approve", approveSchema, (cx, input) => {
  const { recommendation, of } = toApprove(cx, input.recommendationId);
  const recommended = scopeWithin(input.modules, recommendedIn(recommendation, of), "modulesNotRecommended");
  const modules = scopeWithin(recommended, of.completed, "modulesNotCompleted");
  if (gatesMissing(standingFor(of, newAmong(of, modules))) && !input.words)
    refuseAt({ words: fault("exceptionNeedsWords") });
  const { certificateId } = certify(cx, of, modules, recommendation, input.words);
  return { personId: of.personId, programmeId: of.programmeId, toolId: of.toolId, certificateId };
});
