import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { dayInProgramme, programmeDays } from "../../programmes/store/days";
import { refuse } from "../../result";
import { entryOf } from "../decidedEntry";
import { notStruck } from "../observing";
import { signatureOf, takenFrom, unsignedAmong } from "../rules/signature";
import { entrySchema, signSchema } from "../schema";
import { insertStageEvent, stageEventsOf } from "../store/events";

/**
 * Whoever was observed signs that they have read it, which stands beside the observer's own word: from then on it counts. Who sees it
 * otherwise says so in a remark, which stands beside it too. Once;
 * refused where it was corrected meanwhile, so that nobody signs what they did not see.
 */
export const signObservation = command("account.own", signSchema, (cx, { observationId, words = null }) => {
  const { personId } = gate.self(cx);
  const entered = stageEventsOf(cx, [personId]);
  const one = entered.find(({ id, kind }) => id === observationId && kind === "observation");
  if (!one) return gate.refused(cx.viewer);
  const standing = notStruck(entered);
  if (!standing.includes(one)) refuse("observationCorrected");
  if (signatureOf(standing, one.id)) return { personId };
  const { toolId, programmeId, courseId } = one;
  const of = { personId, toolId, programmeId, courseId };
  const day = dayInProgramme(cx, programmeId);
  const entryId = insertStageEvent(cx, { ...of, kind: "signed", ofId: one.id, day, words });
  happened(cx, { kind: "stage.signed", personId, entryId });
  return { personId };
});

/**
 * Takes an observation without the signature of whoever was observed, who does not give it, with the reason: from then on it counts.
 * By whoever decides in the programme, never the observer; refused before two weeks are over, and where it waits for none.
 */
export const takeUnsigned = command("stage.approve", entrySchema, (cx, input) => {
  const { entry, entries, of, day } = entryOf(cx, input.entryId);
  if (!unsignedAmong(notStruck(entries)).some(({ id }) => id === entry.id)) refuse("stale");
  if (entry.enteredBy === cx.viewer.personId) refuse("observerTakes");
  if (day < takenFrom(programmeDays(cx).of(of.programmeId, entry.enteredAt))) refuse("signatureNotLate");
  const { courseId } = entry;
  const entryId = insertStageEvent(cx, {
    ...{ ...of, courseId, day, kind: "signed", ofId: entry.id, words: input.words },
  });
  happened(cx, { kind: "stage.signed", personId: of.personId, entryId });
  return of;
});
