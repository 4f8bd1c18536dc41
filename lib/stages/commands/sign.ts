import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { dayInProgramme } from "../../programmes/store/days";
import { refuse } from "../../result";
import { notStruck } from "../observing";
import { signSchema } from "../schema";
import { insertStageEvent, stageEventsOf } from "../store/events";

/**
 * Whoever was observed says that they have read it, which stands beside the observer's own word. Once; refused where it was
 * corrected meanwhile, so that nobody signs what they did not see.
 */
export const signObservation = command("account.own", signSchema, (cx, { observationId }) => {
  const { personId } = gate.self(cx);
  const entered = stageEventsOf(cx, [personId]);
  const one = entered.find(({ id, kind }) => id === observationId && kind === "observation");
  if (!one) return gate.refused(cx.viewer);
  const standing = notStruck(entered);
  if (!standing.includes(one)) refuse("observationCorrected");
  if (standing.some(({ kind, ofId }) => kind === "signed" && ofId === one.id)) return { personId };
  const { toolId, programmeId, courseId } = one;
  const of = { personId, toolId, programmeId, courseId };
  const day = dayInProgramme(cx, programmeId);
  const entryId = insertStageEvent(cx, { ...of, kind: "signed", ofId: one.id, day });
  happened(cx, { kind: "stage.signed", personId, entryId });
  return { personId };
});
